using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkReports.Index;
using WorkReports.Pages.Parts;

namespace WorkReports.Pages;

/// <summary><c>/archive</c> and <c>/archive/{year}</c>: everything, the newest first, or one year of it.</summary>
public sealed class ArchiveModel(Library library) : SitePage(library)
{
    public override string Title => Year is null ? "往期报告" : $"{Year}年报告";
    public override string? CanonicalPath => Year is null ? "/archive" : Address.Year(Year);
    public override int Number => Reports.Number;
    public override IReadOnlyList<Crumb> Breadcrumbs =>
        Year is null ? [new Crumb("往期")] : [new Crumb("往期", "/archive"), new Crumb($"{Year}年")];

    public override ColumnMetaTags? Column =>
        new(
            Title,
            Year is null ? "全部工作报告，按发布日期排列。" : $"{Year}年的工作报告，按发布日期排列。",
            "往期,工作报告"
        );

    public string? Year { get; private set; }
    public IReadOnlyList<Tally> Years { get; private set; } = [];
    public ListPage<ReportSummary> Reports { get; private set; } = null!;

    public IActionResult OnGet(string? year)
    {
        Years = Library.CountByYear();
        Year = year;
        if (year is not null && Years.All(tally => tally.Key != year))
            return NotFound();

        Reports = year is null
            ? Library.All(PageNumber)
            : Library.OfYear(int.Parse(year, CultureInfo.InvariantCulture), PageNumber);
        return Reports.Exists ? Page() : NotFound();
    }
}
