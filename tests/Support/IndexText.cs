using Microsoft.Data.Sqlite;

namespace WorkReports.Tests.Support;

/// <summary>
/// What an index says to readers, as text: each table's rows, reports by their addresses. Two indexes that say the same give the same
/// text, however they came to it.
/// </summary>
static class IndexText
{
    static readonly string[] Queries =
    [
        "select profile from edition",
        "select * from pillars",
        "select reports.*, text, html from reports join bodies on report = id",
        "select reports.slug, memberships.pillar, memberships.section from memberships join reports on id = report",
        "select slug, alias from aliases join reports on id = report",
        "select * from former",
        "select * from news",
        "select * from history",
        "select slug, report_files.path from report_files join reports on id = report",
        "select reports.slug, likeness.title, likeness.keywords from likeness join reports on id = likeness.rowid",
    ];

    public static string Of(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        return string.Join('\n', Queries.Select(query => $"{query}\n{Rows(connection, query)}"));
    }

    static string Rows(SqliteConnection connection, string query)
    {
        using var reader = new SqliteCommand(query, connection).ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(
                string.Join(
                    " | ",
                    Enumerable
                        .Range(0, reader.FieldCount)
                        // A number that says only in which order reports came.
                        .Where(column => reader.GetName(column) != "id")
                        .Select(column => $"{reader.GetName(column)}: {reader.GetValue(column)}")
                )
            );
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }
}
