using WorkReports.Content.Files;
using WorkReports.Content.Inspection;
using WorkReports.Content.Rendering;
using WorkReports.Content.Reports;
using WorkReports.Content.Reports.Checks;
using WorkReports.Content.Scheduling;
using WorkReports.Journal;

namespace WorkReports.Content;

/// <summary>What is wrong with the content: found by the rules of publishing, without an index.</summary>
/// <param name="Files">How many Markdown files were looked at.</param>
/// <param name="Problems">In the order of files and lines.</param>
/// <param name="Links">To other sites; nobody has followed them.</param>
public sealed record ContentCheck(int Files, IReadOnlyList<Problem> Problems, IReadOnlyList<ExternalLink> Links)
{
    public int Errors => Problems.Count(problem => problem.IsError);

    /// <param name="isSelected">The files to look at, by their paths; null for all of them, and for what only all together show.</param>
    /// <param name="recorded">Addresses that the journal knows: one belongs to the file that was published there.</param>
    public static ContentCheck Of(
        ContentFolder folder,
        TimeProvider clock,
        Func<string, bool>? isSelected = null,
        AddressBook? recorded = null,
        CancellationToken stop = default
    )
    {
        var listing = folder.List();
        var inspections = new FileInspections(folder);
        var context = new SiteContextReader(folder, inspections: inspections).Read(
            listing.PillarFiles,
            listing.Unreadable
        );
        var now = clock.GetUtcNow();
        var addresses = new KnownAddresses(context, (recorded ??= AddressBook.Empty).Redirected.Keys);
        var ages = new StalenessCheck(context.Site, context.Pillars, now);
        var problems = context.Problems.ToList();
        var used = context.Pillars.SelectMany(pillar => pillar.Files).Append(context.Site.WordList ?? "").ToHashSet();
        var links = context.Links.Where(link => IsSelected(link.File)).ToList();
        var claims = new AddressClaims(
            recorded.Holders,
            recorded.Redirected,
            listing.Reports.Select(file => file.Path).ToHashSet()
        );
        var reader = new ReportReader(folder, context, new Dictionary<string, string>(), inspections);
        var files = listing.Reports.Where(file => IsSelected(file.Path));
        foreach (var read in new ReadingQueue(ReadingQueue.Endless).Read(reader, files, onAllCores: true, stop))
        {
            var parsed = read.Parsed!;
            problems.AddRange(parsed.Problems);
            if (HeadDates.Future(read.File.Path, parsed.Reading?.Updated, parsed.UpdatedAt, now) is { } early)
                problems.Add(early);
            used.UnionWith(parsed.Reading?.Against.Files.Select(file => file.Path) ?? []);
            links.AddRange(parsed.WrittenLinks.Select(link => new ExternalLink(read.File.Path, link.At, link.Url)));
            Count(read.File, parsed.Report, ages, addresses, now);
            claims.Add(read.File.Path, parsed);
        }
        problems.AddRange(claims.Conflicts().Concat(claims.FormerConflicts()));
        if (isSelected is null)
            problems.AddRange(
                ProblemsOfTheWhole(folder, addresses, ages, links)
                    .Concat(UnpublishedFiles.Of(folder, HomesOf(context), used))
            );
        return new ContentCheck(
            listing.Files.Count(file => IsSelected(file.Path)),
            InOrder(problems.Where(problem => IsSelected(problem.File))),
            [.. links.Where(link => !addresses.IsOwn(link.Url))]
        );

        bool IsSelected(string path) => isSelected is null || isSelected(path);
    }

    static HashSet<string> HomesOf(SiteContext context) =>
        [.. context.Pillars.Select(pillar => pillar.Folder), ContentFolder.GeneralFolder];

    public ContentCheck With(IEnumerable<Problem> more) => this with { Problems = InOrder(Problems.Concat(more)) };

    static IEnumerable<Problem> ProblemsOfTheWhole(
        ContentFolder folder,
        KnownAddresses addresses,
        StalenessCheck ages,
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

    static void Count(
        ContentFile file,
        Report? report,
        StalenessCheck ages,
        KnownAddresses addresses,
        DateTimeOffset now
    )
    {
        if (report is null)
        {
            ages.MarkUncertain(file.Path);
            return;
        }
        addresses.Add(report);
        if (StateOf(report, now) == ReportState.Published)
            ages.Count(report.Published, report.Unit, report.Pillars.Select(pillar => pillar.Pillar));
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
