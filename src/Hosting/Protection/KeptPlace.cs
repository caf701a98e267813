namespace WorkReports.Hosting.Protection;

/// <summary>A place that a request has beyond its answer, for whoever goes on working on it. One request, one thread at a time.</summary>
sealed class KeptPlace : IDisposable
{
    readonly HttpContext context;
    IDisposable? place;

    KeptPlace(HttpContext context) => this.context = context;

    /// <summary>From here on the request's place is given back with this one.</summary>
    public static KeptPlace For(HttpContext context)
    {
        var kept = new KeptPlace(context);
        context.Features.Set(kept);
        return kept;
    }

    /// <summary>Gives a place back, now or when it is not needed any more.</summary>
    public static void Leave(HttpContext context, IDisposable place)
    {
        if (context.Features.Get<KeptPlace>() is { place: null } kept)
            kept.place = place;
        else
            place.Dispose();
    }

    public void Dispose()
    {
        context.Features.Set<KeptPlace>(null);
        place?.Dispose();
    }
}
