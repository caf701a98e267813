using WorkReports.Index;
using WorkReports.Index.Search.Query;

namespace WorkReports.Pages.Parts;

/// <summary>
/// A heading under which results are counted, each of its entries a link that narrows them, or widens them again.
/// </summary>
public sealed record SearchFacet(string Title, IReadOnlyList<SearchFacetEntry> Entries)
{
    /// <summary>Lists a little longer are shown whole.</summary>
    const int ShownLimit = 8;
    const int UnfoldedLimit = 10;

    /// <summary>The entries in view: the first, and the one that was chosen wherever it stands.</summary>
    public IReadOnlyList<SearchFacetEntry> First => [.. Entries.Where(IsShown)];

    /// <summary>Those behind a fold.</summary>
    public IReadOnlyList<SearchFacetEntry> More => [.. Entries.Where((entry, at) => !IsShown(entry, at))];

    bool IsShown(SearchFacetEntry entry, int at) => Entries.Count <= UnfoldedLimit || at < ShownLimit || entry.IsChosen;

    /// <summary>
    /// By pillar, unit and year; entries with nothing to choose between are left out, unless one was chosen.
    /// </summary>
    public static IReadOnlyList<SearchFacet> Of(
        SearchAnswer answer,
        SearchAddress address,
        SiteProfile site,
        IReadOnlyList<Pillar> pillars
    )
    {
        var chosen = address.Choices;
        var facets = new[]
        {
            new SearchFacet(
                "机关",
                [
                    .. answer.Pillars.Select(tally => new SearchFacetEntry(
                        pillars.FirstOrDefault(pillar => pillar.Slug == tally.Key)?.Title ?? tally.Key,
                        tally.Count,
                        tally.Key == chosen.Pillar,
                        address.With(choices => choices with { Pillar = tally.Key == chosen.Pillar ? null : tally.Key })
                    )),
                ]
            ),
            new SearchFacet(
                "单位",
                [
                    .. answer
                        .Units.Where(tally => tally.Key.Length > 0)
                        .Select(tally => new SearchFacetEntry(
                            site.Unit(tally.Key)?.ShortName ?? tally.Key,
                            tally.Count,
                            tally.Key == chosen.Unit,
                            address.With(choices => choices with { Unit = tally.Key == chosen.Unit ? null : tally.Key })
                        )),
                ]
            ),
            new SearchFacet(
                "年份",
                [
                    .. answer.Years.Select(tally => new SearchFacetEntry(
                        $"{tally.Key}年",
                        tally.Count,
                        tally.Key == $"{chosen.Year}",
                        address.With(choices =>
                            choices with
                            {
                                Year =
                                    tally.Key == $"{chosen.Year}"
                                        ? null
                                        : int.Parse(tally.Key, System.Globalization.CultureInfo.InvariantCulture),
                            }
                        )
                    )),
                ]
            ),
        };
        return [.. facets.Where(facet => facet.Entries.Count > 1 || facet.Entries.Any(entry => entry.IsChosen))];
    }
}

/// <summary>An entry of a facet.</summary>
/// <param name="Address">Chooses it, or lets go of it when it is chosen.</param>
public sealed record SearchFacetEntry(string Name, int Count, bool IsChosen, string Address);
