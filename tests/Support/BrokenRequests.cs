using System.Text;

namespace WorkReports.Tests.Support;

/// <summary>
/// Sensible requests, broken: what scanners, mangling proxies and plain chance send. The same seed makes the same ones.
/// </summary>
public sealed class BrokenRequests(int seed)
{
    const int Longest = 40;

    /// <summary>The last of a batch, whole, so that the server ends the conversation whatever became of the others.</summary>
    const string Goodbye = "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    static readonly string[] Targets =
    [
        "/",
        "/archive",
        "/archive/2021",
        "/archive?p=1",
        "/pillars/zhengzhi",
        "/pillars/zhengzhi?p=2",
        "/pillars/zhengzhi/feed.xml",
        "/units",
        "/units/first",
        "/units/first/feed.xml",
        "/reports/a",
        "/reports/a?q=%E7%94%B2",
        "/reports/a.md",
        "/reports/a/qr.svg",
        "/reports/withdrawn",
        "/search",
        "/search?q=%E7%94%B2",
        "/search?q=%E7%94%B2&unit=first&pillar=zhengzhi&year=2021&sort=date&p=1",
        "/search?q=%22%E7%94%B2%22+-%E4%B9%99&from=2021-01-01&to=2021-12-31&at=1790000000",
        "/search.json?q=%E7%94%B2&p=1",
        "/search/suggest?q=jia",
        "/opensearch.xml",
        "/sitemap",
        "/sitemap.xml",
        "/robots.txt",
        "/feed.xml",
        "/files/%E6%94%BF%E6%B2%BB%E6%9C%BA%E5%85%B3/%E5%9B%BE.png",
        "/reader/elder?back=%2Farchive",
        "/css/base.css",
        "/js/share.js",
        "/img/seal.svg",
        "/error/404",
        "/healthz",
        "/readyz",
        "/metrics",
        "/preview/events",
        "/status",
    ];

