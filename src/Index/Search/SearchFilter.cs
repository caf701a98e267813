using WorkReports.Index.Search.Segments;

namespace WorkReports.Index.Search;

/// <summary>
/// Which reports a search may find, whatever they say: visible at the moment, and as the reader chose.
/// </summary>
/// <param name="IsPreview">Drafts, scheduled and expired reports are visible, too.</param>
/// <param name="Now">Seconds since 1970, as are the next two.</param>
/// <param name="Units">By their ordinals; null for all.</param>
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
    public static SearchFilter Of(SearchRequest request, FacetOrdinals ordinals)
    {
        var choices = request.Choices;
        var until = choices.To is { } last ? BeijingTime.Midnight(last.AddDays(1)) : DateTimeOffset.MaxValue;
        return new SearchFilter(
            request.IsPreview,
            request.Now.ToUnixTimeSeconds(),
            choices.From is { } first ? BeijingTime.Midnight(first).ToUnixTimeSeconds() : long.MinValue,
            request.IsPreview
                ? until.ToUnixTimeSeconds()
                : Math.Min(until.ToUnixTimeSeconds(), request.AsOf.ToUnixTimeSeconds() + 1),
            [.. request.Query.Years],
            request.Units is { } units ? [.. units.Select(ordinals.Units.Find)] : null,
            [
                .. request.Pillars.Select(pillars =>
                    pillars.Aggregate(0UL, (bits, pillar) => bits | ordinals.FindBit(pillar))
                ),
            ],
            choices.Unit is { } unit ? ordinals.Units.Find(unit) : null,
            choices.Pillar is { } pillar ? ordinals.FindBit(pillar) : null,
            choices.Year
        );
    }

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
