using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Storage;

namespace WorkReports.Index.Editions;

/// <summary>
/// The index of a build that kept no texts in the journal: the only place where the last good version of a report stands whose file
/// was spoilt since. It is put aside instead of deleted, until the journal has taken over what it shows.
/// </summary>
sealed class EarlierIndex(Settings settings)
{
    readonly string file = FileBeside(Path.GetFullPath(settings.IndexFile));

    static EarlierIndex() => SqliteTypeMappings.Register();

    public bool IsThere => File.Exists(file);

    /// <summary>Puts an index aside where it holds the Markdown of reports; any other is left to be deleted.</summary>
    public static void SetAside(string index)
    {
        try
        {
            if (!HoldsMarkdown(index))
                return;
            File.Move(index, FileBeside(index), overwrite: true);
        }
        catch (SqliteException)
        {
            // Damaged: nothing can be had from it.
        }
    }

    public SiteProfile Profile()
    {
        using var connection = Open(file, SqliteOpenMode.ReadOnly);
        return connection.QuerySingleOrDefault<SiteProfile>("select profile from edition") ?? new SiteProfile();
    }

    public IReadOnlyList<Pillar> Pillars()
    {
        using var connection = Open(file, SqliteOpenMode.ReadOnly);
        return connection.Query<Pillar>("select * from pillars").AsList();
    }

    /// <summary>Every report but drafts, one by one.</summary>
    public IEnumerable<Report> Reports()
    {
        using var connection = Open(file, SqliteOpenMode.ReadOnly);
        var ids = connection.Query<long>("select id from reports where draft = 0 order by path").AsList();
        foreach (var id in ids)
            yield return Report(connection, id);
    }

    public void Delete() => File.Delete(file);

    static Report Report(SqliteConnection connection, long id) =>
        connection.QuerySingle<Report>(
            """
            select reports.*, bodies.text, bodies.html, bodies.markdown
            from reports
            join bodies on bodies.report = reports.id
            where reports.id = @id
            """,
            new { id }
        ) with
        {
            Pillars = connection
                .Query<Membership>("select pillar, section from memberships where report = @id", new { id })
                .AsList(),
            Aliases = connection.Query<string>("select alias from aliases where report = @id", new { id }).AsList(),
            Files = connection.Query<string>("select path from report_files where report = @id", new { id }).AsList(),
        };

    /// <summary>With what its log holds: it is one file afterwards.</summary>
    static bool HoldsMarkdown(string index)
    {
        using var connection = Open(index, SqliteOpenMode.ReadWrite);
        var holds = connection.ExecuteScalar<bool>(
            "select count(*) > 0 from pragma_table_info('bodies') where name = 'markdown'"
        );
        if (holds)
            connection.Execute("pragma wal_checkpoint(truncate); pragma journal_mode = delete");
        return holds;
    }

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
