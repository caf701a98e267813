using System.Text;
using System.Text.Json;
using WorkReports.Content.Files;
using WorkReports.Content.FrontMatter;
using WorkReports.Content.Inspection;
using WorkReports.Content.Problems;
using WorkReports.Content.Recording;
using WorkReports.Content.Rendering;

namespace WorkReports.Content.Upgrade;

/// <summary>Versions as an earlier build showed them, where their files cannot be read as they were any more.</summary>
sealed class AdoptedVersion(ContentFolder folder, SiteProfile site, IReadOnlyList<Pillar> pillars)
{
    readonly FileInspections inspections = new(folder);

    /// <summary>The head as it was parsed then; links lead where they would lead now.</summary>
    public RecordedVersion Of(Report report)
    {
        var ignored = new ProblemList(report.Path);
        var matter = FrontMatterBlock.Read(report.Markdown, ignored);
        var isTitled = matter.Fields([ReportKeys.Title], ignored)?.Has(ReportKeys.Title) == true;
        var headings = HeadingsOf(report);
        var body = new MarkdownRenderer(
            new FolderLinkResolver(folder, site, inspections),
            site,
            isRecorded: true
        ).Render(matter.Body, report.Path, 0, ignored, isTitled);
        return RecordedVersion.Of(
            Encoding.UTF8.GetBytes(report.Markdown),
            new ReportReading
            {
                Slug = report.Slug,
                Title = isTitled ? report.Title : null,
                Published = report.Published,
                Unit = report.Unit,
                Source = report.Source,
                Author = report.Author,
                Summary = report.Summary,
                Keywords = report.Keywords,
                Pillars = [.. report.Pillars.Select(membership => membership.Pillar)],
                Aliases = report.Aliases,
                Cover = report.Cover,
                Attachments = report.Attachments,
                Updated = report.Updated,
                Change = report.Change,
                Pinned = report.Pinned,
                Expires = report.Expires,
                Withdrawn = report.Withdrawn,
                BodyStart = report.Markdown.Length - matter.Body.Length,
                Headings = headings,
                Against = new ReadAgainst(body.Pages, Used(report.Files)),
            }
        );
    }

    /// <summary>An introduction as it was shown: HTML is Markdown, too.</summary>
    public RecordedVersion Of(Pillar pillar) =>
        RecordedVersion.Of(
            Encoding.UTF8.GetBytes(pillar.Html),
            new PillarReading
            {
                Folder = pillar.Folder,
                Slug = pillar.Slug,
                Title = pillar.Title,
                Order = pillar.Order,
                Seal = pillar.Seal,
                Motto = pillar.Motto,
                Type = pillar.Type,
                Against = new ReadAgainst(new Dictionary<string, string>(), Used(pillar.Files)),
            }
        );

    public RecordedVersion OfSite() => RecordedVersion.Of(JsonSerializer.SerializeToUtf8Bytes(site), site);

    /// <summary>A file that is gone stays linked: what readers saw is what stands.</summary>
    List<UsedFile> Used(IReadOnlyList<string> files) =>
        [.. files.Select(file => UsedFile.Of(file, inspections.Of(file)))];

    IReadOnlyDictionary<string, IReadOnlyList<NamedPillar>> HeadingsOf(Report report) =>
        report
            .Sections.Where(section => section.Pillar is not null)
            .GroupBy(section => section.Title)
            .ToDictionary(
                same => same.Key,
                IReadOnlyList<NamedPillar> (same) =>
                    [
                        .. pillars
                            .Where(pillar => pillar.Slug == same.First().Pillar)
                            .Select(pillar => new NamedPillar(pillar.Slug, pillar.Seal)),
                    ]
            );
}
