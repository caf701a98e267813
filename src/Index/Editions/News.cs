using Dapper;
using Microsoft.Data.Sqlite;

namespace WorkReports.Index.Editions;

/// <summary>
/// When readers last got something new of each report, and the notes of its revisions: copied from the journal's entries, in their
/// order, by whoever makes the edition. From the same entries comes the same, however many editions they were spread over.
/// </summary>
static class News
{
    /// <summary>In seconds: a report that came so much later than its own date is back-dated, and news of the day on which it came.</summary>
    const long BackdatedAfter = 86_400;

    /// <summary>
    /// Of a withdrawn report only its readers are told: who never saw it there misses nothing. And once, however often its file is saved
    /// afterwards, unless the note is another.
    /// </summary>
    const string PutNews = """
        insert or replace into news
        select @Slug, @time, @Event, @Note
        where @Event <> @Withdrawn
            or exists (select 1 from news where slug = @Slug and not (event = @Withdrawn and note = @Note))
        """;

    const string MoveNews = """
        delete from news where slug = @Slug;
        update news set slug = @Slug where slug = @Formerly;
        update history set slug = @Slug where slug = @Formerly;
        """;

    public static void Clear(SqliteConnection connection) =>
        connection.Execute("delete from news; delete from history");

    /// <param name="isFirst">True for the entries of a first publishing: these reports were known before there was a journal.</param>
    public static void Put(SqliteConnection connection, IEnumerable<JournalEntry> entries, bool isFirst)
    {
        var moved = new HashSet<string>();
        var news = new List<JournalEntry>();
        foreach (var entry in entries)
        {
            switch (entry.Event)
            {
                case JournalEvent.Moved:
                    Note(connection, news, isFirst);
                    news.Clear();
                    connection.Execute(MoveNews, entry);
                    moved.Add(entry.Slug);
                    break;
                // A report that moved is no news.
                case JournalEvent.Published when !moved.Remove(entry.Slug):
                case JournalEvent.Withdrawn:
                case JournalEvent.Changed when entry.Note.Length > 0:
                    news.Add(entry);
                    break;
            }
        }
        Note(connection, news, isFirst);
    }

    /// <summary>Says of each report when it last had something new; after <see cref="Put"/> and the reports.</summary>
    /// <param name="slugs">Those that may have changed, as a JSON list.</param>
    public static void Apply(SqliteConnection connection, string slugs) =>
        connection.Execute(
            $"""
            update reports
            set noticed = news.time
            from news
            where news.slug = reports.slug
                and news.time >= reports.noticed + {BackdatedAfter}
                and reports.slug in (select value from json_each(@slugs))
            """,
            new { slugs }
        );

    /// <summary>With one command for all: a first publishing has ten thousand.</summary>
    static void Note(SqliteConnection connection, List<JournalEntry> news, bool isFirst)
    {
        connection.Execute(
            PutNews,
            news.Select(entry => new
            {
                entry.Slug,
                time = isFirst ? 0 : entry.Time.ToUnixTimeSeconds(),
                entry.Event,
                entry.Note,
                JournalEvent.Withdrawn,
            })
        );
        connection.Execute(
            "insert or ignore into history values (@Slug, @Number, @Note)",
            news.Where(entry => entry.Note.Length > 0 && entry.Event != JournalEvent.Withdrawn)
        );
    }
}
