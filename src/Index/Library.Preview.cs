using Dapper;

namespace WorkReports.Index;

/// <summary>What only editors ask, in a preview.</summary>
public sealed partial class Library
{
    public bool IsPreview => database.IsPreview;

    /// <summary>How a report stands at this moment.</summary>
    public ReportState StateOf(bool draft, DateTimeOffset published, DateTimeOffset? expires, bool withdrawn = false) =>
        ReportStates.Of(draft, published, expires, withdrawn, now);

    public IReadOnlyList<Problem> ProblemsOf(string file) => ProblemRows.Read(Connection, file);

    public int CountProblems() => Connection.ExecuteScalar<int>("select count(*) from problems");

    /// <summary>Every report's file, and what is told of files beside them, by their paths.</summary>
    public IReadOnlyList<FileState> FileStates()
    {
        var problems = ProblemRows.Read(Connection).ToLookup(problem => problem.File);
        var files = Connection.Query<(string Path, string? Slug, string? Title, bool Draft, DateTimeOffset? Published, DateTimeOffset? Expires, bool Withdrawn)>(
            """
            select files.path, slug, title, coalesce(draft, 0), published, expires, withdrawn is not null
            from files
            left join reports on reports.path = files.path
            """).Select(file => new FileState
            {
                Path = file.Path,
                Slug = file.Slug,
                Title = file.Title,
                Published = file.Published,
                State = ReportStates.Of(file.Draft, file.Published ?? now, file.Expires, file.Withdrawn, now),
                Problems = [.. problems[file.Path]],
            }).ToList();
        var others = problems.Select(told => told.Key).Except(files.Select(file => file.Path)).Select(path => new FileState { Path = path, Problems = [.. problems[path]] });
        return [.. files.Concat(others).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }
}
