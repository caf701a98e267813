using WorkReports.Index;

namespace WorkReports.Pages;

/// <summary><c>/sitemap</c>: 站点地图, the whole site on one page.</summary>
public sealed class MapModel(Library library) : SitePage(library)
{
    public override string Title => "站点地图";
    public override string? CanonicalPath => "/sitemap";

    public IReadOnlyList<Tally> Years { get; private set; } = [];

    public void OnGet() => Years = Library.CountByYear();
}
