using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Screening;

/// <summary>Numbers that name persons, listed words, names of units nearly right. All numbers are made up.</summary>
public sealed class TextScreeningTests
{
    const string Path = "政治机关/2021-08-31-试验.md";
    const string Units =
        "name: 试验站\ndomain: www.example.cn\nunits:\n  - name: 中共示例市委市级机关工作委员会\n    short: 示例市级机关工委\n    phone: 138-0000-0001\n  - name: 示例区行政审批局\n  - name: 示例区财政局\n  - name: 示例区民政局\n";

    static IReadOnlyList<Problem> Of(string report, string site = "", string? words = null)
    {
        var content = ContentOf.Report(report, Path).With("site.yml", site + Units);
        if (words is not null)
            content.With("词表.txt", words);
        return Reading.Problems(content);
    }

    [Theory]
    [InlineData("---\ntitle: 关于11010519491231002X的报告\n---\n正文。", 2, 10, 18)]
    [InlineData("---\nsummary: 身份证11010519491231002X\n---\n正文。", 2, 13, 18)]
    [InlineData("---\ntitle: 甲\n---\n正文。\n\n身份证：11010519491231002X。", 6, 5, 18)]
    [InlineData("正文。\n\n| 姓名 | 号码 |\n|---|---|\n| 甲 | 11010519491231002X |", 5, 7, 18)]
    [InlineData("正文。\n\n```\n11010519491231002X\n```", 4, 1, 18)]
    [InlineData("正文。<!-- 11010519491231002X -->", 1, 9, 18)]
    [InlineData("正文[11010519491231002X](https://www.example.com/)。", 1, 4, 18)]
    [InlineData("正文[^1]。\n\n[^1]: 11010519491231002X", 3, 7, 18)]
    [InlineData("正文。\n\n１１０１０５１９４９１２３１００２Ｘ", 3, 1, 18)]
    public void A_leak_is_an_error_with_its_place(string report, int line, int column, int length)
    {
        var problem = Assert.Single(Of(report), found => found.Code != "comment-kept-back");
        Assert.Equal(
            ("leak-id-card", true, new Place(line, column, length)),
            (problem.Code, problem.IsError, problem.At)
        );
    }

    [Fact]
    public void A_report_with_a_leak_is_not_published_and_its_last_version_stays()
    {
        using var index = TestIndex.Of(ContentOf.Report("---\ntitle: 甲\n---\n旧文。", Path));
        index.Content.With(Path, "---\ntitle: 乙\n---\n身份证11010519491231002X。");
        Assert.Equal(new Place(4, 4, 18), Assert.Single(index.Publish().Problems).At);
        Assert.Equal(["甲"], index.Titles());
    }

    [Fact]
    public void A_mobile_number_is_told_and_published()
    {
        using var index = TestIndex.Of(ContentOf.Report("---\ntitle: 甲\n---\n电话13812345678。", Path));
        Assert.Equal("leak-mobile", Assert.Single(index.Publish().Problems).Code);
        Assert.Equal(["甲"], index.Titles());
    }

    [Fact]
    public void The_introduction_of_a_pillar_is_read_too() =>
        Assert.Equal(
            ("政治机关/_index.md", 4),
            Reading.Problems(
                ContentOf.Pillars().With("政治机关/_index.md", "---\ntitle: 政治机关\n---\n身份证11010519491231002X。")
            )
                is [var only]
                ? (only.File, only.Line)
                : default
        );

    [Theory]
    [InlineData("见[照片](https://www.example.com/11010519491231002X.html)和https://www.example.com/13812345678。")]
    [InlineData("见[照片][1]。\n\n[1]: https://www.example.com/13812345678")]
    [InlineData("见<a href=\"https://www.example.com/13812345678\">照片</a>。")]
    [InlineData("电话138****5678。\n\n身份证1101**********002X。")]
    [InlineData("总机0519-85685023。")]
    [InlineData("电话13800000001、138 0000 0001。")]
    [InlineData("---\naliases:\n  - 13812345678\ntitle: 甲\n---\n正文。")]
    public void Addresses_masks_and_the_units_own_phones_are_left_alone(string report) => Assert.Empty(Of(report));

    [Theory]
    [InlineData("拨打[电话](tel:13812345678)。")]
    [InlineData("---\naliases:\n  - abc\ntitle: 电话13812345678\n---\n正文。")]
    public void What_only_lies_near_an_address_is_read(string report) =>
        Assert.Equal("leak-mobile", Assert.Single(Of(report)).Code);

    [Theory]
    [InlineData("allowed-numbers: [138-1234-5678]\n")]
    [InlineData("允许号码:\n  - 13812345678\n")]
    [InlineData("允许号码: １３８１２３４５６７８\n")]
    public void A_number_that_site_yml_allows_is_left_alone(string site) =>
        Assert.Empty(Of("办公手机13812345678。", site));

