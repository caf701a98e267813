using Dapper;
using WorkReports.Index.Editions;

namespace WorkReports.Index;

/// <summary>What only editors ask, in a preview.</summary>
public sealed partial class Library
{
    public bool IsPreview => database.IsPreview;

    /// <summary>The state of a report at this moment.</summary>
    public ReportState StateOf(bool draft, DateTimeOffset published, DateTimeOffset? expires, bool withdrawn = false) =>
        ReportStates.Of(draft, published, expires, withdrawn, now);

    public IReadOnlyList<Problem> ProblemsOf(string file) => ProblemRows.Read(Connection, file);

    public int CountProblems() => Connection.ExecuteScalar<int>("select count(*) from problems");

    /// <summary>Every report's file, and what is told of files beside them, by their paths.</summary>
    public IReadOnlyList<FileState> FileStates()
    {
        var problems = ProblemRows.Read(Connection).Concat(StaleColumns()).ToLookup(problem => problem.File);
        var files = Connection
            .Query<(
                string Path,
                string? Slug,
                string? Title,
                bool Draft,
                DateTimeOffset? Published,
                DateTimeOffset? Expires,
                bool Withdrawn
            )>(
                """
                select files.path, slug, title, coalesce(draft, 0), published, expires, withdrawn is not null
                from files
                left join reports on reports.path = files.path
                """
            )
            .Select(file => new FileState
            {
                Path = file.Path,
                Slug = file.Slug,
                Title = file.Title,
                Published = file.Published,
                State = ReportStates.Of(file.Draft, file.Published ?? now, file.Expires, file.Withdrawn, now),
                Problems = [.. problems[file.Path]],
            })
            .ToList();
        var others = problems
            .Select(told => told.Key)
            .Except(files.Select(file => file.Path))
            .Select(path => new FileState { Path = path, Problems = [.. problems[path]] });
        return [.. files.Concat(others).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>By what readers see: a preview shows more.</summary>
    IEnumerable<Problem> StaleColumns()
    {
        var ages = new StalenessCheck(Site(), Pillars(), now);
        foreach (
            var (published, unit, pillars) in Connection.Query<(DateTimeOffset, string, string?)>(
                $"""
                select published, unit, (select group_concat(pillar, ' ') from memberships where report = id)
                from reports
                where {Public}
                """,
                new { now }
            )
        )
            ages.Count(published, unit, (pillars ?? "").Split(' '));
        foreach (
            var path in Connection.Query<string>(
                "select file from problems where severity = @Error",
                new { Severity.Error }
            )
        )
            ages.MarkUncertain(path);
        return ages.Problems(_ => 1);
    }
}
