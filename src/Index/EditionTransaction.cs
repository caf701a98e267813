using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Index.Editions;
using WorkReports.Index.Search.Segments;
using WorkReports.Journal;

namespace WorkReports.Index;

/// <summary>The edition being made: one immediate transaction, dropped unless it is committed.</summary>
public sealed class EditionTransaction : IDisposable
{
    /// <summary>So many are asked for in one question.</summary>
    const int ChunkSize = 1000;

    const string Chunk = "(select value from json_each(@some))";

    readonly Database database;
    readonly SqliteConnection connection;
    readonly SqliteTransaction transaction;
    readonly SegmentWriter search;

    /// <summary>Reports of which nothing changed that another page shows; null when that is not all that changed.</summary>
    HashSet<string>? rewritten = new(StringComparer.Ordinal);

    internal EditionTransaction(Database database)
    {
        this.database = database;
        SqliteTransaction? begun = null;
        connection = database.Write(fresh => begun = fresh.BeginTransaction(deferred: false));
        transaction = begun!;
        search = new SegmentWriter(connection);
    }

    /// <param name="problems">What is wrong with the files that the profile and the pillars were read from.</param>
    public void Put(
        SiteProfile profile,
        IReadOnlyList<Pillar> pillars,
        IEnumerable<Problem> problems,
        string context,
        string basis
    )
    {
        rewritten = null;
        var number = connection.QuerySingleOrDefault<long>("select number from edition");
        connection.Execute(
            "delete from edition; delete from pillars; delete from problems where file not in (select path from files)"
        );
        connection.Execute(
            "insert into edition values (@number, @context, @basis, @profile)",
            new
            {
                number,
                context,
                basis,
                profile,
            }
        );
        connection.Execute(
            """insert into pillars values (@Folder, @Slug, @Title, @Order, @Seal, @Motto, @Type, @Html, @Text, @Files)""",
            pillars
        );
        ProblemRows.Write(connection, problems);
    }

    /// <summary>The file that holds an address already, or null.</summary>
    public string? HolderOf(string slug) => HoldersOf([slug]).GetValueOrDefault(slug);

    /// <summary>The files that hold addresses already, by these.</summary>
    public IReadOnlyDictionary<string, string> HoldersOf(IEnumerable<string> slugs) =>
        QueryInChunks(slugs, some =>
                connection.Query<(string Slug, string Path)>(
                    $"select slug, path from reports where slug in {Chunk}",
                    new { some }
                )
            )
            .ToDictionary(report => report.Slug, report => report.Path);

    /// <summary>
    /// Puts reports in, each in the place of what its file said before. One table after the other: whenever another one is
    /// written in between, the full-text index closes its segment, and merging thousands of them takes longer than all the rest.
    /// </summary>
    public void Put(IReadOnlyCollection<Report> reports)
    {
        foreach (var report in reports)
        {
            if (rewritten is null)
                break;
            if (connection.ExecuteScalar<bool>(ShowsTheSame, report))
                rewritten.Add(report.Slug);
            else
                rewritten = null;
        }
        DeleteReports([.. reports.Select(report => report.Path)]);
        connection.Execute(InsertReport, reports);
        var ids = IdsOf(reports.Select(report => report.Path));
        var rows = reports.Select(report => (Id: ids[report.Path], Report: report)).ToList();
        connection.Execute(
            "insert into bodies values (@Id, @Text, @Html, @Markdown)",
            rows.Select(row => new
            {
                row.Id,
                row.Report.Html,
                row.Report.Text,
                row.Report.Markdown,
            })
        );
        connection.Execute(
            "insert into memberships values (@Id, @Pillar, @Section, @Pinned, @Published, @Slug, @Draft, @Expires, @Withdrawn)",
            rows.SelectMany(row =>
                row.Report.Pillars.Select(membership => new
                {
                    row.Id,
                    membership.Pillar,
                    membership.Section,
                    row.Report.Pinned,
                    row.Report.Published,
                    row.Report.Slug,
                    row.Report.Draft,
                    row.Report.Expires,
                    row.Report.Withdrawn,
                })
            )
        );
        connection.Execute(
            "insert or ignore into aliases values (@alias, @Id)",
            rows.SelectMany(row =>
                row.Report.Aliases.Append(AddressOfFileName(row.Report)).Select(alias => new { alias, row.Id })
            )
        );
        connection.Execute(
            "insert or ignore into report_files values (@path, @Id)",
            rows.SelectMany(row => row.Report.Files.Select(path => new { path, row.Id }))
        );
        connection.Execute(
            "insert into likeness (rowid, title, keywords) values (@Id, @title, @keywords)",
            rows.Select(row => new
            {
                row.Id,
                title = SimilarityTokens.Tokenize(row.Report.Title),
                keywords = SimilarityTokens.Tokenize(string.Join('\n', row.Report.Keywords)),
            })
        );
        foreach (var (id, report) in rows.Where(row => row.Report.Withdrawn is null))
            search.Add(id, report);
    }

    /// <summary>Whoever knows a file's name and not its address finds the report all the same.</summary>
    static string AddressOfFileName(Report report) =>
        AddressText.Composed(Path.GetFileNameWithoutExtension(report.Path));

