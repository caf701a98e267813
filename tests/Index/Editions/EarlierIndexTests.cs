using Microsoft.Data.Sqlite;
using WorkReports.Index.Editions;
using WorkReports.Tests.Content.Upgrade;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Index.Editions;

/// <summary>What version 0.1 left as <c>index.db</c>: the last good versions lie in it alone.</summary>
public sealed class EarlierIndexTests : IDisposable
{
    readonly Settings settings = new() { Data = Directory.CreateTempSubdirectory("workreports-data-").FullName };

    public EarlierIndexTests()
    {
        EarlierVersion.Restore("index", settings.Data);
        using var connection = EarlierVersion.Open(settings.IndexFile);
        new SqliteCommand("pragma journal_mode = wal", connection).ExecuteNonQuery();
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public void While_another_program_has_it_open_it_stays_where_it_is()
    {
        using var other = EarlierVersion.Open(settings.IndexFile);
        new SqliteCommand("select count(*) from reports", other).ExecuteScalar();
        using var database = new Database(settings);
        Assert.Throws<SqliteException>(database.OpenOrRebuild);
        Assert.Equal(6L, new SqliteCommand("select count(*) from bodies", other).ExecuteScalar());
        Assert.False(new EarlierIndex(settings).IsThere);

        other.Dispose();
        Assert.NotNull(database.OpenOrRebuild());
        var earlier = new EarlierIndex(settings);
        Assert.Equal(5, earlier.Reports().Count());
        Assert.True(earlier.IsWhole);
    }

    [Fact]
    public void What_holds_no_tables_any_more_is_made_anew()
    {
        File.WriteAllText(settings.IndexFile, "SQLite format 3\0" + new string('x', 5000));
        using var database = new Database(settings);
        Assert.Null(database.OpenOrRebuild());
        Assert.False(new EarlierIndex(settings).IsThere);
    }

    [Fact]
    public void Where_the_list_of_reports_is_damaged_they_are_found_one_by_one()
    {
        using (new Database(settings)) { }
        var file = settings.IndexFile + ".earlier";
        var all = new EarlierIndex(settings).Reports().Select(report => report.Slug).Order().ToList();
        // The root of the index over paths, by which they are listed.
        using (var connection = EarlierVersion.Open(file))
        {
            var size = (long)new SqliteCommand("pragma page_size", connection).ExecuteScalar()!;
            var root = (long)
                new SqliteCommand(
                    "select rootpage from sqlite_schema where name = 'sqlite_autoindex_reports_1'",
                    connection
                ).ExecuteScalar()!;
            using var bytes = File.OpenWrite(file);
            bytes.Position = (root - 1) * size;
            bytes.Write(new byte[size]);
        }
        var earlier = new EarlierIndex(settings);
        Assert.Equal(all, earlier.Reports().Select(report => report.Slug).Order());
        Assert.False(earlier.IsWhole);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(settings.Data, recursive: true);
    }
}
