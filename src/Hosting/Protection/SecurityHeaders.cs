using WorkReports.Hosting.Routing;
using WorkReports.Pages.Parts;

namespace WorkReports.Hosting.Protection;

/// <summary>
/// The third defence after the two in Rendering: whatever markup gets into a page, a browser runs and loads only what
/// the site itself serves. Every answer carries the headers, since any answer can be opened by itself.
/// </summary>
/// <param name="settings">Null for the server of the metrics.</param>
/// <param name="imports">Null where no page has scripts.</param>
sealed class SecurityHeaders(
    RequestDelegate next,
    RouteTable routes,
    Settings? settings = null,
    ImportMap? imports = null
)
{
    /// <summary>No script of ours makes markup out of text: none may, either.</summary>
    readonly string policy =
        $"default-src 'none'; style-src 'self'; script-src 'self'{(imports is null ? "" : $" '{imports.Hash}'")}; img-src 'self'; media-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    /// <summary>
    /// A picture can carry scripts (SVG), a document anything: opened by itself, it may show itself and do nothing.
    /// </summary>
    const string FilePolicy =
        "default-src 'none'; img-src 'self'; media-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>
    /// All that a browser asks about, but for what readers use: copying an address, a film as large as the screen.
    /// </summary>
    const string Permissions =
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), clipboard-read=(), cross-origin-isolated=(), display-capture=(), "
        + "encrypted-media=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), interest-cohort=(), "
        + "keyboard-map=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-create=(), "
        + "publickey-credentials-get=(), screen-wake-lock=(), serial=(), storage-access=(), sync-xhr=(), usb=(), "
        + "window-management=(), xr-spatial-tracking=(), clipboard-write=(self), fullscreen=(self)";

    public Task Invoke(HttpContext context)
    {
        // At the last moment: the error page begins with all headers cleared.
        context.Response.OnStarting(Add, context);
        return next(context);
    }

    Task Add(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        var isFile = context.Response.StatusCode < StatusCodes.Status400BadRequest && routes.Of(context).IsSandboxed;
        headers.ContentSecurityPolicy = isFile ? FilePolicy : policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // Feeds hold whole reports: who reads them elsewhere sees their pictures, too. A draft is read nowhere else.
        headers["Cross-Origin-Resource-Policy"] =
            isFile && settings is not { Preview: true } ? "cross-origin" : "same-origin";
        // Whatever a page shows is the site's own; a file, opened by itself, shows nothing but files.
        if (!isFile)
            headers["Cross-Origin-Embedder-Policy"] = "require-corp";
        headers["X-Permitted-Cross-Domain-Policies"] = "none";
        // What says nothing about caching must not be stored by anybody.
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
