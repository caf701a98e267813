using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Linting;

/// <summary>What Markdown takes otherwise than its editor meant it; wrong and right beside each other.</summary>
public sealed class MarkdownLintTests
{
    static IReadOnlyList<Problem> Of(string body) => Reading.ProblemsOf($"---\ntitle: 甲\n---\n{body}");

    [Theory]
    [InlineData("开头。\n\n#一、主要做法\n\n正文。", 6, 1, "heading-space", "“# 一、主要做法”")]
    [InlineData("开头。\n##主要做法\n正文。", 5, 1, "heading-space", "“## 主要做法”")]
    [InlineData("开头。\n\n##2021年\n\n正文。", 6, 1, "heading-space", "“## 2021年”")]
    [InlineData("开头。\n\n＃主要做法\n\n正文。", 6, 1, "heading-space", "“# 主要做法”")]
    [InlineData("开头。\n　　##主要做法\n正文。", 5, 3, "heading-space", "“## 主要做法”")]
    [InlineData("> 引用。\n> ##主要做法", 5, 3, "heading-space", "“## 主要做法”")]
    [InlineData("做法：\n1、走访。\n2、座谈。", 5, 1, "list-mark", "“1. 走访。”")]
    [InlineData("1、走访。\n2、座谈。", 4, 1, "list-mark", "“1. 走访。”")]
    [InlineData("（1）走访。\n（2）座谈。", 4, 1, "list-mark", "“1. 走访。”")]
    [InlineData("1.走访\n2.座谈", 4, 1, "list-mark", "“1. 走访”")]
    [InlineData("·走访\n·座谈", 4, 1, "list-mark", "“- 走访”")]
    [InlineData("-走访\n-座谈", 4, 1, "list-mark", "“- 走访”")]
    [InlineData("（一）走访。\n（二）座谈。", 4, 1, "list-mark", "空一行")]
    [InlineData("｜年度｜场次｜\n｜---｜---｜\n｜2018｜24｜", 5, 1, "table-wide", "|---|---:|")]
    [InlineData("｜年度｜场次｜\n｜2018｜24｜", 4, 1, "table-wide", "半角竖线")]
    [InlineData("|年度|场次|\n|：--|--：|\n|2018|24|", 5, 1, "table-wide", "冒号")]
    [InlineData("|年度|场次|\n|——|——|\n|2018|24|", 5, 1, "table-wide", "减号")]
    [InlineData("|年度|场次|\n|---|---|\n|2018｜24|", 6, 6, "table-wide", "半角竖线")]
    [InlineData("|年度|场次|\n|2018|24|", 4, 1, "table-rule", "|---|---|。")]
    [InlineData("|年度|场次|\n|---|---|\n|2018|24|3|", 6, 2, "table-columns", "3 格")]
    [InlineData("全年**36场。", 4, 3, "emphasis-open", "**36场**")]
    [InlineData("## 全年**36场\n\n正文。", 4, 6, "emphasis-open", "**36场**")]
    [InlineData("全年** 36场 **。", 4, 3, "emphasis-open", "紧挨着")]
    [InlineData("电话138****1234、139****5678。", 4, 6, "emphasis-mask", @"138\*\*\*\*1234")]
    [InlineData("证号3204**********1234和3204**********5678。", 4, 7, "emphasis-mask", @"\*")]
    [InlineData("一共3*5*2间。", 4, 4, "emphasis-mask", "斜体")]
    [InlineData("张**、李**。", 4, 2, "emphasis-mask", @"张\*")]
    [InlineData("张*、李*。", 4, 2, "emphasis-mask", @"张\*")]
    [InlineData("张*同志、李*同志。", 4, 2, "emphasis-mask", @"张\*")]
    [InlineData("## 一\n\n甲。\n\n#### 二\n\n乙。", 8, 1, "heading-skip", "“### ”")]
    [InlineData("### 一\n\n甲。", 4, 1, "heading-skip", "总标题")]
    [InlineData("这一段话是正文，不是标题。\n---\n\n后面。", 4, 1, "heading-underline", "空一行")]
    [InlineData("## 一\n\n## 二\n\n乙。", 4, 1, "section-empty", "没有内容")]
    [InlineData("甲。\n\n## 一\n", 6, 1, "section-empty", "没有内容")]
    [InlineData("甲。\n\n    这一段行首空了四格。", 6, 1, "code-indent", "代码框")]
    [InlineData("<p class=MsoNormal>甲</p>", 4, 10, "word-debris", "粘贴")]
    [InlineData("甲<o:p></o:p>乙", 4, 2, "word-debris", "2 处")]
    [InlineData("甲<span style=\"mso-bidi-font-size:16pt\">乙</span>", 4, 15, "word-debris", "粘贴")]
    [InlineData("甲。\n\n\uF0B7走访", 6, 1, "char-private", "“- ”")]
    [InlineData("办结\uF0FC。", 4, 3, "char-private", "√")]
    [InlineData("甲\u0001乙\u0002丙", 4, 2, "char-control", "2 个")]
    [InlineData("报告锟斤拷锟斤拷", 4, 3, "char-broken", "乱码")]
    [InlineData("见[总结]（2019-01-18-总结.md）。", 4, 2, "link-brackets", "[总结](2019-01-18-总结.md)")]
    [InlineData("见【网站】(https://www.example.com/)。", 4, 2, "link-brackets", "[网站](https://www.example.com/)")]
    [InlineData("见[总结](年度 总结.md)。", 4, 2, "link-space", "[总结](<年度 总结.md>)")]
    public void A_slip_is_a_warning_with_its_place_and_what_to_write(
        string body,
        int line,
        int column,
        string code,
        string says
    )
    {
        var problem = Assert.Single(Of(body), problem => problem.Code is not ("link-missing" or "link-scheme"));
        Assert.Equal((code, line, column, false), (problem.Code, problem.At.Line, problem.At.Column, problem.IsError));
        Assert.Contains(says, problem.Message);
    }

