using System.Net;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Pages;

/// <summary>The page of a search: what narrows it, where its hits lead, and whatever may be typed.</summary>
public sealed class SearchPageTests
{
    static readonly int Fuzzed = Lane.Count(sample: 300, deep: 10_000);

    static string Search(string query, string more = "") => $"/search?q={Uri.EscapeDataString(query)}{more}";

    static ContentOf Content() =>
        ContentOf
            .Pillars()
            .With(
                "政治机关/2021-08-31-a.md",
                "---\n标题: 党建工作\n网址: a\n发布单位: 第一单位\n关键词: [第一议题]\n---\n开头清单。\n\n## 一、学习\n\n清单十项。\n\n### （一）清单\n\n完。"
            )
            .With("书香机关/2020-08-30-b.md", "---\n标题: 清单公开\n网址: b\n发布单位: 第二单位\n---\n党建。");

    [Fact]
    public async Task A_hit_leads_to_the_section_that_holds_it()
    {
        await using var site = await TestSite.Of(Content());
        var page = await site.Page(Search("清单"));
        var hit = page.QuerySelectorAll(".hits > li")[1];
        Assert.Equal(
            ["开头清单。", "清单十项。 一、学习", "（一）清单"],
            hit.QuerySelectorAll(".excerpt")
                .Select(excerpt =>
                    string.Join(' ', excerpt.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                )
        );
        var place = hit.QuerySelector(".excerpt a")!.GetAttribute("href")!;
        Assert.EndsWith("#" + Uri.EscapeDataString("一-学习"), place);
        var report = await site.Page(place.Split('#')[0]);
        Assert.NotNull(report.GetElementById(Uri.UnescapeDataString(place.Split('#')[1])));
        Assert.Equal(3, report.QuerySelectorAll("#page-body mark").Length);
    }

    [Fact]
    public async Task Facets_count_and_narrow_by_plain_links_and_let_go_again()
    {
        await using var site = await TestSite.Of(Content());
        var all = await site.Page(Search("清单"));
        Assert.Equal(
            ["机关", "单位", "年份", "发布日期"],
            all.QuerySelectorAll(".facet h2").Select(heading => heading.TextContent)
        );
        var unit = all.QuerySelectorAll(".facet")[1]
            .QuerySelectorAll("a")
            .Single(link => link.TextContent == "第二单位");
        Assert.Equal("1 篇", unit.NextElementSibling!.TextContent);

        var one = await site.Page(unit.GetAttribute("href")!);
        Assert.Equal("清单公开", one.QuerySelector(".hits h2")!.TextContent);
        var chosen = one.QuerySelector(".facet a[aria-current]")!;
        Assert.Equal(2, (await site.Page(chosen.GetAttribute("href")!)).QuerySelectorAll(".hits > li").Length);
        // The others of its heading keep their counts: a reader may change to them.
        Assert.Equal(2, one.QuerySelectorAll(".facet")[0].QuerySelectorAll("a").Length);
    }

    [Fact]
    public async Task An_empty_range_leads_back_to_all()
    {
        await using var site = await TestSite.Of(Content());
        var page = await site.Page(Search("清单", "&from=2024-01-01&sort=date"));
        Assert.Equal("2024-01-01", page.QuerySelector("#page-from")!.GetAttribute("value"));
        Assert.Equal("date", page.QuerySelector(".date-range input[name=sort]")!.GetAttribute("value"));
        Assert.Equal(
            2,
            (await site.Page(page.QuerySelector(".empty a")!.GetAttribute("href")!))
                .QuerySelectorAll(".hits > li")
                .Length
        );
    }

    [Theory]
    [InlineData("党健工作", "党建工作")]
    [InlineData("第一义题", "第一议题")]
    [InlineData("清但公开 党建", "清单公开 党建")]
    [InlineData("党建公作", "党建工作")]
    [InlineData("党工建作", "党建工作")]
    public async Task A_near_miss_is_put_right(string typed, string meant)
    {
        await using var site = await TestSite.Of(Content());
        var link = (await site.Page(Search(typed))).QuerySelector(".did-you-mean a")!;
        Assert.Equal((meant, Search(meant)), (link.TextContent, link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_query_that_is_too_long_says_so()
    {
        await using var site = await TestSite.Of(Content());
        Assert.Contains(
            "前 200 个字",
            (await site.Page(Search(new string('党', 201)))).QuerySelector(".search-notice")!.TextContent
        );
        Assert.Null((await site.Page(Search(new string('党', 200)))).QuerySelector(".search-notice"));
    }

    [Fact]
    public async Task Every_title_typed_whole_puts_its_report_first()
    {
        await using var site = await TestSite.OfSample();
        var map = await site.Page("/archive");
        for (var number = 2; map is not null; number++)
        {
            foreach (var link in map.QuerySelectorAll(".report-list-title > a"))
            {
                var first = (await site.Page(Search(link.TextContent))).QuerySelector(".hits h2 a")!;
                Assert.Equal(link.TextContent, first.TextContent);
            }
            map = map.QuerySelector(".paging a[rel=next]") is { } next
                ? await site.Page(next.GetAttribute("href")!)
                : null!;
        }
    }

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public async Task No_query_is_an_error_of_the_server()
    {
        await using var site = await TestSite.Of(Content());
        string[] scraps =
        [
            "\"",
            "“",
            "”",
            "*",
            "(",
            ")",
            "{",
            "}",
            "^",
            ":",
            "标题:",
            "年份：",
            "-",
            "－",
            " OR ",
            " AND ",
            " NOT ",
            "NEAR(",
            "党建",
            "清单",
            "\0",
            "\u0001",
            "\uE000",
            "\uD800",
            "\uDC00",
            "𬭎",
            "'",
            ";--",
            "%",
            "\n",
            "\u200B",
            "ﬁ",
            "İ",
            "ａ",
        ];
        var random = new Random(Lane.IsDeep ? Lane.Seed : 5);
        for (var number = 0; number < Fuzzed; number++)
        {
            var query = string.Concat(
                Enumerable.Range(0, random.Next(1, 9)).Select(_ => scraps[random.Next(scraps.Length)])
            );
            foreach (var door in new[] { "/search", "/search.json", "/search/suggest" })
                Assert.InRange(
                    (int)
                        await site.Status(
                            $"{door}?q={Escaped(query)}&p={random.Next(-1, 3)}&year={random.Next()}&unit=%00&at=-1"
                        ),
                    200,
                    499
                );
        }
    }

    [Theory]
    [InlineData("q=%ff%fe%00%c3%28")]
    [InlineData("q=%ED%A0%80")]
    [InlineData("q=a&q=b")]
    [InlineData("q[]=a")]
    [InlineData("q=a&p=2147483647")]
    [InlineData("q=a&p=-2147483648")]
    [InlineData("q=%E5%85%9A&from=0001-01-01&to=9999-12-31&year=9999&at=9999999999999")]
    public async Task No_address_is_an_error_of_the_server(string parts)
    {
        await using var site = await TestSite.Of(Content());
        foreach (var door in new[] { "/search", "/search.json", "/search/suggest" })
            Assert.InRange(await site.RawStatus($"{door}?{parts}"), 200, 499);
    }

    [Fact]
    public async Task A_megabyte_is_refused_or_cut()
    {
        await using var site = await TestSite.Of(Content());
        Assert.InRange(await site.RawStatus("/search?q=" + new string('a', 1 << 20)), 200, 499);
    }

    /// <summary>Halves of characters, too, which no library lets pass.</summary>
    static string Escaped(string query) =>
        string.Concat(
            query.Select(letter => char.IsSurrogate(letter) ? "%ED%A0%80" : Uri.EscapeDataString(letter.ToString()))
        );

    [Fact]
    public async Task Nothing_found_has_a_page_of_its_own_and_a_page_beyond_the_last_has_none()
    {
        await using var site = await TestSite.Of(Content());
        Assert.Equal(HttpStatusCode.OK, await site.Status(Search("没有这个词")));
        Assert.Equal(HttpStatusCode.NotFound, await site.Status(Search("清单", "&p=2")));
    }
}
