using WorkReports.Index;

namespace WorkReports.Pages;

/// <summary><c>/</c>: the lead, a card for each pillar, the newest, the units and the years.</summary>
public sealed class HomeModel(Library library) : SitePage(library)
{
    const int LatestLimit = 8;
    const int PerPillarLimit = 3;

    public override string Title => "";
    public override string? CanonicalPath => "/";
    public override IReadOnlyList<Crumb> Breadcrumbs => [];

    public ReportSummary? Lead { get; private set; }
    public IReadOnlyList<ReportSummary> Latest { get; private set; } = [];
    public IReadOnlyList<PillarColumn> Columns { get; private set; } = [];
    public IReadOnlyList<Tally> Units { get; private set; } = [];
    public IReadOnlyList<Tally> Years { get; private set; } = [];

    /// <summary>A pillar on the home page.</summary>
    public sealed record PillarColumn(Pillar Pillar, int Count, IReadOnlyList<ReportSummary> Reports);

    public void OnGet()
    {
        var newest = Library.Latest(LatestLimit + 1);
        Lead = newest.Count > 0 ? newest[0] : null;
        Latest = [.. newest.Skip(1)];
        var counts = Library.CountByPillar();
        Columns =
        [
            .. Pillars.Select(pillar => new PillarColumn(
                pillar,
                counts.FirstOrDefault(tally => tally.Key == pillar.Slug)?.Count ?? 0,
                Library.LatestOfPillar(pillar.Slug, PerPillarLimit)
            )),
        ];
        Units = Library.CountByUnit();
        Years = Library.CountByYear();
    }
}
