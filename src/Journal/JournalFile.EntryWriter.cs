using Dapper;
using Microsoft.Data.Sqlite;

namespace WorkReports.Journal;

public sealed partial class JournalFile
{
    /// <summary>
    /// Writes entries, one below the other; many with one command, since reading a command takes longer than carrying
    /// it out.
    /// </summary>
    sealed class EntryWriter(SqliteConnection connection, DateTimeOffset now)
    {
        const int BatchSize = 1000;

        readonly List<JournalEntry> unwritten = [];

        /// <summary>What was queried and has not changed since: each report is looked up three times.</summary>
        readonly Dictionary<string, RecordedAddress?> found = [];

        JournalEntry? last = connection.QueryFirstOrDefault<JournalEntry>(
            "select * from entries order by number desc limit 1"
        );

        /// <summary>Nothing was ever written.</summary>
        public bool IsFirst => last is null;

        /// <summary>True once an address lost its report, or got one again.</summary>
        public bool ChangedRedirects { get; private set; }

        public RecordedAddress? Find(string slug)
        {
            if (found.TryGetValue(slug, out var known))
                return known;
            return found[slug] = IsFirst
                ? null
                : connection.QuerySingleOrDefault<RecordedAddress>(
                    "select slug, path, title, content, state from addresses where slug = @slug",
                    new { slug }
                );
        }

        public RecordedAddress? Removed(string content) =>
            connection.QueryFirstOrDefault<RecordedAddress>(
                "select slug, path, title, content, state from addresses where content = @content and state = @Removed",
                new { content, AddressState.Removed }
            );

        public void RecordLeft(RecordedAddress gone, ReportStatus? successor)
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
                    path = @Path, title = @Title, content = @Content, state = @state,
                    was_published = was_published or @isPublished, moved_to = null
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

        static JournalEvent? Event(RecordedAddress? known, ReportStatus report) =>
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
            if (unwritten.Count == BatchSize)
                Finish();
        }
    }
}
