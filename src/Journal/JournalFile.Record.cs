using Dapper;

namespace WorkReports.Journal;

public sealed partial class JournalFile
{
    /// <summary>An address as the journal knows it.</summary>
    sealed record RecordedAddress
    {
        public required string Slug { get; init; }
        public required string Path { get; init; }
        public required string Title { get; init; }
        public required string Content { get; init; }
        public required AddressState State { get; init; }
    }

    /// <summary>Records what differs from what the journal knows; nothing, when nothing does.</summary>
    /// <param name="seen">Reports that were looked at.</param>
    /// <param name="missing">Addresses that held one of the looked-at files and hold none now.</param>
    /// <returns>True when <see cref="FormerAddresses"/> may answer otherwise than before.</returns>
    internal bool Record(
        IReadOnlyCollection<ReportStatus> seen,
        IReadOnlyCollection<string> missing,
        DateTimeOffset now
    )
    {
        if (seen.Count + missing.Count == 0)
            return false;
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        var writer = new EntryWriter(connection, now);
        var newcomers = seen.Where(report =>
                writer.Find(report.Slug) is null or { State: AddressState.Moved or AddressState.Removed }
            )
            .ToList();
        var successors = new SuccessorFinder(newcomers);
        foreach (var slug in missing.Except(seen.Select(report => report.Slug)))
        {
            if (writer.Find(slug) is { State: not (AddressState.Moved or AddressState.Removed) } gone)
                writer.RecordLeft(gone, successors.Find(gone));
        }
        foreach (var report in writer.IsFirst ? [] : newcomers)
        {
            // Moved by hand in two steps: deleted, then put back under another name.
            if (writer.Find(report.Slug) is null && writer.Removed(report.Content) is { } earlier)
                writer.RecordLeft(earlier, report);
        }
        writer.Note(seen);
        writer.Finish();
        transaction.Commit();
        return writer.ChangedRedirects;
    }

    /// <summary>Records whatever it missed: at the start, after a failure, after a backup was put back.</summary>
    /// <param name="all">Every report that the index holds.</param>
    /// <returns>The addresses that reports left.</returns>
    internal IReadOnlyList<FormerAddress> Reconcile(IReadOnlyCollection<ReportStatus> all, DateTimeOffset now)
    {
        var known = Addresses();
        var there = all.Select(report => report.Slug).ToHashSet();
        Record(
            [.. all.Where(report => IsNews(known.GetValueOrDefault(report.Slug), report))],
            [
                .. known
                    .Values.Where(address =>
                        address.State is not (AddressState.Moved or AddressState.Removed)
                        && !there.Contains(address.Slug)
                    )
                    .Select(address => address.Slug),
            ],
            now
        );
        return FormerAddresses();
    }

    Dictionary<string, RecordedAddress> Addresses()
    {
        using var connection = Open();
        return connection
            .Query<RecordedAddress>("select slug, path, title, content, state from addresses")
            .ToDictionary(address => address.Slug);
    }

    static bool IsNews(RecordedAddress? known, ReportStatus report) =>
        known is null
        || known.Path != report.Path
        || known.Content != report.Content
        || known.State != StateAfter(known, report);

    /// <summary>What was published and is hidden now was taken down.</summary>
    static AddressState StateAfter(RecordedAddress? known, ReportStatus report) =>
        report.State == AddressState.Hidden
        && known?.State is AddressState.Published or AddressState.Withdrawn or AddressState.TakenDown
            ? AddressState.TakenDown
            : report.State;

    /// <summary>
    /// Who takes over from an address that was left: the same file with another address, else the same words, else the
    /// same title.
    /// </summary>
    sealed class SuccessorFinder(List<ReportStatus> newcomers)
    {
        readonly ILookup<string, ReportStatus> byPath = newcomers.ToLookup(report => report.Path);
        readonly ILookup<string, ReportStatus> byContent = newcomers.ToLookup(report => report.Content);
        readonly ILookup<string, ReportStatus> byTitle = newcomers.ToLookup(report => report.Title);

        public ReportStatus? Find(RecordedAddress gone) =>
            byPath[gone.Path].FirstOrDefault() ?? byContent[gone.Content].FirstOrDefault() ?? Only(byTitle[gone.Title]);

        /// <summary>Two of one title, such as 工作报告, tell nothing.</summary>
        static ReportStatus? Only(IEnumerable<ReportStatus> some) => some.Take(2).ToList() is [var one] ? one : null;
    }
}
