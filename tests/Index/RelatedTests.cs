using WorkReports.Tests.Support;

namespace WorkReports.Tests.Index;

public sealed class RelatedTests
{
    static string Text(string slug, string title, string keywords, string more = "") =>
        $"---\n标题: {title}\n网址: {slug}\n关键词: [{keywords}]\n{more}---\n正文。";

    static ContentOf Folder() =>
        ContentOf
            .Pillars()
            .With("政治机关/2021-01-01-a.md", Text("a", "第七届财政开放日情况报告", "财政开放日, 预算公开"))
            .With("政治机关/2021-01-02-b.md", Text("b", "首届财政开放日情况报告", "财政开放日"))
            .With("政治机关/2021-01-03-c.md", Text("c", "街道预算看得懂", "预算公开"))
            .With("政治机关/2021-01-04-d.md", Text("d", "机关图书室年度工作报告", "阅读"))
            .With("政治机关/2021-01-05-e.md", Text("e", "第一单位青年宣讲情况报告", "宣讲"))
            .With("政治机关/2021-01-06-f.md", Text("f", "第一单位食堂采购情况报告", "采购"));

    static IReadOnlyList<string> Related(TestIndex index, string slug) =>
        index.Ask(library => library.Related(library.Find(slug)!, 5).Select(report => report.Slug).ToList());

    [Fact]
    public void The_more_and_the_rarer_they_share_the_nearer_they_stand()
    {
        using var index = TestIndex.Of(Folder());
        Assert.Equal(["b", "c"], Related(index, "a"));
    }

    [Theory]
    [InlineData("d")]
    [InlineData("e")]
    [InlineData("f")]
    public void The_words_of_every_title_and_the_units_name_are_no_likeness(string slug)
    {
        using var index = TestIndex.Of(Folder());
        Assert.Empty(Related(index, slug));
    }

    [Fact]
    public void Of_a_long_title_the_rarest_pairs_are_compared()
    {
        using var index = TestIndex.Of(
            Folder()
                .With("政治机关/2021-02-01-x.md", Text("x", "庚辛壬癸子丑寅卯辰巳", ""))
                .With("政治机关/2021-02-02-y.md", Text("y", "庚辛壬癸戊己", ""))
                .With("政治机关/2021-02-03-z.md", Text("z", "甲乙庚辛壬癸", ""))
                .With("政治机关/2021-02-04-w.md", Text("w", "辰巳午未", ""))
        );
        Assert.Equal(["w"], Related(index, "x"));
    }

    [Fact]
    public void Only_visible_reports_are_related()
    {
        using var index = TestIndex.Of(
            Folder().With("政治机关/2021-01-02-b.md", Text("b", "首届财政开放日情况报告", "财政开放日", "草稿: 是\n"))
        );
        Assert.Equal(["c"], Related(index, "a"));
    }

    [Fact]
    public void Marks_in_titles_and_keywords_are_no_operators()
    {
        using var index = TestIndex.Of(
            ContentOf.Report(
                Text("x", "\"引号\"\"与 OR ( * 星号\"", "'NEAR(', \"a\\\"b\", '-'")
                    .Replace("标题: \"引号\"\"与 OR ( * 星号\"", "标题: '\"引号\" 与 OR ( * 星号'")
            )
        );
        Assert.Empty(Related(index, "x"));
    }

    [Fact]
    public void The_others_of_a_unit_are_its_newest_without_the_report_itself()
    {
        using var index = TestIndex.Of(
            Folder().With("政治机关/2021-01-07-g.md", "---\n标题: 别家的\n发布单位: 第二单位\n---\n正文。")
        );
        Assert.Equal(
            ["e", "d"],
            index.Ask(library => library.OthersOfUnit(library.Find("f")!, 2).Select(report => report.Slug))
        );
    }
}
