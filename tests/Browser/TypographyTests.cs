using Microsoft.Playwright;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Browser;

/// <summary>Chinese type as clreq asks for it, measured where Chromium puts each character.</summary>
[Needs(NeedsAttribute.Browser)]
public sealed class TypographyTests(Chromium chromium, TypographyTests.Sample sample)
    : IClassFixture<TypographyTests.Sample>
{
    const string ClosingMarks = "。，、；：！？）》〉」』】〕”’…,.;:!?)]}%‰℃";
    const string OpeningMarks = "（《〈「『【〔“‘([{";

    [Theory]
    [InlineData("normal")]
    [InlineData("elder")]
    [InlineData("large")]
    public async Task No_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(string mode)
    {
        var page = await Open(320, mode);
        var lines = 0;
        for (var width = 320; width <= 1440; width += 35)
        {
            await page.SetViewportSizeAsync(width, 800);
            foreach (var line in await Lines(page))
            {
                lines++;
                Assert.False(ClosingMarks.Contains(line[0]), $"at {width} a line begins: {line}");
                Assert.False(OpeningMarks.Contains(line[^1]), $"at {width} a line ends: {line}");
                Assert.False(
                    line is ['1' or '2', '。' or '；', ..],
                    $"at {width} a note's number begins a line: {line}"
                );
                Assert.True(
                    line.Count(letter => letter == '—') % 2 == 0 && line.Count(letter => letter == '…') % 2 == 0,
                    $"at {width} a long mark is broken: {line}"
                );
            }
        }
        Assert.True(lines > 1000, $"only {lines} lines were looked at");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Paragraphs_of_the_text_alone_begin_two_characters_in()
    {
        var page = await Open(1280);
        Assert.All(await Indents(page, ".body > p", 2), indent => Assert.Equal(2, indent));
        foreach (var place in new[] { ".body li", ".body blockquote p", ".body td", ".body dd", ".footnotes p" })
            Assert.All(await Indents(page, place, 1), indent => Assert.Equal(0, indent));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_line_holds_thirty_two_to_forty_characters_where_there_is_room()
    {
        foreach (var mode in new[] { "normal", "small", "large", "elder" })
        {
            var page = await Open(1024, mode);
            foreach (var width in new[] { 1024, 1179, 1180, 1280, 1440, 1920, 3840 })
            {
                await page.SetViewportSizeAsync(width, 800);
                var longest = (await Lines(page, ".body > p:last-of-type")).Max(line => line.Length);
                Assert.True(longest is >= 32 and <= 40, $"{longest} characters at {width} in {mode} mode");
            }
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Text_is_justified_except_for_elder_readers()
    {
        foreach (
            var (mode, alignment) in new[]
            {
                ("normal", "justify"),
                ("elder", "left"),
                ("elder contrast large", "left"),
            }
        )
        {
            var page = await Open(1024, mode);
            Assert.Equal(
                alignment,
                await page.Locator(".body > p").First.EvaluateAsync<string>("p => getComputedStyle(p).textAlign")
            );
            Assert.Empty(
                await page.EvaluateAsync<string[]>(
                    $"[...document.querySelectorAll('main *')].filter(part => '{alignment}' !== 'justify' && getComputedStyle(part).textAlign === 'justify').map(part => part.className)"
                )
            );
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Han_and_Latin_stand_apart_and_copying_brings_no_space()
    {
        var page = await Open(1280);
        Assert.Equal(
            "normal strict",
            await page.Locator(".body > p")
                .First.EvaluateAsync<string>(
                    "p => getComputedStyle(p).textAutospace + ' ' + getComputedStyle(p).lineBreak"
                )
        );
        var gap = await page.Locator(".body > p")
            .First.EvaluateAsync<double>(
                """
                p => {
                  const text = p.firstChild, at = text.data.indexOf('共101'), range = document.createRange();
                  const box = i => { range.setStart(text, i); range.setEnd(text, i + 1); return range.getBoundingClientRect(); };
                  return (box(at + 1).left - box(at).left) / parseFloat(getComputedStyle(p).fontSize) - 1;
                }
                """
            );
        Assert.InRange(gap, .1, .26);
        var copied = await page.EvaluateAsync<string>(
            "getSelection().selectAllChildren(document.querySelector('.body > p')) ?? getSelection().toString()"
        );
        Assert.Equal(Sample.First.Replace("[^1]", "1").Replace("[^2]", "2"), copied.Trim());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Figures_of_a_table_line_up()
    {
        var page = await Open(1280);
        var cells = page.Locator(".body td.right");
        Assert.All(
            await cells.EvaluateAllAsync<string[]>(
                "cells => cells.map(cell => getComputedStyle(cell).fontVariantNumeric + ' ' + getComputedStyle(cell).textAlign)"
            ),
            style => Assert.Equal("tabular-nums right", style)
        );
        var widths = await cells.EvaluateAllAsync<double[]>(
            "cells => cells.map(cell => { const range = document.createRange(); range.selectNodeContents(cell); return range.getBoundingClientRect().width; })"
        );
        Assert.Single(widths.Select(width => Math.Round(width, 2)).Distinct());
        var ends = await cells.EvaluateAllAsync<double[]>(
            "cells => cells.map(cell => { const range = document.createRange(); range.selectNodeContents(cell); return range.getBoundingClientRect().right; })"
        );
        Assert.Single(ends.Select(end => Math.Round(end, 2)).Distinct());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Dates_of_a_list_line_up()
    {
        var page = await Open(1280);
        await page.GotoAsync("/archive");
        Assert.All(
            await page.Locator(".report-list time")
                .EvaluateAllAsync<string[]>("times => times.map(time => getComputedStyle(time).fontVariantNumeric)"),
            style => Assert.Equal("tabular-nums", style)
        );
        await page.Context.CloseAsync();
    }

    async Task<IPage> Open(int width, string mode = "normal")
    {
        var page = await chromium.Open(sample.Site, mode, width);
        await page.GotoAsync("/reports/type");
        return page;
    }

    /// <summary>The characters of each line of each block, in the places where they are drawn.</summary>
    static Task<string[]> Lines(
        IPage page,
        string blocks = ".body p, .body li, .body td, .body dd, .body h2, main h1, .report-meta, .revision-history"
    ) =>
        page.EvaluateAsync<string[]>(
            """
            blocks => [...document.querySelectorAll(blocks)].filter(block => !block.querySelector('p')).flatMap(block => {
              const lines = [], range = document.createRange(), walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
              let bottom = -1e9;
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                for (let i = 0; i < node.length; i++) {
                  if (/\s/.test(node.data[i])) continue;
                  range.setStart(node, i);
                  range.setEnd(node, i + 1);
                  const box = range.getBoundingClientRect();
                  if (box.width === 0) continue;
                  // A new line begins below the last one; a note's small number stands higher than its line, not lower.
                  if (box.top > bottom - 2) lines.push('');
                  lines[lines.length - 1] += node.data[i];
                  bottom = lines[lines.length - 1].length === 1 ? box.bottom : Math.max(bottom, box.bottom);
                }
              }
              return lines;
            })
            """,
            blocks
        );

    /// <summary>How many characters the first character of each such block stands from its left edge.</summary>
    static Task<double[]> Indents(IPage page, string blocks, int most) =>
        page.EvaluateAsync<double[]>(
            """
            ([blocks, most]) => [...document.querySelectorAll(blocks)].slice(0, most).map(block => {
              const text = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode(), range = document.createRange(), style = getComputedStyle(block);
              range.setStart(text, text.data.search(/\S/));
              range.setEnd(text, range.startOffset + 1);
              return Math.round((range.getBoundingClientRect().left - block.getBoundingClientRect().left - parseFloat(style.paddingLeft)) / parseFloat(style.fontSize) * 10) / 10;
            })
            """,
            new object[] { blocks, most }
        );

    /// <summary>A report full of marks, served once for these tests.</summary>
    public sealed class Sample() : SharedSite(ContentOf.Report(Text))
    {
        public const string First =
            "会上（线上、线下）共101项，其中“重点”（见《清单》）3项；“谁来办？”“怎么办！”——都要写明：责任人、时限、口径……缺一不可[^1]。"
            + "《机关》〔2021〕7号文（附件一、附件二）说：“‘第一议题’是什么？是‘先学、再议’。”又说，“一窗通办”“好差评”（含12345热线）不是口号，是GB/T 9704一样的规矩[^2]；"
            + "比上年多3.5%，少2℃，约1400人次（“人次”≠“人数”）。【注】『甲』、「乙」·丙：丁，戊；己！庚？辛……壬——癸。（完）";

        static readonly string Text = $"""
            ---
            标题: 关于“标点”（逗号，句号。）怎样排：《试验》第一、第二、第三……以及“其他”——的报告
            网址: type
            修订日期: 2021-09-01
            修订说明: 改了“一、二”（见《三》），补了四。
            ---
            {First}

            {First}

            ## 一、标题也有“标点”，（括号）、《书名》：冒号。

            - {First}

            > {First}

            术语
            : {First.Replace("[^1]", "").Replace("[^2]", "")}

            | 名称 | 数 |
            |---|---:|
            | “一”（《二》），三。 | 11,111.1 |
            | 四 | 88,888.8 |
            | 五 | 40,769.3 |

            {new string('国', 400)}

            [^1]: “注”里（也有）标点，《书名》。
            [^2]: 又一条。
            """;
    }
}
