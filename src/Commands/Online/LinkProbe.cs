using System.Net;

namespace WorkReports.Commands.Online;

/// <summary>Asks for one address, and for each that it leads to. Whatever comes of it is this link's trouble alone.</summary>
sealed class LinkProbe(LinkConnector connector, TimeSpan linkTimeout) : IDisposable
{
    const int RedirectLimit = 10;

    readonly HttpClient client = CreateClient(connector);

    /// <param name="url">As the report writes it.</param>
    public async Task<LinkResult> Ask(string url, CancellationToken stop)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stop);
        timeout.CancelAfter(linkTimeout);
        try
        {
            if (Parse(url) is not { } address)
                return LinkResult.Of("link-dead", $"“{url}”不是完整的网址。请照浏览器地址栏里的抄。");
            // Many servers answer HEAD wrongly, or not at all: only a GET that fails proves that a link is dead.
            var result = await AskBriefly(address, timeout.Token);
            return result is { Fault: null, IsConclusive: true }
                ? result
                : await Follow(HttpMethod.Get, address, timeout.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return LinkResult.Of(
                "link-unreachable",
                $"“{url}”在 {linkTimeout.TotalSeconds:0} 秒内没有回答。请用浏览器打开看看，打不开就删去或换掉。"
            );
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Names that no Uri bears, answers against every rule: one of a hundred links must not end the check of the others.
            return FaultOf(url, exception);
        }
    }

    public void Dispose() => client.Dispose();

    /// <summary>Null for what is no address of the web.</summary>
    static Uri? Parse(string url) =>
        Uri.TryCreate(
            url.StartsWith("//", StringComparison.Ordinal) ? "https:" + url : url,
            UriKind.Absolute,
            out var address
        ) && IsOfWeb(address)
            ? address
            : null;

    static bool IsOfWeb(Uri address) => address.Scheme is "http" or "https" && address.IdnHost.Length > 0;

    async Task<LinkResult> AskBriefly(Uri address, CancellationToken stop)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stop);
        timeout.CancelAfter(linkTimeout / 2);
        try
        {
            return await Follow(HttpMethod.Head, address, timeout.Token);
        }
        catch (Exception exception)
            when (!stop.IsCancellationRequested
                && PrivateHost(exception) is null
                && exception is HttpRequestException or OperationCanceledException or IOException
            )
        {
            return LinkResult.Inconclusive;
        }
    }

    /// <summary>The connector looks at the address of each step anew.</summary>
    async Task<LinkResult> Follow(HttpMethod method, Uri address, CancellationToken stop)
    {
        var at = address;
        for (var steps = 0; steps <= RedirectLimit; steps++)
        {
            await connector.RefusePrivateBehindProxy(at, stop);
            using var request = new HttpRequestMessage(method, at);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            if (!IsRedirect(response.StatusCode))
                return ResultOf(address, at, response.StatusCode);
            if (Target(response, at) is not { } next)
                return LinkResult.Of(
                    "link-dead",
                    $"“{address.OriginalString}”转到了打不开的地址。请删去，或者换成新的网址。"
                );
            at = next;
        }
        return LinkResult.Of(
            "link-loop",
            $"“{address.OriginalString}”转了 {RedirectLimit} 次还没有到。请用浏览器打开看看，打不开就删去或换掉。"
        );
    }

    static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    /// <summary>Null where it leads out of the web: <c>javascript:</c>, <c>data:</c>, <c>file:</c>.</summary>
    static Uri? Target(HttpResponseMessage response, Uri at) =>
        response.Headers.Location is { } location
        && Uri.TryCreate(at, location.OriginalString, out var next)
        && IsOfWeb(next)
            ? next
            : null;

    static LinkResult ResultOf(Uri address, Uri end, HttpStatusCode status) =>
        status switch
        {
            < HttpStatusCode.BadRequest when !IsSameSite(HostWithoutWww(end), HostWithoutWww(address)) => LinkResult.Of(
                "link-moved",
                $"“{address.OriginalString}”转到了另一个网站 {end.Host}。请核对是不是原来要找的，是的话改成新网址。"
            ),
            < HttpStatusCode.BadRequest => LinkResult.Fine,
            HttpStatusCode.Unauthorized
            or HttpStatusCode.Forbidden
            or HttpStatusCode.ProxyAuthenticationRequired
            or HttpStatusCode.TooManyRequests => LinkResult.Inconclusive,
            _ => LinkResult.Of(
                "link-dead",
                $"“{address.OriginalString}”打不开（{(int)status}）。请删去，或者换成新的网址。"
            ),
        };

    static string HostWithoutWww(Uri address) =>
        address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host;

    static bool IsSameSite(string host, string other) =>
        host == other
        || host.EndsWith("." + other, StringComparison.Ordinal)
        || other.EndsWith("." + host, StringComparison.Ordinal);

    static LinkResult FaultOf(string url, Exception exception) =>
        PrivateHost(exception) is { } host
            ? LinkResult.Of(
                "link-private",
                $"“{url}”指向本机或内网（{host}），没有去查，外面的读者也打不开。请换成公开的网址；确是本单位内网的，检查时用 --link-networks 写明网段。"
            )
            : LinkResult.Of(
                "link-unreachable",
                $"“{url}”{Reason(exception)}。请用浏览器打开看看，打不开就删去或换掉。"
            );

    /// <summary>The client wraps what the connector throws.</summary>
    static string? PrivateHost(Exception? exception) =>
        exception is null
            ? null
            : (exception as PrivateAddressException)?.Host ?? PrivateHost(exception.InnerException);

    static string Reason(Exception exception) =>
        (exception as HttpRequestException)?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => "这个网站找不到，域名可能已经停用",
            HttpRequestError.SecureConnectionError => "的安全证书有问题",
            HttpRequestError.ConfigurationLimitExceeded => "的回答大得不正常",
            _ => "连接不上",
        };

    static HttpClient CreateClient(LinkConnector connector)
    {
        var client = new HttpClient(connector.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("WorkReports-check/" + BuildInfo.Current.Version);
        return client;
    }
}
