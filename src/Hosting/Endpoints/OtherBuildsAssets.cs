using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticAssets;

namespace WorkReports.Hosting.Endpoints;

/// <summary>
/// A page of another build names styles and scripts by that build's prints, and may ask for them here: from another
/// server behind the balancer, or from a browser's memory. It gets the present file rather than a page without styles;
/// nobody may keep it under that name, whose file it is not.
/// </summary>
sealed partial class OtherBuildsAssets
{
    readonly RequestDelegate next;
    readonly HashSet<string> known;

    /// <param name="endpoints">The assets are among them.</param>
    public OtherBuildsAssets(RequestDelegate next, EndpointDataSource endpoints)
    {
        this.next = next;
        known = endpoints
            .Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
            .OfType<StaticAssetDescriptor>()
            .Select(asset => "/" + asset.Route)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public Task Invoke(HttpContext context)
    {
        if (PresentName(context.Request.Path.Value!) is { } present)
        {
            context.Request.Path = present;
            context.Response.OnStarting(ForbidKeeping, context.Response.Headers);
        }
        return next(context);
    }

    /// <summary>The name without the print; null for a name of this build, and for what no build has.</summary>
    string? PresentName(string path) =>
        !known.Contains(path)
        && Print().Match(path) is { Success: true } print
        && path.Remove(print.Index, print.Length) is var present
        && known.Contains(present)
            ? present
            : null;

    static Task ForbidKeeping(object headers)
    {
        ((IHeaderDictionary)headers).CacheControl = "no-store";
        return Task.CompletedTask;
    }

    /// <summary>As the SDK writes it: ten letters and digits before the extension.</summary>
    [GeneratedRegex(@"\.[a-z0-9]{10}(?=\.[a-z0-9]+\z)")]
    private static partial Regex Print();
}
