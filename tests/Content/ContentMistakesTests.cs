using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content;

/// <summary>Mistakes of heads, dates, files and characters that were met in real files, each with variants of its kind.</summary>
public sealed class ContentMistakesTests
{
    const string Path = "政治机关/2021-08-31-试验.md";

    static IEnumerable<string> Codes(string text, string path = Path) =>
        Reading.ProblemsOf(text, path).Select(problem => problem.Code);

    [Theory]
    [InlineData("标题: 年度报告\n发布日期: 2021-08-31\n\n正文。", 1, "“标题: 年度报告”")]
    [InlineData("\n\n标题: 年度报告\n\n正文。", 3, "第 3 行的上面")]
    [InlineData("title: 年度报告\nauthor: 办公室\n正文。", 1, "第 2 行的下面")]
    [InlineData("标题：年度报告\n发布日期：2021-08-31\n\n正文。", 1, "“---”")]
    [InlineData("来源: 某处\n作者: 某人\n\n正文。", 1, "三行")]
    public void A_head_without_any_fence_is_an_error_that_shows_what_to_write(string text, int line, string says)
    {
        var problem = Assert.Single(Reading.ProblemsOf(text));
        Assert.Equal(("fence-missing", line, true), (problem.Code, problem.Line, problem.IsError));
        Assert.Contains(says, problem.Message);
    }

    [Theory]
    [InlineData("标题:　年度报告\n来源:\u00A0某处\n作者:\u2003某人")]
    [InlineData("标题:　 年度报告\n关键词:\n  -　学习\n  - 调研")]
    [InlineData("　标题: 年度报告")]
    public void A_wide_space_behind_a_colon_is_a_space(string head)
    {
        var report = Reading.Report($"---\n{head}\n---\n正文。");
        Assert.Equal("年度报告", report.Title);
    }

    [Fact]
    public void A_wide_space_within_a_value_stays() =>
        Assert.Equal("年度　报告", Reading.Report("---\n标题: 年度　报告\n---\n正文。").Title);

    [Theory]
    [InlineData("发布日期: 2024-06-10\n下线日期: 2024-06-01", "expires-early", true)]
    [InlineData("发布日期: 2024-06-10\n下线日期: 2024-06-10", "expires-early", true)]
    [InlineData("发布日期: 2021-06-10\n修订日期: 2021-06-01", "updated-early", false)]
    [InlineData("发布日期: 2021-06-10\n修订日期: 2131-01-01", "updated-future", false)]
    [InlineData("发布日期: 2024-08-31", "date-name", false)]
    [InlineData("标题: 注释 # 后面", "value-hash", false)]
    [InlineData("标题: \"《办法》\"印发情况", "quote-in-value", true)]
    [InlineData("标题: '一'和'二'", "quote-in-value", true)]
    public void What_cannot_be_right_in_a_head_is_told(string head, string code, bool isError)
    {
        var problem = Assert.Single(Reading.ProblemsOf($"---\n{head}\n---\n正文。"), found =>
            found.Code is not "date-name" || code == "date-name"
        );
        Assert.Equal((code, isError), (problem.Code, problem.IsError));
    }

    [Fact]
    public void A_value_that_begins_with_quotes_is_told_with_what_to_write()
    {
        var message = Reading.ProblemsOf("---\n标题: \"《办法》\"印发情况\n---\n正文。").Single().Message;
        Assert.Contains("标题: '\"《办法》\"印发情况'", message);
        Assert.Contains("标题: “《办法》”印发情况", message);
    }

    [Theory]
    [InlineData("标题: C#语言")]
    [InlineData("标题: \"注释 # 后面\"")]
    [InlineData("标题: \"清单: 从受理到办结\"")]
    [InlineData("发布日期: 2021-01-02\n下线日期: 2021-12-31\n修订日期: 2021-03-04")]
    public void What_is_right_is_left_alone(string head) => Assert.Empty(Codes($"---\n{head}\n---\n正文。"));

