using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Upgrade;

/// <summary>The data folder of version 0.1: the two .sql files here.</summary>
static class EarlierVersion
{
    /// <param name="name"><c>journal</c> or <c>index</c>.</param>
    public static void Restore(string name, string folder)
    {
        using var connection = Open(Path.Combine(folder, name + ".db"));
        new SqliteCommand(
            Repository.Read("tests", "Content", "Upgrade", name + "-0.1.sql"),
            connection
        ).ExecuteNonQuery();
    }

    /// <summary>Overwrites the page that holds the texts of the first reports, and no other.</summary>
    public static void SpoilFirstBodies(string index)
    {
        const int PageSize = 512;
        long root;
        using (var connection = Open(index))
        {
            new SqliteCommand($"pragma page_size = {PageSize}; vacuum", connection).ExecuteNonQuery();
            root = (long)
                new SqliteCommand(
                    "select rootpage from sqlite_schema where name = 'bodies'",
                    connection
                ).ExecuteScalar()!;
        }
        // https://www.sqlite.org/fileformat2.html#b_tree_pages: the first cell of an inner page begins with the number of its child.
        var bytes = File.ReadAllBytes(index);
        var page = bytes.AsSpan((int)(root - 1) * PageSize, PageSize);
        Assert.Equal(5, page[0]);
        var child = BinaryPrimitives.ReadInt32BigEndian(page[BinaryPrimitives.ReadUInt16BigEndian(page[12..])..]);
        bytes.AsSpan((child - 1) * PageSize, PageSize).Clear();
        File.WriteAllBytes(index, bytes);
    }

    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        return connection;
    }
}