    [Fact]
    public void Fifty_of_a_kind_are_told_and_the_last_says_so()
    {
        var problems = Of(string.Concat(Enumerable.Repeat("##标题\n\n正文。\n\n", 60)) + "全年**36场。");
        Assert.Equal(50, problems.Count(problem => problem.Code == "heading-space"));
        Assert.Contains("没有一一列出", problems.Last(problem => problem.Code == "heading-space").Message);
        Assert.Contains(problems, problem => problem.Code == "emphasis-open");
    }

    [Fact]
    public void A_picture_without_words_is_told()
    {
        var problem = Assert.Single(
            Reading.Problems(
                ContentOf.Report("---\ntitle: 甲\n---\n见图：![](现场.png)").With("政治机关/现场.png", [1])
            )
        );
        Assert.Equal(("alt-missing", new Place(4, 4, 11)), (problem.Code, problem.At));
    }

    [Theory]
    [InlineData("<img src=\"现场.png\">", 1)]
    [InlineData("<img src=\"现场.png\" alt=\"\">", 1)]
    [InlineData("<img alt=\"二十多人围坐\" src=\"现场.png\">", 0)]
    [InlineData("`<img src=\"现场.png\">`", 0)]
    public void A_picture_in_HTML_without_words_is_told(string picture, int times) =>
        Assert.Equal(
            times,
            Reading
                .Problems(ContentOf.Report("---\ntitle: 甲\n---\n见图：" + picture).With("政治机关/现场.png", [1]))
                .Count(problem => problem.Code == "alt-missing")
        );

    [Theory]
    [InlineData("# 甲\n\n正文。")]
    [InlineData("## 一、甲\n\n正文。\n\n### （一）乙\n\n正文。\n\n## 二、丙\n\n正文。")]
    [InlineData("#1楼和#话题#都不是标题。\n#话题#\n#5楼")]
    [InlineData("\\#标题")]
    [InlineData("1、走访。\n\n2、座谈。")]
    [InlineData("　　1、走访。\n　　2、座谈。")]
    [InlineData("1、走访。\\\n2、座谈。")]
    [InlineData("2.5万人次参加，\n3.1万人次受益。")]
    [InlineData("1. 走访。\n2. 座谈。\n\n- 甲\n- 乙")]
    [InlineData("| 年度 | 场次 |\n|---|---:|\n| 2018 | 24 |\n|  | 36 |\n| 2019 |")]
    [InlineData("| | 甲 | 乙 |\n|---|---|---|\n| 一 | 1 | 2 |")]
    [InlineData("| 写法 | 例 |\n|---|---|\n| `a|b` | c\\|d |")]
    [InlineData("甲｜乙两方")]
    [InlineData("|甲|表示绝对值")]
    [InlineData("全年**36场**，**“一窗通办”：**又办了**12场**。")]
    [InlineData("一共3*5间。")]
    [InlineData("电话138****1234。")]
    [InlineData("张*同志")]
    [InlineData(@"电话138\*\*\*\*1234、139\*\*\*\*5678，\*\*甲")]
    [InlineData("*强调*和**加粗**")]
    [InlineData("*注：以上数字，截至六月底，未经审计。*")]
    [InlineData("全年*走访、座谈*各一次，**“甲、乙”**都去了。")]
    [InlineData("甲\n\n---\n\n乙")]
    [InlineData("```\n#标题\n1、甲\n2、乙\n**没完\n<o:p>\n\uF0B7\n[甲]（b.md）\n| a | b |\n| 1 | 2 |\n```")]
    [InlineData("    #标题\n    **没完")]
    [InlineData("写成`**`、`#标题`、`<o:p>`或`[甲]（b.md）`都不对。")]
    [InlineData("评价38件[^1]（见附件）。\n\n[^1]: 不含学校。")]
    [InlineData("加粗的符号“**”怎样写。")]
    [InlineData("见[照片](https://www.example.com/a-mso-b-1.jpg)。")]
    [InlineData("见[附件]（另发）。")]
    [InlineData("见[站点](https://www.example.com/ \"题目\")。")]
    public void What_is_right_or_code_is_left_alone(string body) => Assert.Empty(Of(body));
}
