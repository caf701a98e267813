using System.Net;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Pages;

/// <summary>Every kind of page is sound HTML, in every mode of the reader.</summary>
public sealed class MarkupTests(SampleSite sample)
{
    const string Elder = "elder.contrast.large.pointer";

    [Theory]
    [InlineData("/")]
    [InlineData("/pillars/pinpai")]
    [InlineData("/units")]
    [InlineData("/units/sample-czj")]
    [InlineData("/archive")]
    [InlineData("/archive?p=2")]
    [InlineData("/archive/2021")]
    [InlineData("/search")]
    [InlineData("/search?q=品牌")]
    [InlineData("/search?q=没有这个词")]
    [InlineData("/search?q=%22%3E%3Cscript%3E")]
    [InlineData("/sitemap")]
    [InlineData("/journal")]
    [InlineData("/reports/none")]
    [InlineData("/fails/400")]
    [InlineData("/fails/500")]
    [InlineData("/fails/503")]
    public async Task A_page_is_sound(string address)
    {
        foreach (var choices in new[] { "", Elder })
            Assert.Empty(HtmlRules.FaultsOf(await Html(sample.Site, address, choices)));
    }

    [Fact]
    public async Task Every_sample_report_is_sound()
    {
        var addresses = new List<string>();
        foreach (var list in new[] { "/archive", "/archive?p=2" })
            addresses.AddRange(
                (await sample.Site.Page(list))
                    .QuerySelectorAll(".report-list a")
                    .Select(link => link.GetAttribute("href")!)
            );
        Assert.True(addresses.Count > 30);
        foreach (var address in addresses)
            Assert.Empty(HtmlRules.FaultsOf(await Html(sample.Site, address)).Select(fault => $"{address}: {fault}"));
    }

    [Fact]
    public async Task A_report_with_everything_is_sound()
    {
        await using var site = await TestSite.Of(Rich());
        foreach (var choices in new[] { "", Elder })
            Assert.Empty(HtmlRules.FaultsOf(await Html(site, "/reports/rich", choices)));
    }

    [Fact]
    public async Task A_page_of_a_site_with_hardly_anything_is_sound()
    {
        await using var site = await TestSite.Of(Rich());
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.Gone],
            [await site.Status("/reports/2021-08-30-bare"), await site.Status("/reports/gone")]
        );
        foreach (
            var address in new[] { "/reports/2021-08-30-bare", "/reports/gone", "/pillars/shuxiang", "/units/second" }
        )
            Assert.Empty(HtmlRules.FaultsOf(await Html(site, address)));

        await using var empty = await TestSite.Of(ContentOf.Nothing().With("site.yml", ""));
        foreach (var address in new[] { "/", "/archive", "/units", "/search?q=党建", "/sitemap", "/none" })
            Assert.Empty(HtmlRules.FaultsOf(await Html(empty, address)));
    }

    [Theory]
    [InlineData("<p><div></div></p>", "")]
    [InlineData("<b><p>文</p></b>", "a block within <b>")]
    [InlineData("<i id=a></i><i id=a></i>", "id a stands twice")]
    [InlineData("<a href='#none'>文</a>", "the link to #none leads nowhere")]
    [InlineData("<p aria-describedby='none'>文</p>", "aria-describedby=\"none\" points to nothing")]
    [InlineData("<h2> </h2>", "an empty h2")]
    [InlineData("<h3>文</h3>", "h3 “文” skips a level")]
    [InlineData("<h1>又一个</h1>", "the page has not one h1")]
    [InlineData("<table border=1></table>", "border on <table>")]
    [InlineData("<p style='color:red'>文</p>", "style on <p>")]
    [InlineData("<img src=a.png>", "no alt on a.png")]
    [InlineData("<input name=q>", "no label for <input name=\"q\">")]
    [InlineData("<ul><p>文</p></ul>", "<p> in a list")]
    [InlineData("<a href='/'></a>", "no name: <a href=\"/\"></a>")]
    [InlineData("<time>昨天</time>", "<time> does not say when: <time>昨天</time>")]
    [InlineData("<p title=a title=b>文</p>", "")]
    [InlineData("<p>&nbsp文</p>", "")]
    public void The_rules_find_what_is_unsound(string part, string fault)
    {
        var faults = HtmlRules.FaultsOf(
            $"<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>题</title></head><body><main><h1>题</h1>{part}</main></body></html>"
        );
        if (fault.Length > 0)
            Assert.Equal([fault], faults);
        else
            Assert.NotEmpty(faults);
    }

    static ContentOf Rich() =>
        ContentOf
            .Pillars()
            .With(
                "政治机关/2021-08-31-rich.md",
                """
                ---
                标题: "</title><script>alert(1)</script> & \"题\""
                网址: rich
                作者: "某\"人\""
                来源: "<b>来源</b> & 甲"
                关键词: ["</script>", "甲&乙"]
                附件: ["附件/表 一.csv"]
                修订日期: 2021-09-01
                修订说明: 改了<一>个数
                ---
                一段，[站外](https://example.org/?a=1&b=2)，[附件](<附件/表 一.csv>)[^1]，再注一次[^1]。

                ![图 "一" & 二](图.svg)

                ## 一、政治机关

                ### （一）小节

                #### 1.小小节

                | 项目 | 数 |
                |:---|---:|
                | 甲 | 1 |

                <table><caption>表题</caption><tr><th>一</th><td>二</td></tr></table>

                > 引文
                >
                > - 条目
                >   1. 下一层

                术语
                : 释义

                - [x] 做完

                <ruby>汉<rt>hàn</rt></ruby>，H<sub>2</sub>O，~~删~~，`码`

                ```
                <代码>
                ```

                ---

                ## 一、政治机关

                同名的标题。

                [^1]: 注里有**重点**。
                """
            )
            .With("政治机关/附件/表 一.csv", "一,二")
            .With("政治机关/图.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>")
            .With("政治机关/2021-08-30-bare.md", "一句。")
            .With("政治机关/2021-08-29-gone.md", "---\n标题: 撤下\n网址: gone\n撤稿: 数据有误。\n---\n正文。");

    static async Task<string> Html(TestSite site, string address, string choices = "")
    {
        var answer = await site.Get(address, ("Cookie", $"{ReaderPreferences.Cookie}={choices}"));
        Assert.StartsWith("text/html", answer["Content-Type"]);
        return answer.Text;
    }
}
