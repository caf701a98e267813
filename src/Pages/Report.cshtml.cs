using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using WorkReports.Index;
using WorkReports.Index.Search.Query;
using WorkReports.Pages.Parts;

namespace WorkReports.Pages;

/// <summary><c>/reports/{slug}</c>: one report and what stands around it, or the note why it is gone.</summary>
public sealed class ReportModel(Library library) : SitePage(library)
{
    const int RelatedLimit = 5;
    const int OthersOfUnitLimit = 4;

    public override string Title => Report.Title;

    /// <summary>
    /// Of a withdrawn report nothing is left but its title and the note: it stands in no column, and search engines
    /// should forget it.
    /// </summary>
    public override string Description => Report.Withdrawn ?? Report.Summary;

    public override string? CanonicalPath => IsWithdrawn ? null : Address.Report(Report.Slug);

    public override PublishingUnit? FooterUnit => Unit ?? Site.DefaultUnit;

    public override ColumnMetaTags? Column =>
        IsWithdrawn ? null
        : HomePillar is { } pillar ? ColumnMetaTags.Of(pillar)
        : ColumnMetaTags.General;

    public override IReadOnlyList<Crumb> Breadcrumbs =>
        HomePillar is { } pillar
            ? [new Crumb(pillar.Title, Address.Pillar(pillar.Slug)), new Crumb("正文")]
            : [new Crumb(ColumnMetaTags.General.Name, "/archive"), new Crumb("正文")];

    public Report Report { get; private set; } = null!;
    public Neighbours Neighbours { get; private set; } = null!;
    public IReadOnlyList<ReportSummary> Related { get; private set; } = [];
    public IReadOnlyList<ReportSummary> OthersOfUnit { get; private set; } = [];

    public PublishingUnit? Unit => Site.Unit(Report.Unit);

    /// <summary>Where the words come from: what the editor wrote, else the unit itself, else the site.</summary>
    public string Source => Report.Source ?? Unit?.Name ?? Site.Name;

    /// <summary>The absolute address of its cover.</summary>
    public string? Image => Report.Cover is { } cover ? Site.Absolute(Address.File(cover)) : null;

    /// <summary>Whose work it is, as GB/T 7714 cites a page of the web; the date and the address follow.</summary>
    public string CitedWork => $"{Unit?.Name ?? Site.Name}. {Report.Title}[EB/OL].";

    /// <summary>
    /// The editor's account of each revision, the newest first: the one that the report names itself, and those of earlier versions.
    /// </summary>
    public IReadOnlyList<string> Revisions =>
        field ??= Report.RevisionNote is { } now
            ? [now, .. Library.RevisionsOf(Report.Slug).Where(note => note != now)]
            : Library.RevisionsOf(Report.Slug);

    /// <summary>The addresses behind its links, for paper.</summary>
    public IReadOnlyList<string> LinkNotes => WorkReports.Pages.Parts.LinkNotes.Of(Report, Site);

    /// <summary>What its editor should mend; told in previews alone.</summary>
    public IReadOnlyList<Problem> Problems => field ??= Library.IsPreview ? Library.ProblemsOf(Report.Path) : [];

    protected override string? State =>
        Problems.Any(problem => problem.IsError)
            ? "有错误，这一版不会发布"
            : PreviewBar.Describe(
                Library.StateOf(Report.Draft, Report.Published, Report.Expires, IsWithdrawn),
                Report.Published,
                Report.Expires
            );

    /// <summary>The body; for a reader who comes from a search, with the words marked.</summary>
    public IHtmlContent Body =>
        SearchQuery.Parse(Request.Query["q"]) is { HighlightedRuns.Count: > 0 } query
            ? new MarkedHtml(Report.Html, query)
            : new HtmlString(Report.Html);

    public bool HasOutline => Report.Sections.Count > 1;

    /// <summary>The pillars that a report in several belongs to.</summary>
    public IEnumerable<Pillar> MemberPillars =>
        Pillars.Where(pillar => Report.Pillars.Any(membership => membership.Pillar == pillar.Slug));

    public bool IsWithdrawn => Report.Withdrawn is not null;

    Pillar? HomePillar => Pillars.FirstOrDefault(pillar => pillar.Folder == Report.Folder);

    public IActionResult OnGet(string? slug)
    {
        if (slug is null)
            return NotFound();
        if (Library.Find(slug) is not { } found)
            return RedirectOrGone(slug);

        Report = found;
        if (IsWithdrawn)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }
        Neighbours = Library.Neighbours(found);
        Related = Library.Related(found, RelatedLimit);
        OthersOfUnit =
        [
            .. Library
                .OthersOfUnit(found, OthersOfUnitLimit + RelatedLimit)
                .ExceptBy(Related.Select(report => report.Slug), report => report.Slug)
                .Take(OthersOfUnitLimit),
        ];
        return Page();
    }

    IActionResult RedirectOrGone(string slug) =>
        AddressText.Readings(slug).Select(Library.FindFormer).FirstOrDefault(former => former is not null) switch
        {
            { CurrentSlug: { } current } => RedirectPermanent(Address.Report(current)),
            { } => StatusCode(StatusCodes.Status410Gone),
            null => NotFound(),
        };
}
