using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Rendering;

/// <summary>Links to what is not there, and what the editor probably meant.</summary>
public sealed class LinkResolverTests
{
    const string Body = "---\ntitle: 甲\n---\n开头。\n\n## 一、主要做法\n\n正文。\n\n## 二、成效\n\n";

    static IReadOnlyList<Problem> Of(string link, Action<ContentOf>? beside = null)
    {
        var content = ContentOf
            .Report(Body + link)
            .With(
                "政治机关/2019/2019-01-18-阅读总结.md",
                "---\ntitle: 乙\n---\n## 一、概况\n\n甲。\n\n### （一）场次\n\n乙。\n"
            )
            .With("政治机关/图片/现场.JPG", [1])
            .With("书香机关/数据 表.xlsx", [1]);
        beside?.Invoke(content);
        return Reading.Problems(content);
    }

    [Theory]
    [InlineData("[甲](2019/2019-01-18-阅读总洁.md)", "link-missing", "2019/2019-01-18-阅读总结.md")]
    [InlineData("[甲](2019-01-18-阅读总结.md)", "link-missing", "2019/2019-01-18-阅读总结.md")]
    [InlineData("[甲](../书香机关/2019-01-18-阅读总结.md)", "link-missing", "2019/2019-01-18-阅读总结.md")]
    [InlineData("[甲](2019/2019-01-18-阅读总结)", "link-kind", "2019/2019-01-18-阅读总结.md")]
    [InlineData("![甲](图片/现场.jpg)", "link-missing", "图片/现场.JPG")]
    [InlineData("![甲](现场.jpg)", "link-missing", "图片/现场.JPG")]
    [InlineData("[甲](数据表.xlsx)", "link-missing", "../书香机关/数据 表.xlsx")]
    [InlineData("[甲](#一主要做法)", "section-missing", "#一-主要做法")]
    [InlineData("[甲](#一、主要做法)", "section-missing", "#一-主要做法")]
    [InlineData("[甲](2019/2019-01-18-阅读总结.md#（一）场次)", "section-missing", "#一-场次")]
    public void What_was_meant_is_asked(string link, string code, string meant)
    {
        var problem = Assert.Single(Of(link));
        Assert.Equal((code, 12, false), (problem.Code, problem.Line, problem.IsError));
        Assert.Contains($"您是不是想写“{meant}”？", problem.Message);
    }

    [Theory]
    [InlineData("[甲](2019/毫不相干的名字.md)", "link-missing")]
    [InlineData("[甲](#毫不相干)", "section-missing")]
    [InlineData("[甲](2019/2019-01-18-阅读总结.md#没有)", "section-missing")]
    [InlineData("<a href=\"#没有\">甲</a>", "section-missing")]
    public void Nothing_is_asked_where_nothing_is_near(string link, string code)
    {
        var problem = Assert.Single(Of(link));
        Assert.Equal(code, problem.Code);
        Assert.DoesNotContain("是不是", problem.Message);
    }

    [Theory]
    [InlineData("[甲](#一-主要做法)、[乙](#%E4%BA%8C-%E6%88%90%E6%95%88)")]
    [InlineData("[甲](#)、[乙](#page-top)、[丙](#top)")]
    [InlineData("[甲](2019/2019-01-18-阅读总结.md#一-概况)")]
    [InlineData("[甲](2019/2019-01-18-阅读总结.md#一-场次)")]
    [InlineData("[甲](2019/2019-01-18-阅读总结.md#page-attachments)")]
    [InlineData("甲[^1]。\n\n[^1]: 注。<b>乙</b>")]
    [InlineData("<a href=\"#二-成效\">甲</a>")]
    [InlineData("![甲](图片/现场.JPG)")]
    [InlineData("[甲](<../书香机关/数据 表.xlsx>)")]
    [InlineData("https://www.example.com/")]
    public void What_is_there_is_fine(string link) => Assert.Empty(Of(link));

    [Theory]
    [InlineData("[甲](https://www.example.cn/reports/abc)")]
    [InlineData("[甲](http://WWW.example.cn)")]
    [InlineData("[甲](//www.example.cn/x)")]
    [InlineData("https://www.example.cn/reports/abc")]
    [InlineData("<https://www.example.cn/>")]
    [InlineData("<a href=\"https://www.example.cn/\">甲</a>")]
    public void An_absolute_link_to_the_site_itself_is_told(string link) =>
        Assert.Contains("link-own-site", Of(link).Select(problem => problem.Code).Distinct());

    [Fact]
    public void A_link_to_the_site_itself_is_told_once() =>
        Assert.Single(Of("[甲](https://www.example.cn/)和<b>乙</b>"), problem => problem.Code == "link-own-site");

    [Fact]
    public void An_attachment_that_is_not_there_is_asked_for()
    {
        var problem = Assert.Single(
            Reading.Problems(
                ContentOf
                    .Report("---\nattachments:\n  - 附件/数据.xlsx\n---\n正文。")
                    .With("政治机关/附件/数据表.xlsx", [1])
            )
        );
        Assert.Equal(("file-missing", new Place(3, 5, 10)), (problem.Code, problem.At));
        Assert.Contains("“附件/数据表.xlsx”", problem.Message);
    }

    [Theory]
    [InlineData("", 1024 * 1024, true)]
    [InlineData("picture-limit: 2 KB\n", 2 * 1024, true)]
    [InlineData("图片上限: 3000\n", 3000, false)]
    public void A_picture_above_the_limit_is_told(string setting, int limit, bool asCover)
    {
        ContentOf Content(int size) =>
            ContentOf
                .Report(asCover ? "---\n封面: 图.png\n---\n正文。" : "见![甲](图.png)")
                .With("site.yml", setting + ContentOf.SiteYml)
                .With("政治机关/图.png", new byte[size]);
        Assert.Empty(Reading.Problems(Content(limit)));
        Assert.Equal("picture-large", Assert.Single(Reading.Problems(Content(limit + 1))).Code);
    }

    [Fact]
    public void A_unit_or_pillar_that_is_nearly_right_is_asked_for()
    {
        Assert.Contains(
            "您是不是想写“第一单位”？",
            Assert.Single(Reading.ProblemsOf("---\nunit: 第1单位\n---\n正文。")).Message
        );
        Assert.Contains(
            "您是不是想写“书香机关”？",
            Assert.Single(Reading.ProblemsOf("---\n机关: 书香机夫\n---\n正文。")).Message
        );
    }
}
