using System.Text.Json;
using Dapper;

namespace WorkReports.Index;

/// <summary>What the edition holds so far: it sees its own changes before readers do.</summary>
public sealed partial class EditionTransaction
{
    const int ChunkSize = 1000;

    /// <summary>
    /// SQL for the values of a chunk. As JSON: one statement for any number of them, which SQLite limits as parameters.
    /// </summary>
    const string Chunk = "(select value from json_each(@chunk))";

    /// <summary>The file that holds an address already, or null.</summary>
    public string? HolderOf(string slug) => HoldersOf([slug]).GetValueOrDefault(slug);

    /// <summary>The files that hold addresses already, by these.</summary>
    public IReadOnlyDictionary<string, string> HoldersOf(IEnumerable<string> slugs) =>
        QueryInChunks(slugs, chunk =>
                connection.Query<(string Slug, string Path)>(
                    $"select slug, path from reports where slug in {Chunk}",
                    new { chunk }
                )
            )
            .ToDictionary(report => report.Slug, report => report.Path);

    /// <summary>Those of these reports that stand in the index as they are: made of the same bytes, and read against the same.</summary>
    /// <returns>Their paths.</returns>
    internal IReadOnlySet<string> Unchanged(IReadOnlyCollection<Report> reports) =>
        reports
            .Join(
                ReportsOf([.. reports.Select(report => report.Path)], DateTimeOffset.MinValue),
                report => (report.Path, report.Slug, report.Hash, report.Reading),
                known => (known.Path, known.Slug, known.Hash, known.Reading),
                (report, _) => report
            )
            // Of a draft nobody knows what it was read against.
            .Where(report => report.Reading.Length > 0)
            .Select(report => report.Path)
            .ToHashSet();

    /// <summary>Every report that stands in the record, too; drafts do not.</summary>
    /// <param name="slugs">At these addresses; null for all.</param>
    internal IReadOnlySet<RecordedReport> Recorded(IReadOnlyCollection<string>? slugs = null) =>
        connection
            .Query<RecordedReport>(
                $"""
                select path, slug, hash, reading
                from reports
                where reading <> '' {(slugs is null ? "" : "and slug in (select value from json_each(@slugs))")}
                """,
                new { slugs = JsonSerializer.Serialize(slugs) }
            )
            .ToHashSet();

    /// <summary>A file as it was when it was last read; null where it never was.</summary>
    public IndexedFile? FileAt(string path) =>
        connection.QuerySingleOrDefault<IndexedFile>(IndexedFile.Select + " where path = @path", new { path });

    /// <summary>The addresses that these files hold.</summary>
    internal IReadOnlyList<string> SlugsOf(IReadOnlyCollection<string> paths) =>
        [
            .. InOrder(
                    paths,
                    chunk =>
                        connection.Query<(string Path, string Slug)>(
                            $"select path, slug from reports where path in {Chunk}",
                            new { chunk }
                        ),
                    report => report.Path
                )
                .Select(report => report.Slug),
        ];

    /// <summary>In which state the reports of these files are at this moment.</summary>
    internal IReadOnlyList<ReportSnapshot> ReportsOf(IReadOnlyCollection<string> paths, DateTimeOffset now) =>
        [
            .. InOrder(
                paths,
                chunk =>
                    connection.Query<ReportSnapshot>(
                        $"{ReportSnapshot.Select} where path in {Chunk}",
                        new { chunk, now }
                    ),
                report => report.Path
            ),
        ];

    Dictionary<string, long> IdsOf(IEnumerable<string> paths) =>
        QueryInChunks(paths, chunk =>
                connection.Query<(string Path, long Id)>(
                    $"select path, id from reports where path in {Chunk}",
                    new { chunk }
                )
            )
            .ToDictionary(report => report.Path, report => report.Id);

    /// <summary>What is found of the reports of these files, in the order of the files.</summary>
    static IEnumerable<T> InOrder<T>(
        IReadOnlyCollection<string> paths,
        Func<string, IEnumerable<T>> query,
        Func<T, string> pathOf
    )
    {
        var found = QueryInChunks(paths, query).ToDictionary(pathOf);
        return paths.Where(found.ContainsKey).Select(path => found[path]);
    }

    /// <summary>
    /// Distinct before chunking: a slug in two chunks would come back twice, and ToDictionary would throw.
    /// </summary>
    /// <param name="query">Takes a chunk, as JSON.</param>
    static IEnumerable<T> QueryInChunks<T>(IEnumerable<string> all, Func<string, IEnumerable<T>> query) =>
        all.Distinct().Chunk(ChunkSize).SelectMany(chunk => query(JsonSerializer.Serialize(chunk)));
}
