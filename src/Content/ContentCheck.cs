using WorkReports.Content.Files;
using WorkReports.Content.Rendering;
using WorkReports.Content.Reports;
using WorkReports.Index;

namespace WorkReports.Content;

/// <summary>What a look at the content found: with the same eyes as publishing, and without an index.</summary>
/// <param name="Files">How many Markdown files were looked at.</param>
/// <param name="Problems">In the order of files and lines.</param>
/// <param name="Links">To other sites; nobody has followed them.</param>
public sealed record ContentCheck(int Files, IReadOnlyList<Problem> Problems, IReadOnlyList<ExternalLink> Links)
{
    public int Errors => Problems.Count(problem => problem.IsError);

    /// <param name="isMeant">The files to look at, by their paths; null for all of them, and for what only all together show.</param>
    /// <param name="former">Last parts of addresses that reports had before, and that lead on.</param>
    public static ContentCheck Of(
        ContentFolder folder,
        TimeProvider clock,
        Func<string, bool>? isMeant = null,
        IEnumerable<string>? former = null,
        CancellationToken stop = default
    )
    {
        var listing = folder.List();
        var register = new SiteContextReader(folder).Read(listing.PillarFiles, listing.Unreadable);
        var (problems, now) = (register.Problems.ToList(), clock.GetUtcNow());
        var (addresses, ages) = (
            new KnownAddresses(register, former ?? []),
            new ColumnAges(register.Site, register.Pillars, now)
        );
        var (holders, links) = (
            new Dictionary<string, string>(),
            register.Links.Where(link => isMeant is null || isMeant(link.File)).ToList()
        );
        foreach (
            var read in new ReportReader(folder, register, new Dictionary<string, IndexedFile>()).Read(
                listing.Reports.Where(IsMeant),
                isFirst: true,
                stop
            )
        )
        {
            var parsed = read.Parsed!;
            problems.AddRange(parsed.Problems);
            links.AddRange(parsed.WrittenLinks.Select(link => new ExternalLink(read.File.Path, link.At, link.Url)));
            if (parsed.Report is not { } report)
            {
                ages.MarkUncertain(read.File.Path);
                continue;
            }
            addresses.Add(report);
            if (StateOf(report, now) == ReportState.Published)
                ages.Count(report.Published, report.Unit, report.Pillars.Select(pillar => pillar.Pillar));
            if (!holders.TryAdd(report.Slug, report.Path))
                problems.Add(Publisher.SameAddress(report, parsed.AddressLine, holders[report.Slug]));
        }
        if (isMeant is null)
            problems.AddRange(ProblemsOfTheWhole(folder, addresses, ages, links));
        return new ContentCheck(
            listing.Files.Count(IsMeant),
            InOrder(problems.Where(problem => isMeant is null || isMeant(problem.File))),
            [.. links.Where(link => !addresses.IsOwn(link.Url))]
        );

        bool IsMeant(ContentFile file) => isMeant is null || isMeant(file.Path);
    }

    public ContentCheck With(IEnumerable<Problem> more) => this with { Problems = InOrder(Problems.Concat(more)) };

    static IEnumerable<Problem> ProblemsOfTheWhole(
        ContentFolder folder,
        KnownAddresses addresses,
        ColumnAges ages,
        IEnumerable<ExternalLink> links
    )
    {
        var lines = new SourceLines(folder);
        foreach (var link in links.Where(link => addresses.IsMissing(link.Url)))
            yield return new Problem(
                link.File,
                link.At,
                Severity.Warning,
                "address-missing",
                $"本站没有“{link.Url}”这个网址。链接到本站的报告，请写文件路径，如 ../2021/2021-08-31-某报告.md。"
            );
        foreach (var problem in ages.Problems(lines.LineOfSiteFile))
            yield return problem;
    }

    static ReportState StateOf(Report report, DateTimeOffset now) =>
        ReportStates.Of(report.Draft, report.Published, report.Expires, report.Withdrawn is not null, now);

    static List<Problem> InOrder(IEnumerable<Problem> problems) =>
        [
            .. problems
                .OrderBy(problem => problem.File, StringComparer.Ordinal)
                .ThenBy(problem => problem.At.Line)
                .ThenBy(problem => problem.At.Column),
        ];
}
