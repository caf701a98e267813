using System.Net;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Pages;

public sealed class FormerAddressTests
{
    const string Path = "政治机关/2021-08-31-jiajia.md";

    static async Task Leads(TestSite site, string from, string to)
    {
        await site.UntilStatus(from, HttpStatusCode.MovedPermanently);
        Assert.Equal(to, (await site.Get(from))["Location"]);
        Assert.Equal(HttpStatusCode.OK, await site.Status(to));
    }

    [Fact]
    public async Task A_moved_file_keeps_its_address()
    {
        var content = ContentOf.Report("# 甲\n\n正文。", Path);
        await using var site = await TestSite.Of(content);
        content.Moved(Path, "书香机关/2021/2021-08-31-jiajia.md");
        await site.UntilSaid("/pillars/shuxiang", "/reports/2021-08-31-jiajia");
        Assert.Equal(HttpStatusCode.OK, await site.Status("/reports/2021-08-31-jiajia"));
    }

    [Fact]
    public async Task A_renamed_file_is_found_at_its_old_address_however_often_it_is_renamed()
    {
        var content = ContentOf.Report("# 甲\n\n正文。", Path);
        await using var site = await TestSite.Of(content);
        content.Moved(Path, "政治机关/2021-08-31-yiyi.md");
        await Leads(site, "/reports/2021-08-31-jiajia", "/reports/2021-08-31-yiyi");
        content.Moved("政治机关/2021-08-31-yiyi.md", "书香机关/2021-08-31-bing.md");
        await Leads(site, "/reports/2021-08-31-yiyi", "/reports/2021-08-31-bing");
        await Leads(site, "/reports/2021-08-31-jiajia", "/reports/2021-08-31-bing");
    }

    [Fact]
    public async Task A_changed_address_leads_on()
    {
        var content = ContentOf.Report("---\n网址: old\n---\n# 甲\n\n正文。", Path);
        await using var site = await TestSite.Of(content);
        content.With(Path, "---\n网址: new\n---\n# 甲\n\n改了的正文。");
        await Leads(site, "/reports/old", "/reports/new");
    }

    [Fact]
    public async Task A_deleted_report_is_gone_a_draft_that_nobody_saw_never_was()
    {
        var content = ContentOf
            .Report("# 甲\n\n正文。", Path)
            .With("政治机关/2021-08-30-yiyi.md", "---\n草稿: 是\n---\n# 乙\n\n正文。");
        await using var site = await TestSite.Of(content);
        content.Without(Path).Without("政治机关/2021-08-30-yiyi.md");
        await site.UntilStatus("/reports/2021-08-31-jiajia", HttpStatusCode.Gone);
        Assert.Contains("这篇报告已经下线", (await site.Get("/reports/2021-08-31-jiajia")).Text);
        Assert.Equal(HttpStatusCode.NotFound, await site.Status("/reports/2021-08-30-yiyi"));
        content.With(Path, "# 甲\n\n又来了。");
        await site.UntilSaid("/reports/2021-08-31-jiajia", "又来了");
    }

    [Fact]
    public async Task A_report_that_becomes_a_draft_again_is_gone_until_it_is_published()
    {
        var content = ContentOf.Report("# 甲\n\n正文。", Path);
        await using var site = await TestSite.Of(content);
        content.With(Path, "---\n草稿: 是\n---\n# 甲\n\n正文。");
        await site.UntilStatus("/reports/2021-08-31-jiajia", HttpStatusCode.Gone);
        content.With(Path, "# 甲\n\n正文。");
        await site.UntilStatus("/reports/2021-08-31-jiajia", HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_report_whose_time_is_over_is_gone()
    {
        await using var site = await TestSite.Of(
            ContentOf.Report("---\n下线日期: 2026-11-24 12:30\n---\n# 甲\n\n正文。", Path)
        );
        Assert.Equal(HttpStatusCode.OK, await site.Status("/reports/2021-08-31-jiajia"));
        site.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.Gone, await site.Status("/reports/2021-08-31-jiajia"));
    }

    [Theory]
    [InlineData("/reports/%E4%B8%80%E5%AD%A3%E5%BA%A6%E5%B0%8F%E7%BB%93")]
    [InlineData("/reports/%D2%BB%BC%BE%B6%C8%D0%A1%BD%E1")]
    [InlineData("/reports/2021-08-31-r%C3%A9sum%C3%A9-%E7%94%B2")]
    [InlineData("/reports/2021-08-31-re%CC%81sume%CC%81-%E7%94%B2")]
    [InlineData("/reports/JIA")]
    public async Task Old_and_foreign_spellings_lead_to_the_report(string asked)
    {
        await using var site = await TestSite.Of(
            ContentOf.Report(
                "---\n网址: jia\n旧网址: 一季度小结\n---\n# 甲\n\n正文。",
                "政治机关/2021-08-31-résumé-甲.md"
            )
        );
        await Leads(site, asked, "/reports/jia");
    }

    [Theory]
    [InlineData("/files/%E6%94%BF%E6%B2%BB%E6%9C%BA%E5%85%B3/r%C3%A9sum%C3%A9-%E8%A1%A8.csv")]
    [InlineData("/files/%E6%94%BF%E6%B2%BB%E6%9C%BA%E5%85%B3/re%CC%81sume%CC%81-%E8%A1%A8.csv")]
    public async Task A_file_is_found_however_a_mac_spells_it(string asked)
    {
        await using var site = await TestSite.Of(
            ContentOf
                .Report("---\n附件: résumé-表.csv\n---\n# 甲\n\n正文。")
                .With("政治机关/re\u0301sume\u0301-表.csv", "1")
        );
        Assert.Equal(HttpStatusCode.OK, await site.Status(asked));
    }

    [Fact]
    public async Task A_file_with_a_name_in_gbk_is_found()
    {
        await using var site = await TestSite.Of(
            ContentOf.Report("---\n附件: 表.csv\n---\n# 甲\n\n正文。").With("政治机关/表.csv", "1")
        );
        Assert.Equal(200, await site.RawStatus("/files/%D5%FE%D6%CE%BB%FA%B9%D8/%B1%ED.csv"));
    }
}