    [Theory]
    [InlineData("二〇二四年三月十五日", "2024-03-15")]
    [InlineData("二○二四年十一月三十日", "2024-11-30")]
    [InlineData("二零二一年元月一日", "2021-01-01")]
    [InlineData("二O二一年十二月廿一日", "2021-12-21")]
    public void A_date_in_Chinese_numerals_is_a_date(string written, string date) =>
        Assert.Equal(
            date,
            $"{BeijingTime.At(Reading.Report($"---\n标题: 甲\n发布日期: {written}\n---\n正文。", "政治机关/甲.md").Published):yyyy-MM-dd}"
        );

    [Theory]
    [InlineData(
        "---\n标题: 甲\n---\n（开头一段：什么时间、做了什么、结果怎样，两三句话。它会显示在列表里。）\n\n## 一、主要做法\n\n全年。"
    )]
    [InlineData("---\n标题: 甲\n---\n开头。\n\n## 一、主要做法\n\n（这里写正文。）")]
    public void A_skeleton_is_not_published(string text) =>
        Assert.True(Assert.Single(Reading.ProblemsOf(text), problem => problem.Code == "skeleton").IsError);

    [Fact]
    public void A_draft_may_be_a_skeleton() => Assert.Empty(Codes("---\n标题: 甲\n草稿: 是\n---\n（这里写正文。）"));

    [Theory]
    [InlineData(@"写成\<o:p\>、\[甲](b c)、\[图](年度 总结.md)都可以")]
    public void What_is_meant_so_is_left_alone(string body) => Assert.Empty(Codes($"---\n标题: 甲\n---\n{body}"));

    [Theory]
    [InlineData("政治机关/报告.md.txt", "报告.md")]
    [InlineData("政治机关/2021/报告.markdown", "报告.md")]
    [InlineData("政治机关/报告.docx", "import")]
    [InlineData("综合/报告.doc", "import")]
    [InlineData("综合/2021/报告.wps", "import")]
    [InlineData("政治机关/报告.txt", "import")]
    [InlineData("新机关/报告.docx", "不在任何机关的文件夹")]
    public void Files_that_nobody_will_see_are_told(string path, string says)
    {
        var problem = Assert.Single(Reading.Problems(ContentOf.Pillars().With(path, "正文。")));
        Assert.Equal((path, "file-unpublished", false), (problem.File, problem.Code, problem.IsError));
        Assert.StartsWith("这个文件不会发布：", problem.Message, StringComparison.Ordinal);
        Assert.Contains(says, problem.Message);
    }

    [Fact]
    public void Files_that_a_report_names_are_none_of_them() =>
        Assert.Empty(
            Reading.Problems(
                ContentOf
                    .Report("---\n标题: 甲\n附件: 报告.doc\n---\n见[表](表.doc)。")
                    .With("政治机关/报告.doc", "甲")
                    .With("政治机关/表.doc", "乙")
                    .With("政治机关/图.psd", "丙")
                    .With("词表.txt", "错 → 对")
            )
        );

    public static TheoryData<string, byte[], string> BrokenFiles =>
        new()
        {
            { "图.png", [], "file-empty" },
            { "表.pdf", [], "file-empty" },
            {
                "图.png",
                [
                    0x89,
                    (byte)'P',
                    (byte)'N',
                    (byte)'G',
                    13,
                    10,
                    26,
                    10,
                    0,
                    0,
                    0,
                    13,
                    73,
                    72,
                    68,
                    82,
                    0,
                    0,
                    0,
                    1,
                    0,
                    0,
                    0,
                    1,
                ],
                "file-truncated"
            },
            { "图.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 1, 2, 3], "file-truncated" },
            { "图.gif", [.. "GIF89a"u8, 1, 0, 1, 0, 0], "file-truncated" },
            { "表.pdf", [.. "%PDF-1.7\n1 0 obj"u8], "file-truncated" },
            { "表.docx", [.. "PK\u0003\u0004"u8, .. new byte[4000]], "file-truncated" },
        };

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public void Pictures_and_attachments_that_are_not_whole_are_told(string name, byte[] bytes, string code)
    {
        var problem = Assert.Single(
            Reading.Problems(
                ContentOf.Report($"---\n标题: 甲\n附件: {name}\n---\n正文。").With("政治机关/" + name, bytes)
            )
        );
        Assert.Equal((code, 3, false), (problem.Code, problem.Line, problem.IsError));
    }
}
