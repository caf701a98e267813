using System.Data.Common;
using Dapper;

namespace WorkReports.Journal;

/// <summary>Why a text cannot be taken out of the record.</summary>
public enum ErasureObstacle
{
    None,

    /// <summary>There is no such entry.</summary>
    NoEntry,

    /// <summary>The entry keeps no text.</summary>
    NoText,

    /// <summary>It was taken out already.</summary>
    AlreadyErased,

    /// <summary>It is the version that stands.</summary>
    Standing,
}

/// <summary>What taking the text of an entry out of the record does.</summary>
/// <param name="Entry">Null where there is none of this number.</param>
/// <param name="Others">Further entries with the very same text, which lose it, too.</param>
/// <param name="KeptReadings">Entries of other texts that were read to the same: what they share stays.</param>
public sealed record Erasure(
    ErasureObstacle Obstacle,
    JournalEntry? Entry,
    IReadOnlyList<JournalEntry> Others,
    IReadOnlyList<long> KeptReadings
);

public sealed partial class JournalFile
{
    /// <summary>What <see cref="Erase"/> would do; nothing is changed.</summary>
    public Erasure PlanErasure(long number, DateTimeOffset now)
    {
        using var entries = Begin(now);
        return entries.PlanErasure(number);
    }

    /// <summary>Takes the text of an entry out for good, unless it is published again. Its hash stays, and an entry that says who did it and why.</summary>
    /// <param name="note">By whom and why.</param>
    /// <param name="trouble">Why the file could not be packed anew; the text is overwritten all the same. Null where it was.</param>
    public Erasure Erase(long number, string note, DateTimeOffset now, out string? trouble)
    {
        trouble = null;
        Erasure erasure;
        using (var entries = Begin(now))
        {
            erasure = entries.PlanErasure(number);
            if (erasure.Obstacle != ErasureObstacle.None)
                return erasure;
            entries.Erase(erasure, note);
            entries.Commit();
        }
        try
        {
            // What other entries once freed, too: no page of the file is left that nobody uses.
            Pack();
            shared?.Pack();
        }
        catch (DbException exception)
        {
            trouble = exception.Message;
        }
        return erasure;
    }

    void Pack()
    {
        using var connection = Open();
        connection.Execute("vacuum", commandTimeout: 600);
    }
}
