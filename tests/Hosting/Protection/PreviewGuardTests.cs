using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Protection;

/// <summary>A preview answers to its own names alone, and its pages and files to its own pages alone.</summary>
public sealed class PreviewGuardTests
{
    const string Draft = "---\n网址: a\n草稿: 是\n---\n# 甲\n\n![图](图.png)\n";

    static Task<TestSite> Preview(string hosts = "*") =>
        TestSite.With(ContentOf.Report(Draft).With("政治机关/图.png", Importing.Png), settings =>
            settings with
            {
                Preview = true,
                Hosts = hosts,
            }
        );

    [Theory]
    [InlineData("localhost:{port}", 200)]
    [InlineData("LOCALHOST:{port}", 200)]
    [InlineData("127.0.0.1:{port}", 200)]
    [InlineData("[::1]:{port}", 200)]
    [InlineData("rebound.example.cn:{port}", 421)]
    [InlineData("127.0.0.1.example.cn:{port}", 421)]
    [InlineData("localhost.example.cn:{port}", 421)]
    [InlineData("10.0.0.1:{port}", 421)]
    [InlineData("localhost:1", 421)]
    [InlineData("localhost", 421)]
    [InlineData("127.0.0.1", 421)]
    public async Task It_answers_to_its_own_names(string host, int status)
    {
        await using var site = await Preview();
        foreach (var path in new[] { "/", "/reports/a", "/status" })
            Assert.Equal(status, await Status(site, path, host));
    }

    [Theory]
    [InlineData("preview.example.cn:9000", 200)]
    [InlineData("preview.example.cn", 200)]
    [InlineData("localhost:{port}", 200)]
    [InlineData("other.example.cn", 421)]
    public async Task It_answers_to_names_that_were_set(string host, int status)
    {
        await using var site = await Preview("preview.example.cn");
        Assert.Equal(status, await Status(site, "/reports/a", host));
    }

    [Fact]
    public async Task Who_is_refused_is_told_why_in_Chinese()
    {
        await using var site = await Preview();
        var answer = await site.Get("/reports/a", ("Host", "rebound.example.cn"));
        Assert.Equal(421, answer.Status);
        Assert.Contains("--hosts", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("甲", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("same-origin", "no-cors", "image", 200)]
    [InlineData("none", "navigate", "document", 200)]
    [InlineData("cross-site", "navigate", "document", 200)]
    [InlineData("cross-site", "navigate", "iframe", 403)]
    [InlineData("cross-site", "no-cors", "image", 403)]
    [InlineData("same-site", "no-cors", "image", 403)]
    [InlineData("same-site", "cors", "empty", 403)]
    [InlineData("cross-site", "no-cors", "script", 403)]
    public async Task No_page_from_elsewhere_gets_a_draft(string from, string mode, string use, int status)
    {
        await using var site = await Preview();
        (string, string)[] sent = [("Sec-Fetch-Site", from), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", use)];
        foreach (var path in new[] { "/reports/a", "/files/政治机关/图.png" })
        {
            var answer = await site.Get(path, sent);
            Assert.Equal(status, answer.Status);
            Assert.Equal("same-origin", answer["Cross-Origin-Resource-Policy"]);
        }
    }

    [Fact]
    public async Task A_site_answers_whoever_embeds_its_pictures()
    {
        await using var site = await TestSite.Of(
            ContentOf.Report(Draft.Replace("草稿: 是", "草稿: 否")).With("政治机关/图.png", Importing.Png)
        );
        var answer = await site.Get("/files/政治机关/图.png", ("Sec-Fetch-Site", "cross-site"));
        Assert.Equal((200, "cross-origin"), (answer.Status, answer["Cross-Origin-Resource-Policy"]));
    }

    static Task<int> Status(TestSite site, string path, string host) =>
        site.RawStatus(
            $"GET {path} HTTP/1.1\r\nHost: {host.Replace("{port}", $"{site.Origin.Port}")}\r\nConnection: close\r\n",
            ""
        );
}
