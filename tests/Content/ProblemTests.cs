using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content;

/// <summary>The mistakes that editors make, each with its line and a sentence that says what to write instead.</summary>
public sealed class ProblemTests
{
    [Theory]
    [InlineData("titel: 甲", "key-unknown", "title")]
    [InlineData("草搞: 是", "key-unknown", "草稿")]
    [InlineData("天气: 晴", "key-unknown", "可以写的有")]
    [InlineData("标题：甲", "colon-full-width", "标题: 内容")]
    [InlineData("标题:甲", "colon-no-space", "标题: 甲")]
    [InlineData("title: 关于甲: 乙", "colon-in-value", "\"关于甲: 乙\"")]
    [InlineData("\ttitle: 甲", "tab", "Tab")]
    [InlineData("title: [甲, 乙]", "type-text", "一句文字")]
    [InlineData("置顶: 也许", "type-flag", "“是”或“否”")]
    [InlineData("date: 2021-02-30", "date-impossible", "28 天")]
    [InlineData("updated: 昨天", "date-impossible", "2021年8月31日")]
    [InlineData("unit: 第三单位", "unit-unknown", "第一单位、第二单位")]
    [InlineData("机关: [廉洁机关]", "pillar-unknown", "政治机关、书香机关")]
    [InlineData("网址: 某报告", "slug", "小写字母")]
    [InlineData("附件: 没有.pdf", "file-missing", "没有.pdf")]
    [InlineData("附件: 程序.exe", "file-kind", "pdf")]
    [InlineData("封面: 表.xlsx", "file-kind", "png")]
    [InlineData("a: &x 1", "yaml-fancy", "&")]
    [InlineData("title: \"甲", "yaml-syntax", "引号")]
    [InlineData("标题: 甲\ntitle: 乙", "key-twice", "两次")]
    [InlineData("标题: 甲\n标题: 乙", "key-twice", "“标题”写了两次")]
    [InlineData("\"\\uFFFE\": 甲", "key-unknown", "可以写的有")]
    public void A_mistake_in_the_head_is_told_with_its_line(string line, string code, string says)
    {
        var problem = Assert.Single(Reading.ProblemsOf($"---\nsource: 某处\n{line}\n---\n正文。"), problem =>
            problem.Code == code
        );
        Assert.True(problem.IsError);
        Assert.Equal("政治机关/2021-08-31-试验.md", problem.File);
        Assert.Equal(3 + line.Count(letter => letter == '\n'), problem.Line);
        Assert.Contains(says, problem.Message);
    }

