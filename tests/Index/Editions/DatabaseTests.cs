using Microsoft.Data.Sqlite;
using WorkReports.Index;
using WorkReports.Index.Editions;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Index.Editions;

public sealed class DatabaseTests : IDisposable
{
    readonly Settings settings = new() { Data = Directory.CreateTempSubdirectory("workreports-data-").FullName };

    [Fact]
    public void A_missing_folder_is_made()
    {
        var deeper = settings with { Data = Path.Combine(settings.Data, "a", "b") };
        Assert.Equal(0, new EditionState(new Database(deeper)).Edition());
    }

    [Theory]
    [InlineData("this is no database at all, but long enough to look like a file that somebody wrote over")]
    [InlineData("")]
    public void A_broken_index_is_made_anew(string bytes)
    {
        File.WriteAllText(settings.IndexFile, bytes);
        Assert.Empty(new EditionState(new Database(settings)).Files());
    }

    [Fact]
    public void An_index_of_another_schema_is_made_anew()
    {
        using (var other = new SqliteConnection($"Data Source={settings.IndexFile}"))
        {
            other.Open();
            new SqliteCommand("create table reports (x); pragma user_version = 7", other).ExecuteNonQuery();
        }
        Assert.Empty(new EditionState(new Database(settings)).Files());
    }

    [Fact]
    public void Readers_cannot_write()
    {
        using var connection = new Database(settings).Read();
        Assert.Throws<SqliteException>(() => new SqliteCommand("delete from reports", connection).ExecuteNonQuery());
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public void A_writer_that_cannot_begin_leaves_nothing_open()
    {
        var database = new Database(settings);
        using (database.Write(other => other.BeginTransaction(deferred: false)))
            Assert.Throws<SqliteException>(new EditionState(database).Begin);
        database.Dispose();
        Assert.False(Path.Exists(settings.IndexFile + "-wal"));
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public void An_index_that_has_changed_since_it_was_read_is_not_called_damaged()
    {
        static string Text(int report, int year) =>
            $"---\n标题: {year}年第{report}号财政开放日第{report * year}次情况报告\n网址: r{report}\n---\n正文。";
        var content = ContentOf.Pillars();
        foreach (var report in Enumerable.Range(1, 50))
            content.With($"政治机关/2021-01-01-r{report}.md", Text(report, 2021));
        using var index = TestIndex.Of(content);
        foreach (var year in Enumerable.Range(2022, 20))
        {
            Assert.Equal(5, index.Ask(library => library.Related(library.Find("r1")!, 5)).Count);
            foreach (var report in Enumerable.Range(1, 50))
                content.With($"政治机关/2021-01-01-r{report}.md", Text(report, year));
            index.Publish();
            index.Database.Check(TestContext.Current.CancellationToken);
            Assert.Null(index.Database.OpenOrRebuild());
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(settings.Data, recursive: true);
    }
}
