using WorkReports.Content.Files;
using WorkReports.Content.Reports;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Screening;

/// <summary>A mark of a classified document keeps a report from readers, however it is spelled; the mere word does not.</summary>
public sealed class SecretMarksTests
{
    static IEnumerable<Problem> Of(string body, string head = "标题: 甲") =>
        Reading.ProblemsOf($"---\n{head}\n---\n{body}").Where(problem => problem.Code == "secret-mark");

    [Theory]
    [InlineData("机密★1年")]
    [InlineData("秘密★长期")]
    [InlineData("绝密★启用前")]
    [InlineData("机密☆1年")]
    [InlineData("机　密★１年")]
    [InlineData("机密 ★ 5年")]
    [InlineData("秘密＊3年")]
    [InlineData("密级：秘密")]
    [InlineData("密级: 机密")]
    [InlineData("密　级：绝　密")]
    [InlineData("**密级：**机密")]
    [InlineData("| 密级 | 机密 |\n|---|---|\n| 甲 | 乙 |")]
    [InlineData("机　密")]
    [InlineData("绝 密")]
    [InlineData("## 机密")]
    [InlineData("> 秘密")]
    [InlineData("**绝密**")]
    [InlineData("【机密】关于某事的报告")]
    [InlineData("（秘密）关于某事的报告")]
    [InlineData("机**密**★1年")]
    [InlineData("机<b>密</b>★1年")]
    [InlineData("机密&#9733;1年")]
    [InlineData("机\u200B密★1年")]
    [InlineData("第一段。\n\n落款之后又有机密★1年的字样。")]
    public void A_mark_is_an_error(string body) => Assert.True(Assert.Single(Of("正文。\n\n" + body)).IsError);

    [Fact]
    public void A_mark_in_the_head_is_one_with_its_place()
    {
        var problem = Assert.Single(Of("正文。", "标题: 机密★1年 关于某事的报告"));
        Assert.Equal((2, 5, true), (problem.Line, problem.At.Column, problem.IsError));
    }

    [Theory]
    [InlineData("份号：000001\n\n本件按机密级管理。")]
    [InlineData("保密期限五年，属秘密级文件。")]
    public void The_word_beside_others_of_the_kind_is_a_warning(string body) =>
        Assert.All(Of(body), problem => Assert.False(problem.IsError));

    [Fact]
    public void At_least_once() => Assert.NotEmpty(Of("份号：000001\n\n本件按机密级管理。"));

    [Theory]
    [InlineData("保守国家秘密是每个公民的义务，商业秘密和个人秘密受法律保护。")]
    [InlineData("开展保密教育，签订保密承诺书36份。")]
    [InlineData("与群众联系紧密，司机 密切配合。")]
    [InlineData("数据的机密性、完整性。")]
    [InlineData("| 等次 | 说明 |\n|---|---|\n| 秘密 | 甲 |")]
    [InlineData("会议强调（机密文件除外）全部公开。")]
    [InlineData("密级：公开")]
    [InlineData("不涉密，不得标注密级。")]
    public void The_word_alone_is_none_of_our_business(string body) => Assert.Empty(Of(body));

    [Fact]
    public void Who_says_that_it_was_looked_at_is_believed() =>
        Assert.Empty(Reading.ProblemsOf("---\n标题: 甲\n涉密字样: 已核\n---\n学习“机密★1年”怎样标注。"));

    [Fact]
    public void Any_other_word_is_not_believed() =>
        Assert.Equal(
            ["secret-mark", "type-flag"],
            Reading.ProblemsOf("---\n标题: 甲\n涉密字样: 无\n---\n机密★1年").Select(problem => problem.Code).Order()
        );

    [Fact]
    public void What_is_published_stays_until_its_file_is_changed()
    {
        using var index = TestIndex.Of(ContentOf.Report("---\n标题: 甲\n---\n正文。"));
        index.Content.With("政治机关/2021-08-31-试验.md", "---\n标题: 乙\n---\n机密★1年");
        index.Publish();
        Assert.Equal(["甲"], index.Titles());
    }

    [Theory]
    [InlineData("政治机关/_index.md", "---\n标题: 政治机关\n---\n机密★1年", 4)]
    [InlineData("政治机关/_index.md", "---\n标题: 政治机关\n格言: 机密★1年\n---\n正文。", 3)]
    [InlineData("政治机关/_index.md", "---\n标题: 政治机关\n---\n机**密**★1年", 1)]
    [InlineData("site.yml", "name: 试验站\ndescription: 密级：秘密\n", 2)]
    [InlineData("site.yml", "name: \"\\u673A密★1年\"\n", 1)]
    [InlineData("site.yml", "units:\n  - name: 甲\n    notices: [机密★1年]\n", 3)]
    public void What_all_pages_show_is_looked_at_too(string file, string text, int line)
    {
        using var content = ContentOf.Pillars().With(file, text);
        var problem = Assert.Single(Reading.ProblemsIn(content.Folder), found => found.Code == "secret-mark");
        Assert.Equal((file, line, true), (problem.File, problem.Line, problem.IsError));
        var context = new SiteContextReader(new ContentFolder(content.Folder)).Read();
        Assert.DoesNotContain("密", context.Site.Name + context.Site.Description);
        Assert.DoesNotContain(context.Site.Units, unit => unit.Notices.Any(notice => notice.Contains('密')));
        Assert.DoesNotContain(context.Pillars, pillar => (pillar.Motto + pillar.Html).Contains('密'));
    }

    [Theory]
    [InlineData("政治机关/_index.md", "---\n标题: 政治机关\n涉密字样: 已核\n---\n机密★1年")]
    [InlineData("site.yml", "name: 试验站\ndescription: 密级：秘密\nsecret-words: 已核\n")]
    public void There_too_who_looked_at_it_is_believed(string file, string text) =>
        Assert.DoesNotContain(Reading.Problems(ContentOf.Pillars().With(file, text)), problem =>
            problem.Code is "secret-mark" or "key-unknown"
        );
}