    [Fact]
    public void Where_no_unit_is_known_the_admin_is_asked_for_one()
    {
        using var index = new TestIndex(
            ContentOf.Report("---\n发布单位: 某处\n---\n正文。").With("site.yml", "name: 站\n")
        );
        Assert.EndsWith(
            "“某处”。请先请管理员在 site.yml 里登记单位。",
            index.Publish().Problems.Single(problem => problem.Code == "unit-unknown").Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("---\ntitle: 甲\n正文。", "fence-unclosed", "---")]
    [InlineData("———\ntitle: 甲\n———\n正文。", "fence-wrong", "三个半角减号")]
    [InlineData("----\ntitle: 甲\n----\n正文。", "fence-wrong", "三个半角减号")]
    [InlineData("+++\ntitle = \"甲\"\n+++\n正文。", "fence-wrong", "三个半角减号")]
    public void A_block_with_wrong_fences_is_told(string text, string code, string says)
    {
        var problem = Assert.Single(Reading.ProblemsOf(text));
        Assert.Equal((code, 1, true), (problem.Code, problem.Line, problem.IsError));
        Assert.Contains(says, problem.Message);
    }

    [Fact]
    public void A_head_without_its_first_fence_is_a_warning()
    {
        var problem = Assert.Single(Reading.ProblemsOf("\n标题: 甲\n发布日期: 2021-08-31\n---\n正文。"));
        Assert.Equal(("fence-missing", 2, false), (problem.Code, problem.Line, problem.IsError));
    }

    [Theory]
    [InlineData("作者：办公室\n\n正文。")]
    [InlineData("----\n\n正文。")]
    [InlineData("正文。\n\n---\n\n正文。")]
    public void A_body_that_merely_looks_like_a_head_is_none_of_our_business(string text) =>
        Assert.Empty(Reading.ProblemsOf(text));

    [Fact]
    public void A_second_title_in_the_body_is_a_warning()
    {
        var problem = Assert.Single(
            Reading.ProblemsOf("---\nsource: 某处\ntitle: 年度报告\n---\n# 另一个题目\n\n正文。")
        );
        Assert.Equal(("title-twice", 3, false), (problem.Code, problem.Line, problem.IsError));
        Assert.Empty(Reading.ProblemsOf("---\ntitle: 2021年度报告\n---\n# 2021 年度报告\n\n正文。"));
    }

    [Fact]
    public void A_pillar_file_in_a_year_folder_is_told() =>
        Assert.Equal("pillar-deep", Assert.Single(Reading.ProblemsOf("正文。", "政治机关/2021/_index.md")).Code);

    [Fact]
    public void All_mistakes_of_a_file_are_told_at_once() =>
        Assert.Equal(
            ["key-unknown", "date-impossible", "unit-unknown"],
            Reading
                .ProblemsOf("---\ntitel: 甲\ndate: 2021-02-30\nunit: 无\n---\n正文。")
                .Select(problem => problem.Code)
        );

    [Fact]
    public void A_report_without_any_date_is_told() =>
        Assert.Equal("date-missing", Assert.Single(Reading.ProblemsOf("正文。", "政治机关/某报告.md")).Code);

    [Fact]
    public void A_report_outside_every_pillar_is_told() =>
        Assert.Equal("folder", Assert.Single(Reading.ProblemsOf("正文。", "新机关/2021-08-31-试验.md")).Code);

    [Fact]
    public void Two_files_with_one_address_are_told_and_the_first_stays()
    {
        using var index = TestIndex.Of(
            ContentOf.Pillars().With("政治机关/2021-08-31-甲.md", "甲。").With("书香机关/2021-08-31-甲.md", "乙。")
        );
        var problem = Assert.Single(index.Publish().Problems);
        Assert.Equal(("address-taken", 1), (problem.Code, problem.Line));
        Assert.Contains(index.Ask(library => library.All(1)).Items, report => report.Summary is "甲。" or "乙。");
        Assert.Single(index.Titles());
    }

    [Fact]
    public void A_taken_address_is_told_where_it_is_written()
    {
        var content = ContentOf
            .Pillars()
            .With("政治机关/2021-08-30-甲.md", "---\n网址: one\n---\n甲。")
            .With("政治机关/2021-08-31-乙.md", "---\nsource: 某处\n网址: one\n---\n乙。");
        var problem = Assert.Single(Reading.Problems(content));
        Assert.Equal(("政治机关/2021-08-31-乙.md", 3, "address-taken"), (problem.File, problem.Line, problem.Code));
        Assert.Contains("2021-08-30-甲.md", problem.Message);
    }

    [Theory]
    [InlineData("![图](data:image/png;base64,AAAA)", "link-scheme")]
    [InlineData("[链接](JaVaScript:alert(1))", "link-scheme")]
    [InlineData("[链接](没有.md)", "link-missing")]
    [InlineData("![图](没有.png)", "link-missing")]
    [InlineData("[链接](../../../../etc/passwd)", "link-outside")]
    [InlineData("[链接](程序.exe)", "link-kind")]
    [InlineData("![图](https://other.example/a.png)", "picture-outside")]
    [InlineData("![图](/reader/elder)", "picture-outside")]
    [InlineData("![图](/files/综合/没有.png)", "link-missing")]
    [InlineData("![图](C:\\图片\\现场.jpg)", "link-disk")]
    [InlineData("[甲](../README.md)", "link-missing")]
    [InlineData("[甲](%00.png)", "link-outside")]
    [InlineData("<a href=\"没有.pdf\">甲</a>", "link-missing")]
    [InlineData("<img src=\"没有.png\" alt=\"甲\">", "link-missing")]
    public void A_link_that_leads_nowhere_good_is_a_warning_with_its_line(string link, string code)
    {
        var problem = Assert.Single(Reading.ProblemsOf($"---\ntitle: 甲\n---\n第一段。\n\n第二段{link}。"));
        Assert.Equal((code, 6, false), (problem.Code, problem.Line, problem.IsError));
    }

    [Fact]
    public void A_sound_folder_has_no_problems() => Assert.Empty(Reading.ProblemsOf("---\ntitle: 甲\n---\n正文。"));
}
