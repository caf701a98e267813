using System.Data;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Storage;

namespace WorkReports.Index.Editions;

/// <summary>
/// The index of a build that kept no texts in the journal: the only place where the last good version of a report stands whose file
/// was spoilt since. It is put aside instead of deleted, until the journal has taken over what it shows. Bad pages in it take with them
/// what lies there, and nothing else.
/// </summary>
sealed class EarlierIndex(Settings settings)
{
    /// <summary>Reports that are looked for one by one where the list of them is damaged: a broken number must not keep it busy for ever.</summary>
    const long MostReports = 1_000_000;

    readonly string file = FileBeside(Path.GetFullPath(settings.IndexFile));

    static EarlierIndex() => SqliteTypeMappings.Register();

    public bool IsThere => File.Exists(file);

    /// <summary>False once something of it could not be read, and never can be.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Puts an index aside where it holds the Markdown of reports; any other is left to be deleted.</summary>
    /// <exception cref="SqliteException">It may hold some and cannot be had now, as where another program has it open: nothing is deleted.</exception>
    public static void SetAside(string index)
    {
        try
        {
            if (!HoldsMarkdown(index))
                return;
            // One that still waits to be taken over knows older last versions: a build that was put back meanwhile began without them.
            if (File.Exists(FileBeside(index)))
                ForeignFile.PutAside(index);
            else
                File.Move(index, FileBeside(index));
        }
        catch (SqliteException exception) when (Database.IsDamage(exception))
        {
            // Not even its tables can be read.
        }
    }

    /// <summary>Null where it cannot be read.</summary>
    public SiteProfile? Profile()
    {
        using var connection = Open();
        return Read(() =>
            connection.QuerySingleOrDefault<SiteProfile>("select profile from edition") ?? new SiteProfile()
        );
    }

    public IReadOnlyList<Pillar> Pillars()
    {
        using var connection = Open();
        return Read(() => connection.Query<Pillar>("select * from pillars").AsList()) ?? [];
    }

    /// <summary>Every report but drafts, one by one; without its <see cref="Report.Markdown"/> where that cannot be read.</summary>
    public IEnumerable<Report> Reports()
    {
        using var connection = Open();
        foreach (var id in Ids(connection))
        {
            if (Report(connection, id) is { } report)
                yield return report;
        }
    }

    public void Delete() => File.Delete(file);

    /// <summary>Keeps what could not be read for whoever can do more.</summary>
    /// <returns>Where it lies now.</returns>
    public string PutAside() => ForeignFile.PutAside(file);

    IEnumerable<long> Ids(SqliteConnection connection)
    {
        IEnumerable<long>? listed = Read(() =>
            connection.Query<long>("select id from reports where draft = 0 order by path").AsList()
        );
        return listed ?? Numbers(Math.Min(MostReports, Math.Max(Last("reports", "id"), Last("bodies", "report"))));

        long Last(string table, string column) =>
            Read(() => connection.Query<long?>($"select max({column}) from {table}").AsList())?[0] ?? 0;
    }

    static IEnumerable<long> Numbers(long last)
    {
        for (var number = 1L; number <= last; number++)
            yield return number;
    }

    Report? Report(SqliteConnection connection, long id)
    {
        var report = Read(() =>
            connection.QuerySingleOrDefault<Report>("select * from reports where id = @id and draft = 0", new { id })
        );
        return report is null
            ? null
            : report with
            {
                Markdown = Texts("select markdown from bodies where report = @id").FirstOrDefault() ?? "",
                Pillars = Read(() =>
                    connection
                        .Query<Membership>("select pillar, section from memberships where report = @id", new { id })
                        .AsList()
                ) ?? [],
                Aliases = Texts("select alias from aliases where report = @id"),
                Files = Texts("select path from report_files where report = @id"),
            };

        IReadOnlyList<string> Texts(string sql) => Read(() => connection.Query<string>(sql, new { id }).AsList()) ?? [];
    }

    /// <summary>Null where bad pages are in the way: some are noticed by SQLite, others by what cannot be what lies there.</summary>
    T? Read<T>(Func<T?> question)
        where T : class
    {
        try
        {
            return question();
        }
        catch (Exception exception)
            when (Database.IsDamage(exception) || exception is DataException or JsonException or FormatException)
        {
            IsWhole = false;
            return null;
        }
    }

    /// <summary>With what its log holds: it is one file afterwards.</summary>
    static bool HoldsMarkdown(string index)
    {
        using var connection = Open(index, SqliteOpenMode.ReadWrite);
        var holds = connection.ExecuteScalar<bool>(
            "select count(*) > 0 from pragma_table_info('bodies') where name = 'markdown'"
        );
        if (holds)
        {
            // A command each: what fails behind a statement that answers with a row is never said.
            connection.Execute("pragma wal_checkpoint(truncate)");
            connection.Execute("pragma journal_mode = delete");
        }
        return holds;
    }

    SqliteConnection Open() => Open(file, SqliteOpenMode.ReadOnly);

    static SqliteConnection Open(string file, SqliteOpenMode mode) =>
        Connections.Open(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                Pooling = false,
                DefaultTimeout = 1,
            }.ToString()
        );

    static string FileBeside(string index) => index + ".earlier";
}
