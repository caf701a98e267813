using Dapper;
using Microsoft.Data.Sqlite;

namespace WorkReports.Journal;

public sealed partial class JournalFile
{
    /// <summary>An address as the journal knows it.</summary>
    sealed record KnownAddress
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
        var hand = new EntryWriter(connection, now);
        var newcomers = seen.Where(report =>
                hand.Find(report.Slug) is null or { State: AddressState.Moved or AddressState.Removed }
            )
            .ToList();
        var heirs = new SuccessorFinder(newcomers);
        foreach (var slug in missing.Except(seen.Select(report => report.Slug)))
        {
            if (hand.Find(slug) is { State: not (AddressState.Moved or AddressState.Removed) } gone)
                hand.RecordLeft(gone, heirs.Find(gone));
        }
        foreach (var report in hand.IsFirst ? [] : newcomers)
        {
            // Moved by hand in two steps: deleted, then put back under another name.
            if (hand.Find(report.Slug) is null && hand.Removed(report.Content) is { } earlier)
                hand.RecordLeft(earlier, report);
        }
        hand.Note(seen);
        hand.Finish();
        transaction.Commit();
        return hand.ChangedRedirects;
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

    Dictionary<string, KnownAddress> Addresses()
    {
        using var connection = Open();
        return connection
            .Query<KnownAddress>("select slug, path, title, content, state from addresses")
            .ToDictionary(address => address.Slug);
    }

    static bool IsNews(KnownAddress? known, ReportStatus report) =>
        known is null
        || known.Path != report.Path
        || known.Content != report.Content
        || known.State != StateAfter(known, report);

    /// <summary>What was published and is hidden now was taken down.</summary>
    static AddressState StateAfter(KnownAddress? known, ReportStatus report) =>
        report.State == AddressState.Hidden
        && known?.State is AddressState.Published or AddressState.Withdrawn or AddressState.TakenDown
            ? AddressState.TakenDown
            : report.State;

    /// <summary>Who takes over from an address that was left: the same file with another address, else the same words, else the same title.</summary>
    sealed class SuccessorFinder(List<ReportStatus> newcomers)
    {
        readonly ILookup<string, ReportStatus> byPath = newcomers.ToLookup(report => report.Path);
        readonly ILookup<string, ReportStatus> byContent = newcomers.ToLookup(report => report.Content);
        readonly ILookup<string, ReportStatus> byTitle = newcomers.ToLookup(report => report.Title);

        public ReportStatus? Find(KnownAddress gone) =>
            byPath[gone.Path].FirstOrDefault() ?? byContent[gone.Content].FirstOrDefault() ?? Only(byTitle[gone.Title]);

        /// <summary>Two of one title, such as 工作报告, tell nothing.</summary>
        static ReportStatus? Only(IEnumerable<ReportStatus> some) => some.Take(2).ToList() is [var one] ? one : null;
    }

    /// <summary>Writes entries, one below the other; many with one command, since reading a command takes longer than carrying it out.</summary>
    sealed class EntryWriter(SqliteConnection connection, DateTimeOffset now)
    {
        const int MostUnwritten = 1000;

        readonly List<JournalEntry> unwritten = [];

        /// <summary>What was asked for and has not changed since: each report is looked at three times.</summary>
        readonly Dictionary<string, KnownAddress?> found = [];

        JournalEntry? last = connection.QueryFirstOrDefault<JournalEntry>(
            "select * from entries order by number desc limit 1"
        );

        /// <summary>Nothing was ever written.</summary>
        public bool IsFirst => last is null;

        /// <summary>True once an address lost its report, or got one again.</summary>
        public bool ChangedRedirects { get; private set; }

        public KnownAddress? Find(string slug)
        {
            if (found.TryGetValue(slug, out var known))
                return known;
            return found[slug] = IsFirst
                ? null
                : connection.QuerySingleOrDefault<KnownAddress>(
                    "select slug, path, title, content, state from addresses where slug = @slug",
                    new { slug }
                );
        }

        public KnownAddress? Removed(string content) =>
            connection.QueryFirstOrDefault<KnownAddress>(
                "select slug, path, title, content, state from addresses where content = @content and state = @Removed",
                new { content, AddressState.Removed }
            );

        public void RecordLeft(KnownAddress gone, ReportStatus? successor)
        {
            ChangedRedirects = true;
            if (successor is null)
                Write(JournalEvent.Removed, gone.Slug, "", gone.Path, gone.Title, gone.Content);
            else
                Write(
                    JournalEvent.Moved,
                    successor.Slug,
                    gone.Slug,
                    successor.Path,
                    successor.Title,
                    successor.Content
                );
            connection.Execute(
                "update addresses set state = @state, moved_to = @to where slug = @Slug",
                new
                {
                    gone.Slug,
                    state = successor is null ? AddressState.Removed : AddressState.Moved,
                    to = successor?.Slug,
                }
            );
            found.Remove(gone.Slug);
        }

        public void Note(IEnumerable<ReportStatus> seen) =>
            connection.Execute(
                """
                insert into addresses values (@Slug, @Path, @Title, @Content, @state, @isPublished, null)
                on conflict (slug) do update set
                    path = @Path, title = @Title, content = @Content, state = @state, was_published = was_published or @isPublished, moved_to = null
                """,
                seen.Select(report => new
                {
                    report.Slug,
                    report.Path,
                    report.Title,
                    report.Content,
                    state = RecordReport(report),
                    isPublished = report.State != AddressState.Hidden,
                })
            );

        public void Finish()
        {
            connection.Execute(
                "insert into entries values (@Number, @Time, @Event, @Slug, @Formerly, @Path, @Title, @Content, @Hash)",
                unwritten
            );
            unwritten.Clear();
        }

        /// <summary>Writes what happened to an address, if anything did.</summary>
        AddressState RecordReport(ReportStatus report)
        {
            var known = Find(report.Slug);
            found.Remove(report.Slug);
            var state = StateAfter(known, report);
            ChangedRedirects |=
                known?.State is AddressState.Moved or AddressState.Removed or AddressState.TakenDown
                != state is AddressState.TakenDown;
            if (Event(known, report) is { } happened)
                Write(happened, report.Slug, "", report.Path, report.Title, report.Content);
            return state;
        }

        static JournalEvent? Event(KnownAddress? known, ReportStatus report) =>
            (known?.State, report.State) switch
            {
                (AddressState.Published, AddressState.Published) => known!.Content == report.Content
                    ? null
                    : JournalEvent.Changed,
                (_, AddressState.Published) => JournalEvent.Published,
                (AddressState.Withdrawn, AddressState.Withdrawn) => null,
                (_, AddressState.Withdrawn) => JournalEvent.Withdrawn,
                (AddressState.Published or AddressState.Withdrawn, _) => JournalEvent.TakenDown,
                (AddressState.Hidden or AddressState.TakenDown, _) => null,
                _ => JournalEvent.Seen,
            };

        void Write(JournalEvent happened, string slug, string formerly, string path, string title, string content)
        {
            var entry = new JournalEntry
            {
                Number = (last?.Number ?? 0) + 1,
                Time = now,
                Event = happened,
                Slug = slug,
                Formerly = formerly,
                Path = path,
                Title = title,
                Content = content,
            };
            last = entry with { Hash = Chain(last?.Hash ?? "", entry) };
            unwritten.Add(last);
            if (unwritten.Count == MostUnwritten)
                Finish();
        }
    }
}
