using WorkReports.Index;

namespace WorkReports.Pages;

/// <summary><c>/</c>: the lead, a card for each pillar, what is new, the units and the years.</summary>
public sealed class HomeModel(Library library) : SitePage(library)
{
    const int NewsLimit = 8;
    const int PerPillarLimit = 3;

    public override string Title => "";
    public override string? CanonicalPath => "/";
    public override IReadOnlyList<Crumb> Breadcrumbs => [];

    public ReportSummary? Lead { get; private set; }
    public IReadOnlyList<NewsItem> News { get; private set; } = [];
    public IReadOnlyList<PillarColumn> Columns { get; private set; } = [];
    public IReadOnlyList<Tally> Units { get; private set; } = [];
    public IReadOnlyList<Tally> Years { get; private set; } = [];

    /// <summary>A pillar on the home page.</summary>
    public sealed record PillarColumn(Pillar Pillar, int Count, IReadOnlyList<ReportSummary> Reports);

    public void OnGet()
    {
        Lead = Library.Latest(1) is [var lead] ? lead : null;
        News = [.. Library.News(NewsLimit + 1).Where(IsNotLead).Take(NewsLimit)];
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

    /// <summary>The lead stands above the list; a new note about it is news all the same.</summary>
    bool IsNotLead(NewsItem item) => item.Slug != Lead?.Slug || item.Event != JournalEvent.Published;
}
