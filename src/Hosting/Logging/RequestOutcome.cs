namespace WorkReports.Hosting.Logging;

/// <summary>What the middlewares learn of a request, for its line in the log.</summary>
sealed class RequestOutcome
{
    /// <summary>The edition that the answer shows; 0 where it shows none.</summary>
    public long Edition { get; set; }

    public CacheUse Cache { get; set; }

    /// <summary>Bytes of a body that was sent without Content-Length.</summary>
    public long Written { get; set; }

    public static RequestOutcome Of(HttpContext context)
    {
        if (context.Features.Get<RequestOutcome>() is { } known)
            return known;

        var outcome = new RequestOutcome();
        context.Features.Set(outcome);
        return outcome;
    }

    /// <summary>Bytes of the answer's body.</summary>
    public long Bytes(HttpContext context) =>
        HttpMethods.IsHead(context.Request.Method) ? 0 : context.Response.ContentLength ?? Written;
}

/// <summary>Whether the page cache had an answer.</summary>
enum CacheUse
{
    /// <summary>The address is not cached.</summary>
    None,
    Hit,
    Miss,
}
