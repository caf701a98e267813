using Microsoft.Data.Sqlite;
using WorkReports.Content;
using WorkReports.Content.Files;
using WorkReports.Content.Upgrade;
using WorkReports.Journal;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Upgrade;

/// <summary>What version 0.1 writes, started on a journal that this build has upgraded: its own statements, word for word.</summary>
public sealed class EarlierBuildTests : IDisposable
{
    const string PutEntry =
        "insert into entries values (9, 1796031060, 2, 'moved', '', '政治机关/2021-08-31-甲.md', '甲的报告', 'abc', 'def')";

    const string Leave = "update addresses set state = 5, moved_to = null where slug = 'moved'";

    const string PutAddress = """
        insert into addresses values ('moved', '政治机关/2021-08-31-甲.md', '甲的报告', 'abc', 1, 1, null)
        on conflict (slug) do update set
            path = '政治机关/2021-08-31-甲.md', title = '甲的报告', content = 'abc', state = 1,
            was_published = was_published or 1, moved_to = null
        """;

    readonly ContentOf data = ContentOf.Nothing();

    string File => Path.Combine(data.Folder, "journal.db");

    JournalFile Journal => new(new Settings { Data = data.Folder });

    public EarlierBuildTests() => EarlierVersion.Restore("journal", data.Folder);

    void Upgrade()
    {
        using var entries = Journal.Begin(DateTimeOffset.UtcNow);
        entries.Commit();
    }

    /// <summary>As that build does: all in one transaction, that is dropped where a statement fails.</summary>
    void Write(params string[] statements)
    {
        using var connection = EarlierVersion.Open(File);
        using var transaction = connection.BeginTransaction();
        foreach (var statement in statements)
            new SqliteCommand(statement, connection, transaction).ExecuteNonQuery();
        transaction.Commit();
    }

    [Theory]
    // A report that changed or came, one that was removed, one whose address changed.
    [InlineData(PutAddress, PutEntry)]
    [InlineData(Leave, PutEntry)]
    [InlineData(Leave, PutAddress, PutEntry)]
    public void Nothing_of_an_upgraded_journal_is_changed(params string[] statements)
    {
        Upgrade();
        var before = System.IO.File.ReadAllBytes(File);
        Assert.Contains(
            "values",
            Assert.Throws<SqliteException>(() => Write(statements)).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
        Assert.Null(Journal.FirstBrokenLink());
    }

    [Fact]
    public void On_its_own_journal_they_are_what_it_wrote()
    {
        Write(PutAddress, PutEntry);
        Assert.Equal((9, "abc"), (Journal.Head().Number, Journal.Entries()[^1].Content));
    }

    /// <summary>It tells from its own rules whether the journal is whole; what it reads must be there.</summary>
    [Fact]
    public void What_it_reads_is_still_there()
    {
        Upgrade();
        using var connection = EarlierVersion.Open(File);
        foreach (
            var query in new[]
            {
                "select * from entries order by number desc limit 1",
                "select slug, path, title, content, state from addresses where slug = 'moved'",
                "select slug, path, title, content, state from addresses where content = 'abc' and state = 5",
                "select slug, moved_to, 0 from addresses where state in (3, 4, 5)",
            }
        )
            new SqliteCommand(query, connection).ExecuteScalar();
    }

    /// <summary>It cannot say so itself, since it cannot write; its index is what it leaves.</summary>
    [Fact]
    public void What_it_published_meanwhile_is_recorded_as_what_it_was()
    {
        const string path = "政治机关/2021-08-31-甲.md";
        using var index = TestIndex.Of(ContentOf.Report("---\n网址: moved\n---\n# 甲的报告\n\n早先的正文。", path));
        index.Database.Dispose();
        SqliteConnection.ClearAllPools();
        System.IO.File.Delete(index.Settings.IndexFile);
        EarlierVersion.Restore("index", index.Data);
        // Spoilt by now: the earlier build alone has what stood last.
        index.Content.With(path, "---\n标题: [甲\n");
        index.Restart();
        var before = index.Journal.Head().Number;
        var earlier = new EarlierEdition(
            index.Settings,
            new ContentFolder(index.Content.Folder),
            index.Journal,
            index.Clock
        );
        new EditionFromRecord(index.Editions, index.Journal, earlier).Make(stop: TestContext.Current.CancellationToken);
        Assert.Contains("甲的<strong>正文</strong>", index.Find("moved")!.Html, StringComparison.Ordinal);
        Assert.Equal(
            JournalEvent.Changed,
            index.Journal.Entries().Single(entry => entry.Number > before && entry.Slug == "moved").Event
        );
        Assert.Null(index.Journal.FirstBrokenLink());
    }

    public void Dispose() => data.Dispose();
}
