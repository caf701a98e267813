using Microsoft.AspNetCore.Mvc;
using WorkReports.Index;

namespace WorkReports.Pages;

/// <summary><c>/reports/{slug}</c>: one report, or the note why it is gone.</summary>
public sealed class ReportModel(Library library) : SitePage(library)
{
    public override string Title => Report.Title;
    /// <summary>Of a withdrawn report nothing is left but its title and the note.</summary>
    public override string Description => Report.Withdrawn ?? Report.Summary;
    public override PublishingUnit? FooterUnit => Site.Unit(Report.Unit) ?? Site.DefaultUnit;

    public override IReadOnlyList<Crumb> Trail => Home is { } pillar
        ? [new Crumb(pillar.Title, Address.Pillar(pillar.Slug)), new Crumb("正文")]
        : [new Crumb("综合", "/archive"), new Crumb("正文")];

    public Report Report { get; private set; } = null!;
    public Neighbours Around { get; private set; } = null!;

    /// <summary>The unit's name as the date line shows it.</summary>
    public string Unit => Site.Unit(Report.Unit)?.ShortName ?? "";

    /// <summary>The pillars that a report in several belongs to.</summary>
    public IEnumerable<Pillar> Belongs => Pillars.Where(pillar => Report.Pillars.Any(membership => membership.Pillar == pillar.Slug));

    Pillar? Home => Pillars.FirstOrDefault(pillar => pillar.Folder == Report.Folder);

    public IActionResult OnGet(string slug)
    {
        if (Library.Find(slug) is { } found)
        {
            Report = found;
            Around = Library.Around(found);
            if (found.Withdrawn is not null) Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }
        return Library.SlugOfAlias(slug) is { } now ? RedirectPermanent(Address.Report(now)) : NotFound();
    }
}
