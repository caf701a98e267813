using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace WorkReports.Index;

/// <summary>A report as the index holds it, with its state at a moment: what the journal is told.</summary>
sealed record ReportSnapshot
{
    public required string Slug { get; init; }
    public required string Path { get; init; }
    public required string Title { get; init; }

    /// <summary>SHA-256 of its file.</summary>
    public required string Hash { get; init; }

    /// <summary>SHA-256 of its reading: the parsed head, and what its links led to; empty for a draft.</summary>
    public required string Reading { get; init; }

    public required ReportState State { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>What was changed then.</summary>
    public string? Change { get; init; }

    /// <summary>Why it was withdrawn.</summary>
    public string? Withdrawn { get; init; }

    /// <summary>SQL; the state is the one at <c>@now</c>, as <see cref="ReportStates.Of"/> says it.</summary>
    public static readonly string Select = $"""
        select slug, path, title, hash, reading, updated, change, withdrawn, case
            when draft = 1 then {(int)ReportState.Draft}
            when published > @now then {(int)ReportState.Scheduled}
            when withdrawn is not null then {(int)ReportState.Withdrawn}
            when expires <= @now then {(int)ReportState.Expired}
            else {(int)ReportState.Published} end as state
        from reports
        """;

    /// <summary>The reports of these files.</summary>
    public static IReadOnlyList<ReportSnapshot> Of(
        IEnumerable<string> paths,
        DateTimeOffset now,
        SqliteConnection connection
    ) =>
        connection
            .Query<ReportSnapshot>(
                $"{Select} where path in (select value from json_each(@paths)) order by path",
                new { paths = JsonSerializer.Serialize(paths), now }
            )
            .AsList();
}

/// <summary>Which version of a report the index shows.</summary>
/// <param name="Hash">SHA-256 of its file.</param>
/// <param name="Reading">SHA-256 of its reading.</param>
sealed record RecordedReport(string Path, string Slug, string Hash, string Reading);
