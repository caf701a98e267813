using Dapper;

namespace WorkReports.Index;

/// <summary>A file of the content folder as it was when it was last read.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Modified">Ticks, UTC.</param>
/// <param name="Hash">Of its bytes; empty when it must be read again at the next scan whatever its date says.</param>
public sealed record IndexedFile(string Path, long Size, long Modified, string Hash);

/// <summary>A file that another one was read against: what it links.</summary>
/// <param name="Stamp">Of the file leant on, as it was then; empty when it was not there.</param>
public sealed record Lean(string File, string On, string Stamp);

/// <summary>The side of the index that writes. One writer at a time; what it wrote is seen whole, or not at all.</summary>
public sealed class Indexer(Database database)
{
    public IReadOnlyDictionary<string, IndexedFile> Files()
    {
        using var connection = database.Read();
        return connection.Query<IndexedFile>("select path, size, modified, hash from files").ToDictionary(file => file.Path);
    }

    public IReadOnlyList<Lean> Leans()
    {
        using var connection = database.Read();
        return connection.Query<Lean>("""select file, "on", stamp from leans""").AsList();
    }

    /// <summary>The number of the edition that readers see; 0 before the first.</summary>
    public long Edition()
    {
        using var connection = database.Read();
        return connection.QuerySingleOrDefault<long>("select number from edition");
    }

    /// <summary>What the last edition's reports depended on beside their own files; null before the first edition.</summary>
    public string? Context()
    {
        using var connection = database.Read();
        return connection.QuerySingleOrDefault<string>("select context from edition");
    }

    public SiteProfile? Profile()
    {
        using var connection = database.Read();
        return connection.QuerySingleOrDefault<SiteProfile>("select profile from edition");
    }

    public IReadOnlyList<Pillar> Pillars()
    {
        using var connection = database.Read();
        return connection.Query<Pillar>("select * from pillars").AsList();
    }

    public IReadOnlyList<Problem> Problems()
    {
        using var connection = database.Read();
        return [.. connection
            .Query<(string File, int Line, Severity Severity, string Code, string Message)>(
                """
                select file, line, severity, code, message
                from problems
                order by file, line
                """)
            .Select(row => new Problem(row.File, row.Line, row.Severity, row.Code, row.Message))];
    }

    /// <summary>Begins the next edition. Nothing of it is seen before <see cref="NextEdition.Commit"/>.</summary>
    public NextEdition Begin() => new(database.Write());
}
