using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Browser;

/// <summary>A report on paper, in the spirit of GB/T 9704: what Chromium prints, read letter by letter.</summary>
[Needs(NeedsAttribute.Browser)]
public sealed partial class PrintTests(Chromium chromium, SampleSite sample)
{
    const double Millimetre = 72 / 25.4;
    const double Left = 28,
        Right = 210 - 26,
        Top = 37,
        Bottom = 297 - 35;

    [Fact]
    public async Task A_report_prints_on_A4_within_its_margins()
    {
        using var paper = await Print(sample.Site, "/reports/xinbei-2021-h1");
        Assert.True(paper.NumberOfPages > 2);
        foreach (var page in paper.GetPages())
        {
            Assert.Equal((210, 297), (Math.Round(page.Width / Millimetre), Math.Round(page.Height / Millimetre)));
            var text = Text(page);
            Assert.InRange(text.Min(letter => letter.StartBaseLine.X) / Millimetre, Left - 1, Right);
            Assert.InRange(text.Max(letter => letter.EndBaseLine.X) / Millimetre, Left, Right + 1);
            Assert.InRange(text.Min(letter => FromTop(page, letter)), Top, Bottom);
            Assert.InRange(text.Max(letter => FromTop(page, letter)), Top, Bottom);
        }
    }

    [Fact]
    public async Task A_page_holds_twenty_two_lines_of_twenty_eight_characters()
    {
        await using var site = await TestSite.Of(
            ContentOf.Report($"---\n网址: filler\n---\n{new string('国', 28 * 22 * 3)}")
        );
        using var paper = await Print(site, "/reports/filler");
        var page = paper.GetPage(2);
        var lines = Lines(page);
        Assert.Equal(22, lines.Count);
        Assert.All(lines, line => Assert.Equal(28, line.Count));
        Assert.All(lines, line => Assert.InRange(line[0].StartBaseLine.X / Millimetre, Left - .1, Left + .1));
        Assert.All(lines, line => Assert.InRange(line[^1].EndBaseLine.X / Millimetre, Right - .2, Right + .2));

        // The box of the lines: a character is 0.88 em above its base line, 0.12 below, and half the gap of two lines is above the first and below the last.
        var pitch = (FromTop(page, lines[^1][0]) - FromTop(page, lines[0][0])) / 21;
        var em = (lines[0][^1].EndBaseLine.X - lines[0][0].StartBaseLine.X) / 28 / Millimetre;
        Assert.InRange(pitch, 225 / 22.0 - .02, 225 / 22.0 + .02);
        Assert.InRange(em, 156 / 28.0 - .02, 156 / 28.0 + .02);
        Assert.InRange(FromTop(page, lines[0][0]) - .88 * em - (pitch - em) / 2, Top - 1, Top + 1);
        Assert.InRange(FromTop(page, lines[^1][0]) + .12 * em + (pitch - em) / 2, Bottom - 1, Bottom + 1);
    }

    [Fact]
    public async Task Each_page_bears_its_number_odd_at_the_right_even_at_the_left()
    {
        using var paper = await Print(sample.Site, "/reports/xinbei-2021-h1");
        foreach (var page in paper.GetPages())
        {
            var foot = page
                .Letters.Where(letter => FromTop(page, letter) > Bottom)
                .OrderBy(letter => letter.StartBaseLine.X)
                .ToList();
            Assert.Equal($"—{page.Number}—", Words(foot));
            Assert.InRange(
                FromTop(page, foot.First(letter => char.IsAsciiDigit(letter.Value[0]))),
                Bottom + 7,
                Bottom + 7 + 14 / Millimetre
            );
            if (page.Number % 2 == 1)
                Assert.InRange(foot[^1].EndBaseLine.X / Millimetre, Right - 6, Right - 4);
            else
                Assert.InRange(foot[0].StartBaseLine.X / Millimetre, Left + 4, Left + 6);
        }
    }