    static readonly string[] Headers =
    [
        "Accept: text/html,*/*;q=0.8",
        "Accept-Encoding: gzip, deflate, br",
        "Accept-Language: zh-CN,zh;q=0.9",
        "Cookie: reader=elder.contrast",
        "If-None-Match: \"a-1\", W/\"b\"",
        "If-Modified-Since: Tue, 24 Nov 2026 04:00:00 GMT",
        "If-Range: \"a\"",
        "Range: bytes=0-4,6-",
        "Referer: http://a/",
        "User-Agent: Mozilla/5.0",
        "X-Forwarded-For: 1.2.3.4",
        "X-Forwarded-For: [::1]:80, 1.2.3.4:5",
        "X-Forwarded-Proto: https",
        "X-Forwarded-Host: b",
        "Connection: keep-alive",
        "Upgrade-Insecure-Requests: 1",
        "Cache-Control: no-cache",
        "Content-Type: text/plain",
        "Origin: null",
        "Upgrade: websocket",
        "Expect: 100-continue",
        "TE: trailers",
        "Via: 1.1 a",
        "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    ];

    /// <summary>Lengths that lie, and what two servers may read in two ways.</summary>
    static readonly string[] Smuggling =
    [
        "Content-Length: 5",
        "Content-Length: -1",
        "Content-Length: 0, 5",
        "Content-Length: 99999999999999999999",
        "Content-Length: +0",
        "Transfer-Encoding: chunked",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: identity",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding:\tchunked",
        "Content-Length: 0\r\nContent-Length: 5",
        "Content-Length: 0\r\nTransfer-Encoding: chunked",
        "Host: b",
        " folded: line",
        "X: a\nY: b",
        ": nameless",
        "nameless",
        "X\0: a",
    ];

    static readonly string[] Methods =
    [
        "HEAD",
        "POST",
        "PUT",
        "DELETE",
        "OPTIONS",
        "TRACE",
        "CONNECT",
        "PATCH",
        "head",
        "get",
        "PROPFIND",
        "G\0T",
        "",
        "GETGETGETGETGETGETGETGETGETGETGETGET",
        "PRI",
        "M-SEARCH",
        "{}",
    ];

    static readonly string[] Versions =
    [
        "HTTP/1.0",
        "HTTP/0.9",
        "HTTP/1.2",
        "HTTP/2.0",
        "HTTP/9.9",
        "http/1.1",
        "HTTP/1.1 ",
        "",
        "HTTP/",
        "ICY/1.1",
    ];

    static readonly string[] Poison =
    [
        "%00",
        "\0",
        "..",
        "/../",
        "%2e%2e%2f",
        "..%5c",
        "\\",
        "%252e%252e%252f",
        "%2f",
        "%5c",
        "//",
        "/./",
        "..;/",
        "%c0%af",
        "%c0%ae%c0%ae/",
        "%e0%80%af",
        "%ed%a0%80",
        "%f5%80%80%80",
        "%ff",
        "%fe%ff",
        "%",
        "%4",
        "%zz",
        "%u4e00",
        "é",
        "\u00ff",
        "%0d%0a",
        "%0d%0aSet-Cookie:%20a=b",
        "%7f",
        "\u0001",
        "\t",
        " ",
        "'",
        "\"",
        "<script>",
        "%3Cscript%3E",
        "${jndi:ldap://a}",
        "{{7*7}}",
        "*",
        "(",
        ")",
        "\"\"",
        "%22",
        "NEAR(",
        "-1",
        "0",
        "2147483648",
        "99999999999999999999",
        "1e9",
        "NaN",
        "%EF%BC%91",
        "%E2%80%AE",
        "%F0%9F%98%80",
        "%F0%A0%AE%B7",
        "%CC%81",
        "&p=1&p=2",
        "&q=%00",
        "p[]=1",
        ";",
        "#",
        "?",
        "=",
        "&&&",
        "+",
        ":",
        "@",
        "|",
        "^",
        "`",
        ".php",
        ".md",
        "/qr.svg",
        "/feed.xml",
        "~",
        "con",
        "%E6%A0%87%E9%A2%98:",
        "%E5%B9%B4%E4%BB%BD:2019-",
    ];

    readonly Random random = new(seed);

    /// <summary>Some requests in a row, as one client sends them without waiting.</summary>
    public byte[] Batch()
    {
        var text = new StringBuilder();
        for (var count = random.Next(1, Longest); count > 0; count--)
            text.Append(Survivable());
        if (random.Next(3) > 0)
            text.Append(Deadly());
        return Encoding.Latin1.GetBytes(text.Append(Goodbye).ToString());
    }

    /// <summary>Strange, but of a form after which a server may go on listening.</summary>
    string Survivable()
    {
        var method = random.Next(10) == 0 ? Pick(Methods[..9]) : "GET";
        var target = Pick(Targets);
        for (var times = random.Next(4); times > 0; times--)
            target = Insert(target, random.Next(12) == 0 ? new string('x', random.Next(3000)) : Printable());
        var headers = Enumerable
            .Range(0, random.Next(4))
            .Select(_ => Pick(Headers))
            .Select(header => random.Next(3) == 0 ? Insert(header, Printable(), header.IndexOf(':') + 2) : header);
        return Request(method, target, "HTTP/1.1", headers);
    }

    /// <summary>Broken anywhere; most of these end the conversation.</summary>
    string Deadly()
    {
        var request = Request(
            random.Next(4) == 0 ? Pick(Methods) : "GET",
            random.Next(3) == 0 ? Insert(Pick(Targets), Pick(Poison)) : Strange(Pick(Targets)),
            random.Next(4) == 0 ? Pick(Versions) : "HTTP/1.1",
            Enumerable
                .Range(0, random.Next(5))
                .Select(_ => random.Next(3) == 0 ? Pick(Smuggling) : Insert(Pick(Headers), Pick(Poison)))
        );
        return random.Next(6) switch
        {
            0 => request[..random.Next(request.Length)],
            1 => Insert(request, ((char)random.Next(256)).ToString()),
            2 => request.Remove(random.Next(request.Length - 1), 1),
            3 => request.Replace("\r\n", "\n"),
            4 => Insert(
                request,
                string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(256)))
            ),
            _ => request,
        };
    }

    /// <summary>Other forms of a target (RFC 9112, 3.2), and some too long for anybody.</summary>
    string Strange(string target) =>
        random.Next(8) switch
        {
            0 => "http://a" + target,
            1 => "http://b" + target,
            2 => "ftp://a:x" + target,
            3 => "*",
            4 => "a:80",
            5 => target[1..],
            6 => target + "?" + new string('a', random.Next(20_000)),
            _ => target + string.Concat(Enumerable.Repeat("/..%2f", random.Next(500))),
        };

    static string Request(string method, string target, string version, IEnumerable<string> headers) =>
        $"{method} {target} {version}\r\nHost: a\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n";

    string Printable() =>
        Pick(Poison) is var poison && poison.All(letter => letter is > ' ' and < '\u007f') ? poison : "%20";

    string Insert(string text, string what, int from = 1) =>
        text.Insert(random.Next(Math.Min(from, text.Length), text.Length + 1), what);

    string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
