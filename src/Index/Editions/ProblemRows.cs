using Dapper;
using Microsoft.Data.Sqlite;

namespace WorkReports.Index.Editions;

/// <summary>Problems as rows of the index.</summary>
static class ProblemRows
{
    public static void Write(SqliteConnection connection, IEnumerable<Problem> problems) =>
        connection.Execute(
            "insert into problems values (@File, @Line, @Column, @Length, @Severity, @Code, @Message)",
            problems.Select(problem => new
            {
                problem.File,
                problem.At.Line,
                problem.At.Column,
                problem.At.Length,
                problem.Severity,
                problem.Code,
                problem.Message,
            })
        );

    /// <param name="of">The file; null for all of them.</param>
    public static IReadOnlyList<Problem> Read(SqliteConnection connection, string? of = null) =>
        [
            .. connection
                .Query<(string File, int Line, int Column, int Length, Severity Severity, string Code, string Message)>(
                    """
                    select file, line, "column", length, severity, code, message
                    from problems
                    where @of is null or file = @of
                    order by file, line, "column"
                    """,
                    new { of }
                )
                .Select(row => new Problem(
                    row.File,
                    new Place(row.Line, row.Column, row.Length),
                    row.Severity,
                    row.Code,
                    row.Message
                )),
        ];
}