    [Theory]
    [InlineData("elder")]
    [InlineData("elder contrast large dark")]
    [InlineData("small pointer dark")]
    public async Task Every_mode_prints_the_same_black_on_white(string mode)
    {
        const string address = "/reports/xinbei-2021-supervision-plates";
        using var usual = await Print(sample.Site, address);
        using var paper = await Print(sample.Site, address, mode);
        Assert.Equal(Drawn(usual), Drawn(paper));
        Assert.All(usual.GetPages().SelectMany(Text), letter => Assert.Equal((0, 0, 0), letter.Color.ToRGBValues()));

        static IEnumerable<(string, double, double)> Drawn(PdfDocument paper) =>
            paper
                .GetPages()
                .SelectMany(page => page.Letters)
                .Select(letter =>
                    (letter.Value, Math.Round(letter.StartBaseLine.X, 1), Math.Round(letter.StartBaseLine.Y, 1))
                );
    }

    [Fact]
    public async Task Nothing_prints_that_only_a_screen_can_use()
    {
        using var paper = await Print(sample.Site, "/reports/xinbei-2021-h1", "elder");
        var words = Words(paper);
        foreach (
            var part in new[]
            {
                "长者模式",
                "您的位置",
                "搜索",
                "本文目录",
                "朗读",
                "字体",
                "打印",
                "二维码",
                "扫一扫",
                "上一篇",
                "下一篇",
                "相关报告",
                "本单位近期",
                "站点地图",
                "主办单位",
                "跳到正文",
                "回到顶部",
                "↩",
            }
        )
            Assert.DoesNotContain(part, words);
        Assert.Contains("发布日期：2021-08-3109:00", words);
        Assert.Contains("一、政治机关：学在前面，办在身边", words);
        Assert.Contains("备案、领办是两种口径", words);
        Assert.Contains("[EB/OL].(2021-08-31).https://gongzuobaogao.example.cn/reports/xinbei-2021-h1", words);
    }

    [Fact]
    public async Task Links_are_numbered_and_their_addresses_stand_at_the_end()
    {
        await using var site = await TestSite.Of(
            ContentOf
                .Report(
                    "---\n网址: links\n附件: [附件/表.csv]\n---\n看[别处](https://example.org/a?b=1&c=2)，看[那篇](2021-01-01-other.md)[^1]，看[下面](#二-政治机关)。\n\n## 二、政治机关\n\n写信给 <a@example.org>。\n\n[^1]: 注里也有[中文网址](https://example.org/%E4%B8%AD)。"
                )
                .With("政治机关/2021-01-01-other.md", "---\n网址: other\n---\n另一篇。")
                .With("政治机关/附件/表.csv", "一,二")
        );
        using var paper = await Print(site, "/reports/links");
        var words = Words(paper);
        Assert.Contains("看别处〔1〕，看那篇〔2〕1，看下面。", words);
        Assert.Contains("注里也有中文网址〔3〕。", words);
        Assert.Contains("表〔4〕", words);
        Assert.EndsWith(
            "文中网址1.https://example.org/a?b=1&c=22.https://www.example.cn/reports/other3.https://example.org/中4.https://www.example.cn/files/政治机关/附件/表.csv",
            words.Split("引用本文")[0]
        );
        Assert.DoesNotContain("〔5〕", words);
    }

    [Fact]
    public async Task No_heading_ends_a_page()
    {
        var sections = Enumerable
            .Range(1, 40)
            .Select(number => $"## 上层{number}\n\n### 下层{number}\n\n#### 底层{number}\n\n一行。\n\n又一行。\n\n");
        await using var site = await TestSite.Of(
            ContentOf.Report("---\n网址: headings\n---\n" + string.Concat(sections))
        );
        using var paper = await Print(site, "/reports/headings");
        Assert.True(paper.NumberOfPages > 8);
        foreach (var page in paper.GetPages())
            Assert.DoesNotContain("层", Words(Lines(page)[^1]));
    }

    [Fact]
    public async Task A_table_repeats_its_head_on_each_page_and_keeps_its_rows_whole()
    {
        var rows = Enumerable
            .Range(1, 60)
            .Select(number => $"| 甲{number} | 起{number}始{new string('文', 70)}终{number}止 |\n");
        await using var site = await TestSite.Of(
            ContentOf.Report("---\n网址: table\n---\n| 名称 | 情况 |\n|---|---|\n" + string.Concat(rows))
        );
        using var paper = await Print(site, "/reports/table");
        Assert.True(paper.NumberOfPages > 3);
        foreach (var words in paper.GetPages().Select(page => Words(Text(page))).Where(words => words.Contains('文')))
        {
            Assert.Contains("名称情况", words);
            Assert.Equal(
                Starts().Matches(words).Select(match => match.Groups[1].Value),
                Ends().Matches(words).Select(match => match.Groups[1].Value)
            );
        }
    }

