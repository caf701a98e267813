using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using WorkReports.Index;
using WorkReports.Index.Search.Query;
using WorkReports.Pages.Parts;

namespace WorkReports.Pages;

/// <summary><c>/search?q=</c></summary>
public sealed class SearchModel(Library library) : SitePage(library)
{
    public override string Title => Query.IsEmpty ? "搜索" : $"搜索：{Query.Text}";
    public override int Number => Answer.Hits.Number;
    public override IReadOnlyList<Crumb> Breadcrumbs => [new Crumb("搜索")];

    public SearchQuery Query { get; private set; } = SearchQuery.Parse(null);
    public SearchAddress SearchAddress { get; private set; } = null!;
    public SearchAnswer Answer { get; private set; } = null!;
    public long Milliseconds { get; private set; }

    public Refinements Choices => SearchAddress.Choices;

    public IReadOnlyList<SearchFacet> Facets => field ??= SearchFacet.Of(Answer, SearchAddress, Site, Pillars);

    /// <summary>What the reader may have meant, when nothing was found.</summary>
    public string? DidYouMean { get; private set; }

    public Paging Paging => new(Answer.Hits.Number, Answer.Hits.Last, SearchAddress.At(Answer.AsOf));

    public IActionResult OnGet(string? q)
    {
        var start = Stopwatch.GetTimestamp();
        Query = SearchQuery.Parse(q);
        SearchAddress = new SearchAddress(Query.Text, Refinements.Read(name => Request.Query[name]));
        Answer = Library.Search(Query, PageNumber, Choices, HttpContext.RequestAborted);
        if (Answer.Hits.Total == 0)
            DidYouMean = Library.DidYouMean(Query, HttpContext.RequestAborted);
        Milliseconds = (long)Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return Answer.Hits.Exists ? Page() : NotFound();
    }
}
