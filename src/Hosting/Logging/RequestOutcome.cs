namespace WorkReports.Hosting.Logging;

/// <summary>What becomes of a request on its way, for its line in the log.</summary>
sealed class RequestOutcome
{
    /// <summary>The number of the edition that the answer is of; 0 where it is of none.</summary>
    public long Edition { get; set; }

    public CacheUse Cache { get; set; }

    /// <summary>Bytes of a body whose length the answer's head did not name.</summary>
    public long Written { get; set; }

    public static RequestOutcome Of(HttpContext context)
    {
        if (context.Features.Get<RequestOutcome>() is { } known)
            return known;

        var visit = new RequestOutcome();
        context.Features.Set(visit);
        return visit;
    }

    /// <summary>Bytes of the answer's body.</summary>
    public long Bytes(HttpContext context) =>
        HttpMethods.IsHead(context.Request.Method) ? 0 : context.Response.ContentLength ?? Written;
}

/// <summary>Whether the page cache had an answer.</summary>
enum CacheUse
{
    /// <summary>It keeps no such thing.</summary>
    None,
    Hit,
    Miss,
}
