using System.Net;
using Microsoft.Extensions.Primitives;

namespace WorkReports.Hosting.Protection;

/// <summary>
/// A preview shows what is not published, on the editor's own machine. No page from elsewhere may read it: neither by a name that its
/// owner lets point here (DNS rebinding), nor by embedding what stands here.
/// </summary>
sealed class PreviewGuard(RequestDelegate next, Settings settings)
{
    static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    readonly List<StringSegment> namedHosts =
    [
        .. settings
            .Hosts.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(name => name != "*")
            .Select(name => new StringSegment(name)),
    ];

    readonly HashSet<string> ownHosts = new(
        settings.ListenAddresses.Select(HostOf).Concat(LoopbackNames),
        StringComparer.OrdinalIgnoreCase
    );

    public Task Invoke(HttpContext context)
    {
        if (!IsOwnName(context))
            return Refuse(
                context,
                StatusCodes.Status421MisdirectedRequest,
                "预览只在自己的网址上打开（运行 preview 时显示的那个）。要用别的名字打开，启动时加上 --hosts 和那个名字。"
            );
        return IsEmbeddedElsewhere(context.Request)
            ? Refuse(
                context,
                StatusCodes.Status403Forbidden,
                "预览里的网页和文件不给别的网站用。请在预览自己的网页里打开。"
            )
            : next(context);
    }

    /// <summary>Names that <c>--hosts</c> says may come by another port: through a tunnel, out of a container.</summary>
    bool IsOwnName(HttpContext context)
    {
        var host = context.Request.Host;
        if (!host.HasValue)
            return false;
        if (namedHosts.Count > 0 && HostString.MatchesAny(host.Host, namedHosts))
            return true;
        var port = host.Port ?? (context.Request.IsHttps ? 443 : 80);
        return port == context.Connection.LocalPort && (ownHosts.Contains(host.Host) || IsReached(host.Host, context));
    }

    /// <summary>The address itself that the request came to: no name that somebody else could point here.</summary>
    static bool IsReached(string host, HttpContext context) =>
        IPAddress.TryParse(host, out var literal)
        && context.Connection.LocalIpAddress is { } reached
        && literal.MapToIPv6().Equals(reached.MapToIPv6());

    /// <summary>Browsers say so. Pages of another port of this machine are others', too; who follows a link to here may.</summary>
    static bool IsEmbeddedElsewhere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "none" or "same-origin")
        && !(request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document");

    /// <summary>Of an address to listen on. A wildcard is nobody's name.</summary>
    static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : "";

    static Task Refuse(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence + "\n");
    }
}
