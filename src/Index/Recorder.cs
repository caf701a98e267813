using System.Data.Common;

namespace WorkReports.Index;

/// <summary>
/// Keeps the journal in step with the editions. It is written before an edition is committed: a program killed in between
/// repeats the scan, finds the journal knowing already, and writes nothing twice.
/// A preview publishes nothing, so it records nothing.
/// </summary>
public sealed class Recorder(Indexer indexer, Journal journal, TimeProvider clock)
{
    /// <summary>True when the journal may have missed something: before the first look, and after a failure.</summary>
    bool isBehind = true;

    DateTimeOffset last;

    /// <summary>Why the journal cannot be written; null while it can.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Records an edition that is about to be committed, and lets it know the addresses that reports left.</summary>
    /// <param name="touched">The files that were read, or are gone.</param>
    /// <param name="before">The addresses that they held before.</param>
    internal void Record(NextEdition edition, IReadOnlyList<string> touched, IReadOnlyList<string> before) => Try(() =>
    {
        var now = clock.GetUtcNow();
        var seen = edition.Standings(touched, now);
        if (journal.Record(seen, [.. before.Except(seen.Select(report => report.Slug))], now)) edition.Put(journal.FormerAddresses());
    });

    /// <summary>Records what the clock alone has shown or taken down since the last look, and all that was missed.</summary>
    public void CatchUp() => Try(() =>
    {
        var now = clock.GetUtcNow();
        if (isBehind) Reconcile(now);
        else if (now > last) journal.Record(indexer.Turned(last, now), [], now);
        (isBehind, last) = (false, now);
    });

    void Reconcile(DateTimeOffset now)
    {
        journal.Reconcile(indexer.Standings(now), now);
        var former = journal.FormerAddresses();
        if (former.SequenceEqual(indexer.FormerAddresses())) return;
        using var edition = indexer.Begin();
        edition.Put(former);
        edition.Commit();
    }

    /// <summary>A journal that cannot be written keeps no report from its readers: it is told, and made good later.</summary>
    void Try(Action record)
    {
        if (indexer.IsPreview) return;
        try
        {
            record();
            Trouble = null;
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
        {
            (Trouble, isBehind) = (exception.Message, true);
        }
    }
}
