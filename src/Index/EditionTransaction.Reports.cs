using Dapper;

namespace WorkReports.Index;

public sealed partial class EditionTransaction
{
    /// <summary>
    /// True where a report is in the index already with all that other reports' pages and lists show of it, or find it
    /// by.
    /// </summary>
    const string LooksTheSameElsewhere = """
        select exists (
            select 1
            from reports
            where path = @Path and slug = @Slug and folder = @Folder and title = @Title
                and published = @Published and unit = @Unit and keywords = @Keywords
                and pinned = @Pinned and draft = @Draft and expires is @Expires and withdrawn is @Withdrawn)
        """;

    const string InsertReport = """
        insert into reports (
            path, hash, reading, slug, folder, title, published, year, unit, source, author, summary, keywords,
            cover, attachments, updated, change, pinned, draft, expires, withdrawn, sections, noticed)
        values (
            @Path, @Hash, @Reading, @Slug, @Folder, @Title, @Published, @Year, @Unit, @Source, @Author, @Summary,
            @Keywords, @Cover, @Attachments, @Updated, @Change, @Pinned, @Draft, @Expires, @Withdrawn, @Sections,
            @Published)
        """;

    /// <summary>
    /// Puts reports in, each in the place of what its file said before. One table after the other: whenever another one
    /// is written in between, FTS5 closes its segment, and merging thousands of them takes longer than all the rest.
    /// </summary>
    public void PutReports(IReadOnlyCollection<Report> reports)
    {
        NoteChanges(reports);
        DeleteReports([.. reports.Select(report => report.Path)]);
        connection.Execute(InsertReport, reports);
        var ids = IdsOf(reports.Select(report => report.Path));
        var rows = reports.Select(report => (Id: ids[report.Path], Report: report)).ToList();
        InsertBodies(rows);
        InsertMemberships(rows);
        InsertAddressesAndFiles(rows);
        InsertSimilarityTokens(rows);
        foreach (var (id, report) in rows.Where(row => row.Report.Withdrawn is null))
            search.Add(id, report);
    }

    /// <summary>Takes reports out, by their files.</summary>
    public void RemoveReports(IReadOnlyCollection<string> paths)
    {
        if (SlugsOf(paths).Count > 0)
            changesEverything = true;
        DeleteReports(paths);
    }

    void NoteChanges(IReadOnlyCollection<Report> reports)
    {
        foreach (var report in reports)
        {
            if (changesEverything)
                return;
            if (connection.ExecuteScalar<bool>(LooksTheSameElsewhere, report))
                rewritten.Add(report.Slug);
            else
                changesEverything = true;
        }
    }

    void DeleteReports(IReadOnlyCollection<string> paths)
    {
        search.Remove(paths);
        var rows = IdsOf(paths).Values.Select(id => new { id }).ToList();
        connection.Execute("delete from likeness where rowid = @id", rows);
        connection.Execute("delete from reports where id = @id", rows);
    }

    void InsertBodies(List<(long Id, Report Report)> rows) =>
        connection.Execute(
            "insert into bodies values (@Id, @Text, @Html)",
            rows.Select(row => new
            {
                row.Id,
                row.Report.Html,
                row.Report.Text,
            })
        );

    void InsertMemberships(List<(long Id, Report Report)> rows) =>
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

    void InsertAddressesAndFiles(List<(long Id, Report Report)> rows)
    {
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
    }

    /// <summary>Whoever knows a file's name and not its address finds the report all the same.</summary>
    static string AddressOfFileName(Report report) =>
        AddressText.Composed(Path.GetFileNameWithoutExtension(report.Path));

    void InsertSimilarityTokens(List<(long Id, Report Report)> rows) =>
        connection.Execute(
            "insert into likeness (rowid, title, keywords) values (@Id, @title, @keywords)",
            rows.Select(row => new
            {
                row.Id,
                title = SimilarityTokens.Tokenize(row.Report.Title),
                keywords = SimilarityTokens.Tokenize(string.Join('\n', row.Report.Keywords)),
            })
        );
}
