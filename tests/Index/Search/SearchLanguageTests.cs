using WorkReports.Index.Search.Query;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Index.Search;

/// <summary>What people type, and what it finds.</summary>
public sealed class SearchLanguageTests
{
    static IReadOnlyList<string> Found(string query, Refinements? choices = null)
    {
        using var index = TestIndex.Of(
            ContentOf
                .Pillars()
                .With(
                    "政治机关/2021-08-31-a.md",
                    "---\n标题: 党建工作\n网址: a\n发布单位: 第一单位\n关键词: [重庆, 第一议题]\n---\n机关书屋每月上新，好书人人荐。使用 IPv6 网络，ＡＢＣ计划第12项，增长3.5倍。𬭎字也在。"
                )
                .With(
                    "书香机关/2020-08-30-b.md",
                    "---\n标题: 书屋开放\n网址: b\n发布单位: 第二单位\n附件: [表.csv]\n---\n机关。书屋。\n\n## 一、书屋\n\n党建党建党建。Windows 10 系统。"
                )
                .With("书香机关/表.csv", "一,二\n")
                .With(
                    "综合/2019-08-29-c.md",
                    "---\n标题: 别的事\n网址: c\n发布单位: 第二单位\n---\n## 政治机关\n\n機關之書。党建，书屋。\n\n## 书香机关\n\n主任 王伟。\n"
                )
        );
        return index.Ask(library =>
            library.Search(SearchQuery.Parse(query), 1, choices).Hits.Items.Select(hit => hit.Report.Slug).ToList()
        );
    }