    public void Put(IReadOnlyCollection<IndexedFile> files) =>
        connection.Execute("insert or replace into files values (@Path, @Size, @Modified, @Hash)", files);

    /// <summary>Replaces what was told of these files by what is told of them now.</summary>
    public void Put(IReadOnlyCollection<string> files, IEnumerable<Problem> problems)
    {
        connection.Execute("delete from problems where file = @file", files.Select(file => new { file }));
        ProblemRows.Write(connection, problems);
    }

    /// <summary>Replaces what these files lean on.</summary>
    public void Put(IReadOnlyCollection<string> files, IEnumerable<FileDependency> leans)
    {
        connection.Execute("delete from leans where file = @file", files.Select(file => new { file }));
        connection.Execute("""insert or replace into leans values (@File, @Dependency, @Stamp)""", leans);
    }

    /// <summary>Takes reports out, by their files.</summary>
    public void RemoveReports(IReadOnlyCollection<string> paths)
    {
        if (SlugsOf(paths).Count > 0)
            rewritten = null;
        DeleteReports(paths);
    }

    void DeleteReports(IReadOnlyCollection<string> paths)
    {
        search.BeforeRemoving(paths);
        var rows = IdsOf(paths).Values.Select(id => new { id }).ToList();
        connection.Execute("delete from likeness where rowid = @id", rows);
        connection.Execute("delete from reports where id = @id", rows);
    }

    Dictionary<string, long> IdsOf(IEnumerable<string> paths) =>
        QueryInChunks(paths, some =>
                connection.Query<(string Path, long Id)>(
                    $"select path, id from reports where path in {Chunk}",
                    new { some }
                )
            )
            .ToDictionary(report => report.Path, report => report.Id);

    /// <summary>Forgets files that are gone, with their reports and problems.</summary>
    public void RemoveFiles(IReadOnlyCollection<string> paths)
    {
        RemoveReports(paths);
        Put(paths, Array.Empty<Problem>());
        Put(paths, Array.Empty<FileDependency>());
        connection.Execute("delete from files where path = @path", paths.Select(path => new { path }));
    }

    /// <summary>The addresses that these files hold.</summary>
    internal IReadOnlyList<string> SlugsOf(IReadOnlyCollection<string> paths) =>
        [
            .. InOrder(
                    paths,
                    some =>
                        connection.Query<(string Path, string Slug)>(
                            $"select path, slug from reports where path in {Chunk}",
                            new { some }
                        ),
                    report => report.Path
                )
                .Select(report => report.Slug),
        ];

    /// <summary>How the reports of these files stand at this moment.</summary>
    internal IReadOnlyList<ReportStatus> Standings(IReadOnlyCollection<string> paths, DateTimeOffset now) =>
        [
            .. InOrder(
                paths,
                some =>
                    connection.Query<ReportStatus>($"{ReportStatus.Select} where path in {Chunk}", new { some, now }),
                report => report.Path
            ),
        ];

    /// <summary>What is found of the reports of these files, in the order of the files.</summary>
    static IEnumerable<T> InOrder<T>(
        IReadOnlyCollection<string> paths,
        Func<string, IEnumerable<T>> ask,
        Func<T, string> pathOf
    )
    {
        var found = QueryInChunks(paths, ask).ToDictionary(pathOf);
        return paths.Where(found.ContainsKey).Select(path => found[path]);
    }

    /// <summary>Once for each: many files may want one address.</summary>
    /// <param name="ask">Takes some of them, as JSON.</param>
    static IEnumerable<T> QueryInChunks<T>(IEnumerable<string> all, Func<string, IEnumerable<T>> ask) =>
        all.Distinct().Chunk(ChunkSize).SelectMany(some => ask(JsonSerializer.Serialize(some)));

    internal void Put(IReadOnlyCollection<FormerAddress> former)
    {
        connection.Execute("delete from former");
        connection.Execute("insert into former values (@Slug, @Now)", former);
    }

    /// <summary>Makes it the edition that readers see.</summary>
    /// <returns>Its number: one more than the last.</returns>
    public long Commit()
    {
        search.Finish();
        var number = connection.ExecuteScalar<long>("update edition set number = number + 1 returning number");
        database.DeferCheckpoint(connection);
        database.ApplyVisibleChange(transaction.Commit, rewritten);
        return number;
    }

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }

    /// <summary>What other reports' pages show of a report, or find it by.</summary>
    const string ShowsTheSame = """
        select exists (
            select 1
            from reports
            where path = @Path and slug = @Slug and folder = @Folder and title = @Title and published = @Published and unit = @Unit and keywords = @Keywords
                and pinned = @Pinned and draft = @Draft and expires is @Expires and withdrawn is @Withdrawn)
        """;

    const string InsertReport = """
        insert into reports (
            path, hash, slug, folder, title, published, year, unit, source, author, summary, keywords, cover, attachments,
            updated, change, pinned, draft, expires, withdrawn, sections)
        values (
            @Path, @Hash, @Slug, @Folder, @Title, @Published, @Year, @Unit, @Source, @Author, @Summary, @Keywords, @Cover, @Attachments,
            @Updated, @Change, @Pinned, @Draft, @Expires, @Withdrawn, @Sections)
        """;
}
