using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

public sealed class RequireEditionTests(RequireEditionTests.Running running)
    : IClassFixture<RequireEditionTests.Running>
{
    public sealed class Running() : SharedSite(ContentOf.Report("# 甲\n\n![图](图.png)").With("政治机关/图.png", [1]));

    [Theory]
    [InlineData("/", "Cookie, Accept-Encoding")]
    [InlineData("/archive", "Cookie, Accept-Encoding")]
    [InlineData("/nothing", "Cookie, Accept-Encoding")]
    [InlineData("/search?q=甲", "Cookie, Accept-Encoding")]
    [InlineData("/feed.xml", "Accept-Encoding")]
    public async Task A_page_is_asked_for_anew_and_kept_apart_by_the_readers_choices(string address, string vary)
    {
        var answer = await running.Site.Get(address);
        Assert.Equal(("no-cache", vary), (answer["Cache-Control"], answer["Vary"]));
    }

    [Fact]
    public async Task Styles_are_the_same_for_every_reader()
    {
        var sheet = (await running.Site.Page("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        var answer = await running.Site.Get(sheet);
        Assert.Equal(200, answer.Status);
        Assert.DoesNotContain("Cookie", answer["Vary"], StringComparison.Ordinal);
        Assert.DoesNotContain(", no-cache", answer["Cache-Control"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_the_same_for_every_reader()
    {
        var answer = await running.Site.Get("/files/政治机关/图.png");
        Assert.Equal(("no-cache", ""), (answer["Cache-Control"], answer["Vary"]));
    }

    [Fact]
    public async Task Before_the_first_edition_readers_are_asked_to_wait_on_a_dressed_page()
    {
        await using var test = await TestSite.BeforeScan(ContentOf.Pillars());
        foreach (var address in new[] { "/", "/archive", "/feed.xml", "/files/政治机关/图.png" })
        {
            var answer = await test.Get(address);
            Assert.Equal((503, "5", "no-cache"), (answer.Status, answer["Retry-After"], answer["Cache-Control"]));
            Assert.Contains("网站正在准备", answer.Text, StringComparison.Ordinal);
        }
        Assert.Equal(200, (await test.Get("/css/base.css")).Status);
        await test.LetScan();
        Assert.Equal(200, (await test.Get("/archive")).Status);
    }

    [Fact]
    public async Task After_a_restart_readers_keep_the_last_edition_until_the_next()
    {
        const string Path = "政治机关/2021-08-31-jia.md";
        await using var test = await TestSite.BeforeScan(ContentOf.Report("# 旧题目", Path), content =>
            content.With(Path, "# 新的题目")
        );
        Assert.Contains("旧题目", (await test.Get("/reports/2021-08-31-jia")).Text, StringComparison.Ordinal);
        await test.LetScan();
        Assert.Contains("新的题目", (await test.Get("/reports/2021-08-31-jia")).Text, StringComparison.Ordinal);
    }
}