    [Theory]
    [InlineData("机关书屋", "a")]
    [InlineData("機關書屋", "a")]
    [InlineData("机关之书", "c")]
    [InlineData("党建 书屋", "a b c")]
    [InlineData("党建　书屋　-每月", "b c")]
    [InlineData("党建 －开放", "a c")]
    [InlineData("“机关书屋”", "a")]
    [InlineData("\"机关书屋\" 上新", "a")]
    [InlineData("“机关 书屋", "a b c")]
    [InlineData("标题:书屋", "b")]
    [InlineData("标题：党建", "a")]
    [InlineData("单位:第二 党建", "b c")]
    [InlineData("单位:没有这个单位 党建", "")]
    [InlineData("机关:书香 党建", "b c")]
    [InlineData("机关：政治", "a c")]
    [InlineData("年份:2020", "b")]
    [InlineData("年份：2019-2020 党建", "b c")]
    [InlineData("年份:去年", "")]
    [InlineData("单位", "")]
    [InlineData("王伟", "c")]
    [InlineData("任王", "")]
    [InlineData("主任 王伟", "c")]
    [InlineData("ipv", "a")]
    [InlineData("pv6", "")]
    [InlineData("ipv 网络", "")]
    [InlineData("IPV6网络", "a")]
    [InlineData("使用ipv6", "a")]
    [InlineData("\"windows 10\"", "b")]
    [InlineData("windows 10", "b")]
    [InlineData("3.5倍", "a")]
    [InlineData("第12项", "a")]
    [InlineData("第1", "a")]
    [InlineData("第1项", "")]
    [InlineData("𬭎", "a")]
    [InlineData("鋐", "a")]
    [InlineData("⼈⼈", "a")]
    [InlineData("dangjian", "a")]
    [InlineData("DJ", "a")]
    [InlineData("chongqing", "a")]
    [InlineData("zhongqing", "a")]
    [InlineData("zq", "a")]
    [InlineData("shuwu", "b")]
    [InlineData("表", "b")]
    public void A_query_finds(string query, string slugs) =>
        Assert.Equal(slugs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), Found(query).Order());

    [Fact]
    public void Titles_come_before_headings_before_text_then_many_before_few()
    {
        Assert.Equal(["b", "a", "c"], Found("书屋"));
        Assert.Equal(["a", "b", "c"], Found("党建"));
        Assert.Equal(["a", "b", "c"], Found("党建", new Refinements { ByDate = true }));
    }

    [Theory]
    [InlineData("岗")]
    [InlineData("岗位")]
    public void However_many_there_are_more_come_first(string query)
    {
        var content = ContentOf.Pillars();
        foreach (var (count, year) in new[] { (7, 2020), (8, 2019), (9, 2018), (300, 2017) })
        {
            content.With(
                $"政治机关/{year}-08-31-{count}.md",
                $"---\n网址: has-{count}\n---\n{string.Concat(Enumerable.Repeat("岗位，", count))}"
            );
        }
        using var index = TestIndex.Of(content);
        Assert.Equal(
            ["has-300", "has-9", "has-8", "has-7"],
            index.Ask(library =>
                library.Search(SearchQuery.Parse(query), 1).Hits.Items.Select(hit => hit.Report.Slug).ToList()
            )
        );
    }

    /// <summary>Lists still name it, until its part is written anew.</summary>
    [Fact]
    public void A_word_that_only_a_vanished_report_held_is_put_right()
    {
        using var index = TestIndex.Of(
            ContentOf
                .Pillars()
                .With("政治机关/2021-08-31-a.md", "---\n网址: a\n---\n党建工作。")
                .With("政治机关/2021-08-31-b.md", "---\n网址: b\n标题: 党建工作\n---\n正文。")
                .With("政治机关/2021-08-30-c.md", "---\n网址: c\n---\n当建工作。")
        );
        Assert.Null(index.Ask(library => library.DidYouMean(SearchQuery.Parse("当建"))));
        index.Content.Without("政治机关/2021-08-30-c.md");
        index.Publish();
        Assert.Equal("党建", index.Ask(library => library.DidYouMean(SearchQuery.Parse("当建"))));
    }

    [Fact]
    public void Close_words_come_before_distant_ones()
    {
        using var index = TestIndex.Of(
            ContentOf
                .Pillars()
                .With(
                    "政治机关/2021-08-31-a.md",
                    $"---\n网址: far\n---\n清单公开。{string.Concat(Enumerable.Repeat("一二三四五六七八九十，", 30))}项目办结。项目，项目。"
                )
                .With(
                    "政治机关/2020-08-31-b.md",
                    $"---\n网址: near\n---\n清单和项目。{string.Concat(Enumerable.Repeat("一二三四五六七八九十，", 30))}"
                )
        );
        Assert.Equal(
            ["near", "far"],
            index.Ask(library =>
                library.Search(SearchQuery.Parse("清单 项目"), 1).Hits.Items.Select(hit => hit.Report.Slug).ToList()
            )
        );
    }

    [Theory]
    [InlineData("unit=second", "b c")]
    [InlineData("pillar=zhengzhi", "a c")]
    [InlineData("year=2021", "a")]
    [InlineData("from=2020-08-30", "a b")]
    [InlineData("to=2020-08-30", "b c")]
    [InlineData("from=2020/8/30&to=20200830", "b")]
    [InlineData("from=2020年8月30日&to=2020.8.30", "b")]
    [InlineData("unit=none", "")]
    [InlineData("pillar=none", "")]
    [InlineData("year=99999999999&from=x&to=0001-01-01&at=99999999999999999", "a b c")]
    public void Choices_narrow_what_is_found(string address, string slugs)
    {
        var parts = address.Split('&').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
        var choices = Refinements.Read(name => parts.GetValueOrDefault(name));
        Assert.Equal(slugs.Split(' ', StringSplitOptions.RemoveEmptyEntries), Found("党建", choices).Order());
    }

    /// <summary>Signs that PDF files write for characters, and what is typed for the zero of a year.</summary>
    [Theory]
    [InlineData("长效机制")]
    [InlineData("风险")]
    [InlineData("工作方案")]
    [InlineData("二〇二四年")]
    [InlineData("二○二四年")]
    public void Characters_that_only_look_right_are_found_by_the_right_ones(string query)
    {
        using var index = TestIndex.Of(ContentOf.Report("---\n标题: 甲\n---\n见⻓效机制、⻛险，⼯作⽅案。二○二四年。"));
        Assert.Single(index.Ask(library => library.Search(SearchQuery.Parse(query), 1, null).Hits.Items.ToList()));
    }
}
