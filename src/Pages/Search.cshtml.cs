using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using WorkReports.Index;
using WorkReports.Index.Search.Query;
using WorkReports.Pages.Parts;

namespace WorkReports.Pages;

/// <summary><c>/search?q=</c></summary>
[EnableRateLimiting(SearchLimits.Search)]
public sealed class SearchModel(Library library) : SitePage(library)
{
    public override string Title => Query.IsEmpty ? "搜索" : $"搜索：{Query.Text}";
    public override int Number => Found.Hits.Number;
    public override IReadOnlyList<Crumb> Trail => [new Crumb("搜索")];

    public SearchQuery Query { get; private set; } = SearchQuery.Parse(null);
    public SearchAddress Asked { get; private set; } = null!;
    public SearchAnswer Found { get; private set; } = null!;
    public long Milliseconds { get; private set; }

    public Refinements Choices => Asked.Choices;

    public IReadOnlyList<SearchFacet> Facets => field ??= SearchFacet.Of(Found, Asked, Site, Pillars);

    /// <summary>What the reader may have meant, when nothing was found.</summary>
    public string? Meant { get; private set; }

    public Paging Paging => new(Found.Hits.Number, Found.Hits.Last, Asked.At(Found.AsOf));

    public IActionResult OnGet(string? q)
    {
        var start = Stopwatch.GetTimestamp();
        Query = SearchQuery.Parse(q);
        Asked = new SearchAddress(Query.Text, Refinements.Read(name => Request.Query[name]));
        Found = Library.Search(Query, PageNumber, Choices);
        if (Found.Hits.Total == 0)
            Meant = Library.DidYouMean(Query);
        Milliseconds = (long)Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return Found.Hits.Exists ? Page() : NotFound();
    }
}