    [Fact]
    public async Task A_picture_larger_than_the_page_is_made_to_fit()
    {
        const string tall =
            "<svg xmlns='http://www.w3.org/2000/svg' width='3000' height='6000'><text x='0' y='300' font-size='300'>角</text><text x='2700' y='5950' font-size='300'>边</text></svg>";
        await using var site = await TestSite.Of(
            ContentOf.Report("---\n网址: picture\n---\n图前。\n\n![图](图.svg)\n\n图后。").With("政治机关/图.svg", tall)
        );
        using var paper = await Print(site, "/reports/picture");
        var page = Assert.Single(paper.GetPages(), page => Words(Text(page)).Contains('角'));
        Assert.Contains("边", Words(Text(page)));
        Assert.All(Text(page), letter => Assert.InRange(letter.EndBaseLine.X / Millimetre, Left - 1, Right + 1));
    }

    [Theory]
    [InlineData("/", "机关工作报告", "政务服务办件时限压减八年回看")]
    [InlineData("/pillars/pinpai", "品牌机关", "政务服务办件时限压减八年回看")]
    [InlineData("/units/sample-czj", "示例区财政局", "第七届财政开放日情况报告")]
    [InlineData("/archive/2021", "2021年报告", "每日通报这半年")]
    [InlineData("/search?q=书屋", "搜索", "书屋")]
    [InlineData("/sitemap", "站点地图", "勤廉机关")]
    public async Task Lists_print_their_titles_alone(string address, string heading, string title)
    {
        using var paper = await Print(sample.Site, address);
        var words = Words(paper);
        Assert.StartsWith(heading, words);
        Assert.Contains(title, words);
        Assert.DoesNotContain("长者模式", words);
        Assert.DoesNotContain("主办单位：", words);
        Assert.All(paper.GetPages().SelectMany(Text), letter => Assert.Equal((0, 0, 0), letter.Color.ToRGBValues()));
    }

    async Task<PdfDocument> Print(TestSite site, string address, string mode = "normal")
    {
        var page = await chromium.Open(site, mode);
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var bytes = await page.PdfAsync(new() { PreferCSSPageSize = true });
        await page.Context.CloseAsync();
        return PdfDocument.Open(bytes);
    }

    /// <summary>The distance of a letter's base line from the upper edge, in millimetres.</summary>
    static double FromTop(Page page, Letter letter) => (page.Height - letter.StartBaseLine.Y) / Millimetre;

    static List<Letter> Text(Page page) =>
        [.. page.Letters.Where(letter => FromTop(page, letter) <= Bottom && !string.IsNullOrWhiteSpace(letter.Value))];

    static List<List<Letter>> Lines(Page page) =>
        [
            .. Text(page)
                .GroupBy(letter => Math.Round(letter.StartBaseLine.Y))
                .OrderByDescending(line => line.Key)
                .Select(line => line.OrderBy(letter => letter.StartBaseLine.X).ToList()),
        ];

    /// <summary>What is written, without spaces and what joins words unseen. A glyph that 日 shares with the radical ⽇ comes back as the radical.</summary>
    static string Words(IEnumerable<Letter> letters) =>
        string.Concat(
            Spaces()
                .Replace(string.Concat(letters.Select(letter => letter.Value)), "")
                .Select(letter =>
                    letter is >= '\u2e80' and <= '\u2fdf'
                        ? letter.ToString().Normalize(NormalizationForm.FormKC)
                        : letter.ToString()
                )
        );

    static string Words(PdfDocument paper) => string.Concat(paper.GetPages().Select(page => Words(Text(page))));

    [GeneratedRegex(@"[\s\u2060\ufeff]")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"起(\d+)始")]
    private static partial Regex Starts();

    [GeneratedRegex(@"终(\d+)止")]
    private static partial Regex Ends();
}
