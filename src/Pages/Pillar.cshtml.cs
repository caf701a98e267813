using Microsoft.AspNetCore.Mvc;
using WorkReports.Index;
using WorkReports.Pages.Parts;

namespace WorkReports.Pages;

/// <summary>
/// <c>/pillars/{slug}</c>: what a pillar is about, its reports, and the sections of others that speak of it.
/// </summary>
public sealed class PillarModel(Library library) : SitePage(library)
{
    public override string Title => Pillar.Title;
    public override string? CanonicalPath => Address.Pillar(Pillar.Slug);
    public override int Number => Reports.Number;
    public override string Description =>
        Pillar.Text.Split('\n')[0] is { Length: > 0 } first ? first : Site.Description;

    public override ColumnMetaTags? Column => ColumnMetaTags.Of(Pillar);
    public override string Feed => Address.Feed(Address.Pillar(Pillar.Slug));

    public Pillar Pillar { get; private set; } = null!;
    public ListPage<ReportSummary> Reports { get; private set; } = null!;

    public IActionResult OnGet(string slug)
    {
        if (Pillars.FirstOrDefault(pillar => pillar.Slug == slug) is not { } found)
            return NotFound();

        Pillar = found;
        Reports = Library.OfPillar(slug, PageNumber);
        return Reports.Exists ? Page() : NotFound();
    }
}
