using Microsoft.AspNetCore.Mvc;
using WorkReports.Index;
using WorkReports.Pages.Parts;

namespace WorkReports.Pages;

/// <summary><c>/units/{slug}</c>: what a unit has published.</summary>
public sealed class UnitModel(Library library) : SitePage(library)
{
    public override string Title => Unit.Name;
    public override string? CanonicalPath => Address.Unit(Unit.Slug);
    public override int Number => Reports.Number;
    public override string Description => $"{Unit.Name}发布的工作报告。";
    public override IReadOnlyList<Crumb> Breadcrumbs => [new Crumb("发布单位", "/units"), new Crumb(Unit.Name)];
    public override PublishingUnit? FooterUnit => Unit;

    public override ColumnMetaTags? Column => new(Unit.Name, Description, $"{Unit.Name},工作报告");
    public override string Feed => Address.Feed(Address.Unit(Unit.Slug));

    public PublishingUnit Unit { get; private set; } = null!;
    public ListPage<ReportSummary> Reports { get; private set; } = null!;

    public IActionResult OnGet(string slug)
    {
        if (Site.Unit(slug) is not { } found)
            return NotFound();

        Unit = found;
        Reports = Library.OfUnit(slug, PageNumber);
        return Reports.Exists ? Page() : NotFound();
    }
}
