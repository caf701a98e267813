using WorkReports.Tests.Index.Search.Query;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Index;

public sealed class LibraryTests
{
    static string Head(string lines) => $"---\n{lines}\n---\n正文。";

    [Theory]
    [InlineData("草稿: 是")]
    [InlineData("撤稿: 有误。")]
    [InlineData("下线日期: 2026-11-24")]
    [InlineData("发布日期: 2026-11-25")]
    public void What_is_not_visible_is_in_no_list_and_no_search(string line)
    {
        using var index = TestIndex.Of(ContentOf.Report(Head("标题: 隐\n网址: yin\n旧网址: [lao]\n" + line)));
        Assert.Empty(index.Titles());
        Assert.Empty(index.Ask(library => library.OfPillar("zhengzhi", 1)).Items);
        Assert.Empty(index.Ask(library => library.OfUnit("first", 1)).Items);
        Assert.Empty(index.Ask(library => library.CountByYear()));
        Assert.Empty(index.Ask(library => library.CountByPillar()));
        Assert.Empty(index.Ask(library => library.News(9)));
        Assert.Empty(index.Ask(library => library.SitemapEntries(9)));
        Assert.Empty(index.Ask(library => library.Search(SearchQueryTests.Query("隐"), 1)).Hits.Items);
        Assert.Null(index.Ask(library => library.FindFormer("lao")?.CurrentSlug));
        Assert.Equal(line.StartsWith("撤稿", StringComparison.Ordinal), index.Find("yin") is not null);
    }

    [Fact]
    public void A_scheduled_report_appears_at_its_minute_without_a_scan()
    {
        using var index = TestIndex.Of(ContentOf.Report(Head("标题: 定时\n发布日期: 2026-11-24 12:30")));
        index.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Empty(index.Titles());
        index.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["定时"], index.Titles());
    }

    [Fact]
    public void Pinned_reports_lead_and_the_newest_follow()
    {
        using var index = TestIndex.Of(
            ContentOf
                .Pillars()
                .With("政治机关/2021-01-01-旧.md", "# 旧")
                .With("政治机关/2021-01-03-新.md", "# 新")
                .With("政治机关/2021-01-02-顶.md", Head("标题: 顶\n置顶: 是"))
        );
        Assert.Equal(["顶", "新", "旧"], index.Titles());
    }

    [Fact]
    public void A_list_has_twenty_to_a_page()
    {
        var content = ContentOf.Pillars();
        for (var day = 1; day <= 25; day++)
            content.With($"政治机关/2021-01-{day:00}-甲.md", $"# 第{day}日");
        using var index = TestIndex.Of(content);
        var (first, second, third) = index.Ask(library => (library.All(1), library.All(2), library.All(3)));
        Assert.Equal((20, 5, 25, 2), (first.Items.Count, second.Items.Count, first.Total, first.Last));
        Assert.Equal("第5日", second.Items[0].Title);
        Assert.True(second.Exists);
        Assert.False(third.Exists);
    }

    [Fact]
    public void A_pillar_lists_the_section_that_speaks_of_it()
    {
        using var index = TestIndex.Of(
            ContentOf.Pillars().With("综合/2021-01-01-全.md", "# 全\n\n## 二、书香机关\n\n正文。")
        );
        var listed = index.Ask(library => library.OfPillar("shuxiang", 1)).Items.Single();
        Assert.Equal(("全", "二、书香机关", "二-书香机关"), (listed.Title, listed.SectionTitle, listed.SectionAnchor));
        Assert.Empty(index.Ask(library => library.OfPillar("zhengzhi", 1)).Items);
    }

    [Fact]
    public void Neighbours_stand_in_the_same_folder()
    {
        using var index = TestIndex.Of(
            ContentOf
                .Pillars()
                .With("政治机关/2021-01-01-a.md", Head("标题: 前\n网址: a"))
                .With("政治机关/2021-01-03-b.md", Head("标题: 中\n网址: b"))
                .With("政治机关/2021-01-05-c.md", Head("标题: 后\n网址: c"))
                .With("书香机关/2021-01-04-d.md", Head("标题: 别处\n网址: d"))
        );
        var around = index.Ask(library => library.Neighbours(library.Find("b")!));
        Assert.Equal(("前", "后"), (around.Earlier!.Title, around.Later!.Title));
        Assert.Null(index.Ask(library => library.Neighbours(library.Find("c")!)).Later);
    }

    [Fact]
    public void A_request_sees_one_edition_whole()
    {
        using var index = TestIndex.Of(ContentOf.Report("# 旧"));
        index.Ask(library =>
        {
            Assert.Equal(1, library.Edition());
            index.Content.With("政治机关/2021-08-31-试验.md", "# 新的");
            index.Publish();
            Assert.Equal("旧", library.Latest(1)[0].Title);
            return 0;
        });
        Assert.Equal(["新的"], index.Titles());
    }

    [Fact]
    public void Pictures_of_a_pillar_are_served()
    {
        using var index = TestIndex.Of(
            ContentOf
                .Pillars()
                .With("政治机关/_index.md", "---\nslug: zhengzhi\n---\n![图](图.png)")
                .With("政治机关/图.png", [1])
        );
        Assert.True(index.Ask(library => library.IsPublicFile("政治机关/图.png")));
    }

    [Fact]
    public void Only_files_of_visible_reports_are_served()
    {
        using var index = TestIndex.Of(
            ContentOf
                .Pillars()
                .With("政治机关/图.png", [1])
                .With("政治机关/密.png", [1])
                .With("政治机关/无人用.png", [1])
                .With("政治机关/2021-01-01-a.md", "![图](图.png)")
                .With("政治机关/2021-01-02-b.md", "---\n草稿: 是\n---\n![图](密.png)")
        );
        Assert.Equal(
            (true, false, false),
            index.Ask(library =>
                (
                    library.IsPublicFile("政治机关/图.png"),
                    library.IsPublicFile("政治机关/密.png"),
                    library.IsPublicFile("政治机关/无人用.png")
                )
            )
        );
    }
}
