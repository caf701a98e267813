using System.Data.Common;
using WorkReports.Index;
using WorkReports.Journal;
using WorkReports.Journal.Entries;
using WorkReports.Journal.Holding;

namespace WorkReports.Content.Brake;

/// <summary>What the brake asks the journal. One that cannot be read now is told by who writes it; the brake goes by what else it knows.</summary>
sealed class BrakeNotes(JournalFile journal)
{
    /// <summary>Removals that are held, as the publisher said when it last looked.</summary>
    /// <param name="otherwise">Where the journal cannot be read.</param>
    public IReadOnlyList<HeldItem> Held(IReadOnlyList<HeldItem> otherwise) =>
        Ask(() => [.. journal.Held().Where(item => item.Kind is HeldKind.Removal or HeldKind.Pillar)], otherwise);

    /// <summary>Addresses whose reports were removed since then, without those that were accepted.</summary>
    public IReadOnlyList<string> RemovedSince(DateTimeOffset moment) => Ask(() => journal.RemovedSince(moment), []);

    /// <summary>How many reports readers got, as the journal knows it.</summary>
    public int CountVisible() => Ask(() => journal.Exists ? journal.Visible().Count : 0, 0);

    /// <summary>The reports of these files as the journal knows them.</summary>
    public IReadOnlyList<ReportSnapshot> StandingAt(IReadOnlyCollection<string> paths) =>
        paths.Count == 0
            ? []
            : Ask<IReadOnlyList<ReportSnapshot>>(() => [.. journal.StandingAt(paths).Select(SnapshotOf)], []);

    public static T Ask<T>(Func<T> question, T otherwise)
    {
        try
        {
            return question();
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
        {
            return otherwise;
        }
    }

    static ReportSnapshot SnapshotOf(StandingAddress address) =>
        new()
        {
            Slug = address.Slug,
            Path = address.Path,
            Title = address.Title,
            Hash = address.Content,
            Reading = "",
            State = address.State switch
            {
                AddressState.Published => ReportState.Published,
                AddressState.Withdrawn => ReportState.Withdrawn,
                AddressState.TakenDown => ReportState.Expired,
                _ => ReportState.Scheduled,
            },
        };
}
