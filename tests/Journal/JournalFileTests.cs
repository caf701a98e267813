using Microsoft.Data.Sqlite;
using WorkReports.Journal;
using WorkReports.Journal.Entries;

namespace WorkReports.Tests.Journal;

public sealed class JournalFileTests : IDisposable
{
    static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, BeijingTime.Offset);

    readonly Settings settings = new() { Data = Directory.CreateTempSubdirectory("workreports-data-").FullName };
    readonly JournalFile journal;

    public JournalFileTests() => journal = new JournalFile(settings);

    static ReportStatus Report(
        string slug,
        AddressState state = AddressState.Published,
        string content = "1",
        string? path = null,
        string? title = null
    ) =>
        new()
        {
            Slug = slug,
            Path = path ?? $"政治机关/{slug}.md",
            Title = title ?? $"题目{slug}",
            Content = content,
            State = state,
        };

    void Saw(params ReportStatus[] reports) => Record(reports, []);

    void Missed(string slug, params ReportStatus[] reports) => Record(reports, [$"政治机关/{slug}.md"]);

    void Record(ReportStatus[] reports, string[] gone)
    {
        using var entries = journal.Begin(Now);
        entries.Record(reports, gone);
        entries.Commit();
    }

    IEnumerable<JournalEvent> Events => journal.Entries().Select(entry => entry.Event);

    IEnumerable<(string, string?)> Former =>
        journal.FormerAddresses().Select(address => (address.Slug, address.CurrentSlug));

    [Fact]
    public void The_life_of_a_report_is_written_down()
    {
        Saw(Report("a", AddressState.Hidden));
        Saw(Report("a"));
        Saw(Report("a", content: "2"));
        Saw(Report("a", AddressState.Withdrawn, "3"));
        Saw(Report("a", content: "4"));
        Saw(Report("a", AddressState.Hidden, "4"));
        Missed("a");
        Assert.Equal(
            [
                JournalEvent.Seen,
                JournalEvent.Published,
                JournalEvent.Changed,
                JournalEvent.Withdrawn,
                JournalEvent.Published,
                JournalEvent.TakenDown,
                JournalEvent.Removed,
            ],
            Events
        );
        Assert.Equal(
            Enumerable.Range(1, 7).Select(number => (long)number),
            journal.Entries().Select(entry => entry.Number)
        );
        Assert.All(journal.Entries(), entry => Assert.Equal(Now, entry.Time));
    }

    [Fact]
    public void What_did_not_change_is_not_written_again()
    {
        Saw(Report("a"), Report("b", AddressState.Hidden), Report("c", AddressState.Withdrawn));
        Saw(Report("a"), Report("b", AddressState.Hidden), Report("c", AddressState.Withdrawn));
        Assert.Equal(3, Events.Count());
    }

    [Fact]
    public void A_changed_address_leads_to_the_new_one()
    {
        Saw(Report("old"));
        Missed("old", Report("new", content: "2", path: "政治机关/old.md"));
        Assert.Equal([("old", "new")], Former);
        Assert.Equal([JournalEvent.Published, JournalEvent.Moved, JournalEvent.Published], Events);
    }

    [Fact]
    public void A_file_renamed_and_edited_in_one_go_is_known_by_its_title()
    {
        Saw(Report("old", title: "半年总结"));
        Missed("old", Report("new", content: "2", title: "半年总结"));
        Assert.Equal([("old", "new")], Former);
    }

    [Fact]
    public void Two_of_one_title_are_not_guessed_between()
    {
        Saw(Report("old", title: "工作报告"));
        Missed("old", Report("b", content: "2", title: "工作报告"), Report("c", content: "3", title: "工作报告"));
        Assert.Equal([("old", null)], Former);
    }

    [Fact]
    public void A_renamed_file_leads_on_however_often_it_is_renamed()
    {
        Saw(Report("a"));
        Missed("a", Report("b"));
        Missed("b", Report("c"));
        Assert.Equal([("a", "c"), ("b", "c")], Former);
    }

    [Fact]
    public void A_file_deleted_and_put_back_under_another_name_is_the_same()
    {
        Saw(Report("a"));
        Missed("a");
        Assert.Equal([("a", null)], Former);
        Saw(Report("b"));
        Assert.Equal([("a", "b")], Former);
    }

    [Fact]
    public void Addresses_that_go_round_in_a_circle_end()
    {
        Saw(Report("a"));
        Missed("a", Report("b"));
        Missed("b", Report("a"));
        Missed("a", Report("b"));
        Assert.Equal([("a", "b")], Former);
    }

    [Fact]
    public void A_draft_that_nobody_saw_leaves_no_address_behind()
    {
        Saw(Report("a", AddressState.Hidden));
        Missed("a");
        Assert.Empty(Former);
    }

    [Fact]
    public void A_removed_report_that_comes_back_is_published_again()
    {
        Saw(Report("a"));
        Missed("a");
        Saw(Report("a", content: "2"));
        Assert.Empty(Former);
        Assert.Equal([JournalEvent.Published, JournalEvent.Removed, JournalEvent.Published], Events);
    }

    [Fact]
    public void The_chain_holds_and_outlives_the_program()
    {
        Saw(Report("a"), Report("b"), Report("c"));
        Assert.Null(new JournalFile(settings).FirstBrokenLink());
        Assert.Equal(3, new JournalFile(settings).Entries().Count);
    }

    [Theory]
    [InlineData("update entries set title = '别的题目' where number = 2", 2)]
    [InlineData("update entries set time = time - 86400 where number = 3", 3)]
    [InlineData("delete from entries where number = 2", 2)]
    [InlineData("delete from entries where number = 1", 1)]
    [InlineData("update entries set hash = 'x' where number = 1", 1)]
    public void A_rewritten_entry_breaks_the_chain_where_it_stands(string rewriting, long number)
    {
        Saw(Report("a"), Report("b"), Report("c"));
        Run("drop trigger entries_are_not_changed; drop trigger entries_are_not_removed; " + rewriting);
        Assert.Equal(number, journal.FirstBrokenLink());
    }

    [Theory]
    [InlineData("update entries set title = '别的题目'")]
    [InlineData("delete from entries")]
    public void Entries_are_only_ever_added(string rewriting)
    {
        Saw(Report("a"));
        Assert.Throws<SqliteException>(() => Run(rewriting));
    }

    void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={settings.JournalFile}");
        connection.Open();
        new SqliteCommand(sql, connection).ExecuteNonQuery();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(settings.Data, recursive: true);
    }
}
