using WorkReports.Index.Search.Segments;

namespace WorkReports.Index.Search;

/// <summary>Which reports a search may find, whatever they say: visible at the moment, and as the reader chose.</summary>
/// <param name="IsPreview">Drafts, scheduled and expired reports are visible, too.</param>
/// <param name="Units">By their numbers; null for all.</param>
/// <param name="Pillars">Sets of bits; of each, one must be there.</param>
sealed record SearchFilter(
    bool IsPreview,
    long Now,
    long From,
    long Until,
    (int From, int To)[] Years,
    HashSet<int>? Units,
    ulong[] Pillars,
    int? SelectedUnit,
    ulong? SelectedPillar,
    int? SelectedYear
)
{
    public bool Matches(in SegmentReport doc) =>
        (IsPreview ? doc.Exists : doc.IsVisible(Now)) && doc.Published >= From && doc.Published < Until;

    /// <summary>What the query says of them.</summary>
    public bool MatchesQuery(FacetValues facets) =>
        (Units is null || Units.Contains(facets.Unit))
        && Years.All(years => facets.Year >= years.From && facets.Year <= years.To)
        && Pillars.All(bits => (facets.Pillars & bits) != 0);

    public bool IsOfUnit(FacetValues facets) => SelectedUnit is not { } unit || facets.Unit == unit;

    public bool IsOfPillar(FacetValues facets) => SelectedPillar is not { } pillar || (facets.Pillars & pillar) != 0;

    public bool IsOfYear(FacetValues facets) => SelectedYear is not { } year || facets.Year == year;
}
