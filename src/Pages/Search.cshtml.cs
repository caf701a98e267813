using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using WorkReports.Index;

namespace WorkReports.Pages;

/// <summary><c>/search?q=</c></summary>
public sealed class SearchModel(Library library) : SitePage(library)
{
    public override string Title => Query.IsEmpty ? "搜索" : $"搜索：{Query.Text}";
    public override int Number => Hits.Number;
    public override IReadOnlyList<Crumb> Trail => [new Crumb("搜索")];

    public SearchQuery Query { get; private set; } = SearchQuery.Parse(null);
    public ListPage<SearchHit> Hits { get; private set; } = null!;
    public long Milliseconds { get; private set; }

    public IActionResult OnGet(string? q)
    {
        var start = Stopwatch.GetTimestamp();
        Query = SearchQuery.Parse(q);
        Hits = Library.Search(Query, PageNumber).Hits;
        Milliseconds = (long)Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return Hits.Exists ? Page() : NotFound();
    }
}
