using WorkReports.Index.Search.Query;

namespace WorkReports.Index.Search;

/// <summary>What is looked for, when, and by whom.</summary>
/// <param name="AsOf">What was published later is left out.</param>
/// <param name="IsPreview">Drafts, scheduled and expired reports are found, too.</param>
/// <param name="Units">The addresses of the units that the query names; null when it names none.</param>
/// <param name="Pillars">
/// For each name of a pillar in the query the addresses of those that it may mean: one of each must be there.
/// </param>
/// <param name="Page">Counted from 1.</param>
sealed record SearchRequest(
    SearchQuery Query,
    Refinements Choices,
    DateTimeOffset Now,
    DateTimeOffset AsOf,
    bool IsPreview,
    IReadOnlyList<string>? Units,
    IReadOnlyList<IReadOnlyList<string>> Pillars,
    int Page
);

/// <summary>What was found.</summary>
/// <param name="Reports">Of the page that was asked for: their keys in <c>reports</c>, the best first.</param>
/// <param name="Total">On all pages.</param>
sealed record SearchResult(
    IReadOnlyList<long> Reports,
    int Total,
    IReadOnlyList<Tally> Units,
    IReadOnlyList<Tally> Pillars,
    IReadOnlyList<Tally> Years
);
