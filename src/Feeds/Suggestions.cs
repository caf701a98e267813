using WorkReports.Index;
using WorkReports.Index.Search.Query;

namespace WorkReports.Feeds;

/// <summary><c>/search/suggest?q=</c>: what a reader who is typing may want, as OpenSearch suggestions.</summary>
static class Suggestions
{
    const int SuggestionLimit = 8;

    public static IResult Answer(string? q, HttpResponse response, Library library)
    {
        var query = SearchQuery.Parse(q);
        // They are the same for every reader, and a minute old is young enough.
        response.Headers.CacheControl = "public, max-age=60";
        return Results.Json(
            new object[] { query.Text, library.Suggest(query, SuggestionLimit, response.HttpContext.RequestAborted) },
            contentType: "application/x-suggestions+json; charset=utf-8"
        );
    }
}
