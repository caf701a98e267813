using System.Net;
using WorkReports.Content.Rendering;

namespace WorkReports.Commands;

/// <summary>Checks the links of reports to other sites: each address once, a few at a time, within a time limit.</summary>
sealed class ExternalLinkCheck(HttpMessageHandler? handler = null, TimeSpan? perLink = null, TimeSpan? inAll = null)
    : IDisposable
{
    const int ConcurrencyLimit = 8;

    readonly TimeSpan linkTimeout = perLink ?? TimeSpan.FromSeconds(10);
    readonly TimeSpan totalTimeout = inAll ?? TimeSpan.FromMinutes(2);

    readonly HttpClient client = CreateClient(handler ?? new SocketsHttpHandler { MaxAutomaticRedirections = 10 });

    /// <summary>What a request for an address showed.</summary>
    /// <param name="Fault">What is wrong with the link; null when nothing is.</param>
    /// <param name="IsConclusive">False where the other side does not let programs look, or time ran out.</param>
    readonly record struct LinkResult((string Code, string Message)? Fault, bool IsConclusive = true);

    /// <returns>Problems, and a sentence with the totals.</returns>
    public async Task<(IReadOnlyList<Problem> Problems, string Summary)> Check(
        IReadOnlyList<ExternalLink> links,
        CancellationToken stop
    )
    {
        var addresses = links.GroupBy(link => link.Url.Split('#')[0]).ToList();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        end.CancelAfter(totalTimeout);
        var results = new LinkResult?[addresses.Count];
        try
        {
            await Parallel.ForAsync(
                0,
                addresses.Count,
                new ParallelOptions { MaxDegreeOfParallelism = ConcurrencyLimit, CancellationToken = end.Token },
                async (at, token) => results[at] = await Check(addresses[at].Key, token)
            );
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // The time limit is reached: the links that are left count as unchecked, and what was found is still reported.
        }
        var problems = addresses.SelectMany(
            (links, at) =>
                results[at]?.Fault is var (code, message)
                    ? links.Select(link => new Problem(link.File, link.At, Severity.Warning, code, message))
                    : []
        );
        return ([.. problems], Summary(results));
    }

    public void Dispose() => client.Dispose();

    static string Summary(LinkResult?[] results)
    {
        var faults = results.Count(result => result is { Fault: not null });
        var inconclusive = results.Count(result => result is { IsConclusive: false });
        var notChecked = results.Count(result => result is null);
        return $"外部链接 {results.Length} 个地址：{results.Length - faults - inconclusive - notChecked} 个正常，{faults} 个有问题，{inconclusive} 个对方不让程序查看，{notChecked} 个没来得及查。";
    }

    async Task<LinkResult> Check(string url, CancellationToken stop)
    {
        if (
            !Uri.TryCreate(
                url.StartsWith("//", StringComparison.Ordinal) ? "https:" + url : url,
                UriKind.Absolute,
                out var address
            )
        )
            return new LinkResult(("link-dead", $"“{url}”不是完整的网址。请照浏览器地址栏里的抄。"));
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stop);
        timeout.CancelAfter(linkTimeout);
        try
        {
            // Many servers answer HEAD wrongly, or not at all: only a GET that fails proves that a link is dead.
            var result = await Send(HttpMethod.Head, address, timeout.Token);
            return result.Fault is null && result.IsConclusive
                ? result
                : await Send(HttpMethod.Get, address, timeout.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new LinkResult(
                (
                    "link-unreachable",
                    $"“{url}”在 {linkTimeout.TotalSeconds:0} 秒内没有回答。请用浏览器打开看看，打不开就删去或换掉。"
                )
            );
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException or InvalidOperationException or NotSupportedException
            )
        {
            return new LinkResult(
                ("link-unreachable", $"“{url}”{Reason(exception)}。请用浏览器打开看看，打不开就删去或换掉。")
            );
        }
    }

    async Task<LinkResult> Send(HttpMethod method, Uri address, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, address);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (method == HttpMethod.Head)
            timeout.CancelAfter(linkTimeout / 2);
        try
        {
            using var response = await client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                timeout.Token
            );
            return ResultOf(address, response);
        }
        catch (Exception exception)
            when (method == HttpMethod.Head
                && !stop.IsCancellationRequested
                && (exception is HttpRequestException or OperationCanceledException or IOException)
            )
        {
            return new LinkResult(null, IsConclusive: false);
        }
    }

    static LinkResult ResultOf(Uri address, HttpResponseMessage response) =>
        response.StatusCode switch
        {
            < HttpStatusCode.BadRequest
                when HostWithoutWww(response.RequestMessage?.RequestUri) is { } host
                    && !IsSameSite(host, HostWithoutWww(address)!) => new LinkResult(
                (
                    "link-moved",
                    $"“{address.OriginalString}”转到了另一个网站 {host}。请核对是不是原来要找的，是的话改成新网址。"
                )
            ),
            < HttpStatusCode.BadRequest => new LinkResult(null),
            HttpStatusCode.Unauthorized
            or HttpStatusCode.Forbidden
            or HttpStatusCode.ProxyAuthenticationRequired
            or HttpStatusCode.TooManyRequests => new LinkResult(null, IsConclusive: false),
            var status => new LinkResult(
                ("link-dead", $"“{address.OriginalString}”打不开（{(int)status}）。请删去，或者换成新的网址。")
            ),
        };

    static string? HostWithoutWww(Uri? address) =>
        address?.Host is { } host
            ? host.StartsWith("www.", StringComparison.Ordinal)
                ? host[4..]
                : host
            : null;

    static bool IsSameSite(string host, string other) =>
        host == other
        || host.EndsWith("." + other, StringComparison.Ordinal)
        || other.EndsWith("." + host, StringComparison.Ordinal);

    static string Reason(Exception exception) =>
        (exception as HttpRequestException)?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => "这个网站找不到，域名可能已经停用",
            HttpRequestError.SecureConnectionError => "的安全证书有问题",
            _ => "连接不上",
        };

    static HttpClient CreateClient(HttpMessageHandler handler)
    {
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("WorkReports-check/" + BuildInfo.Current.Version);
        return client;
    }
}
