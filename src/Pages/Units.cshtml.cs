using WorkReports.Index;
using WorkReports.Pages.Parts;

namespace WorkReports.Pages;

/// <summary><c>/units</c>: every publishing unit.</summary>
public sealed class UnitsModel(Library library) : SitePage(library)
{
    public override string Title => "发布单位";
    public override string? CanonicalPath => "/units";

    public override ColumnMetaTags? Column => new(Title, "发布工作报告的单位。", "发布单位,工作报告", "概况信息");

    public IReadOnlyList<Tally> Counts { get; private set; } = [];

    public void OnGet() => Counts = Library.CountByUnit();
}