    [Fact]
    public void The_name_of_an_attachment_is_read_by_readers()
    {
        var content = ContentOf
            .Report("---\n附件: [11010519491231002X.pdf]\n---\n正文。", Path)
            .With("政治机关/11010519491231002X.pdf", [1]);
        Assert.Equal(("leak-id-card", 2), Reading.Problems(content) is [var only] ? (only.Code, only.Line) : default);
    }

    [Theory]
    [InlineData("登陆 → 登录", "请登陆网站。", "word-listed", false, "请改成“登录”")]
    [InlineData("登陆->登录", "请登陆网站。", "word-listed", false, "请改成“登录”")]
    [InlineData("登陆：登录", "请登陆网站。", "word-listed", false, "请改成“登录”")]
    [InlineData("# 说明\n\n登陆", "请登陆网站。", "word-listed", false, "换一种说法")]
    [InlineData("!登陆 → 登录", "请登陆网站。", "word-forbidden", true, "请改成“登录”")]
    [InlineData("登 → 去\n登陆 → 登录\n登陆网 → 登录网", "请登陆网站。", "word-listed", false, "“登陆网”")]
    [InlineData("登陆 → 登录", "---\ntitle: 甲\nsummary: 请登陆网站\n---\n正文。", "word-listed", false, "登录")]
    public void A_listed_word_is_told_with_what_to_write(
        string words,
        string report,
        string code,
        bool isError,
        string says
    )
    {
        var problem = Assert.Single(Of(report, "words: 词表.txt\n", words), problem => problem.File == Path);
        Assert.Equal((code, isError), (problem.Code, problem.IsError));
        Assert.Contains(says, problem.Message);
        Assert.Contains(
            "登陆",
            report.Split('\n')[problem.Line - 1][(problem.At.Column - 1)..(problem.At.Column - 1 + problem.At.Length)]
        );
    }

    [Theory]
    [InlineData("工委 → 机关工委", "示例市级机关工委开会，机关工委又开会。")]
    [InlineData("登陆 → 登录", "见[网站](https://www.example.com/登陆)。")]
    public void A_word_within_what_should_be_written_or_in_an_address_is_fine(string words, string report) =>
        Assert.Empty(Of(report, "words: 词表.txt\n", words));

    [Fact]
    public void Lines_of_the_list_that_cannot_be_used_are_told() =>
        Assert.Equal(
            [("词表.txt", 1, "words-line"), ("词表.txt", 3, "words-line")],
            Of("正文。", "词表: 词表.txt\n", "的 → 地\n登陆 → 登录\n登陆 → 登入\n")
                .Select(problem => (problem.File, problem.Line, problem.Code))
        );

    [Theory]
    [InlineData("词表: 没有.txt\n", "words-missing", false)]
    [InlineData("词表: 词表.docx\n", "words-file", true)]
    [InlineData("词表: ../词表.txt\n", "words-file", true)]
    public void A_list_that_cannot_be_read_is_told(string site, string code, bool isError) =>
        Assert.Equal(
            ("site.yml", code, isError),
            Of("正文。", site) is [var only] ? (only.File, only.Code, only.IsError) : default
        );

    [Fact]
    public void A_changed_list_is_applied_to_reports_that_did_not_change()
    {
        using var index = TestIndex.Of(
            ContentOf
                .Report("请登陆网站。", Path)
                .With("site.yml", "words: 词表.txt\n" + Units)
                .With("词表.txt", "甲乙 → 丙")
        );
        Assert.Empty(index.Publish().Problems);
        index.Content.With("词表.txt", "登陆 → 登录");
        Assert.Equal("word-listed", Assert.Single(index.Publish().Problems).Code);
    }

    [Theory]
    [InlineData("中共示例市委市级机关工作委会印发。", "中共示例市委市级机关工作委会")]
    [InlineData("由中共示例市委市机关工作委员会印发。", "中共示例市委市机关工作委员会")]
    [InlineData("由示例市级机关关工委印发。", "示例市级机关关工委")]
    [InlineData("由示例市级机工关委印发。", "示例市级机工关委")]
    [InlineData("由示例区行攻审批局印发。", "示例区行攻审批局")]
    [InlineData("由示例区财局政印发。", "示例区财局政")]
    public void A_unit_whose_name_has_a_slip_is_told(string report, string written)
    {
        var problem = Assert.Single(Of(report));
        Assert.Equal(("unit-spelling", false, written.Length), (problem.Code, problem.IsError, problem.At.Length));
        Assert.Contains($"“{written}”", problem.Message);
    }

    [Theory]
    [InlineData("中共示例市委市级机关工作委员会、示例市级机关工委、示例区行政审批局、示例区财政局、示例区民政局。")]
    [InlineData("中共样例市委市级机关工作委员会、中共示例市委县级机关工作委员会。")]
    [InlineData("示例县行政审批局、示例区司法局、示例市财政局、示例区审计局。")]
    [InlineData("示例区行政审批改革、示例区行政审批事项、示例区行政审批服务局。")]
    [InlineData("示例区财政局局长")]
    public void Another_name_is_left_alone(string report) => Assert.Empty(Of(report));
}
