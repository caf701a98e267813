using Microsoft.Data.Sqlite;
using WorkReports.Index;

namespace WorkReports.Tests.Index;

public sealed class DatabaseTests : IDisposable
{
    readonly Settings settings = new() { Data = Directory.CreateTempSubdirectory("workreports-data-").FullName };

    [Fact]
    public void A_missing_folder_is_made()
    {
        var deeper = settings with { Data = Path.Combine(settings.Data, "a", "b") };
        Assert.Equal(0, new Indexer(new Database(deeper)).Edition());
    }

    [Theory]
    [InlineData("this is no database at all, but long enough to look like a file that somebody wrote over")]
    [InlineData("")]
    public void A_broken_index_is_made_anew(string bytes)
    {
        File.WriteAllText(settings.IndexFile, bytes);
        Assert.Empty(new Indexer(new Database(settings)).Files());
    }

    [Fact]
    public void An_index_of_another_schema_is_made_anew()
    {
        using (var other = new SqliteConnection($"Data Source={settings.IndexFile}"))
        {
            other.Open();
            new SqliteCommand("create table reports (x); pragma user_version = 7", other).ExecuteNonQuery();
        }
        Assert.Empty(new Indexer(new Database(settings)).Files());
    }

    [Fact]
    public void Readers_cannot_write()
    {
        using var connection = new Database(settings).Read();
        Assert.Throws<SqliteException>(() => new SqliteCommand("delete from reports", connection).ExecuteNonQuery());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(settings.Data, recursive: true);
    }
}
