using Microsoft.Playwright;
using WorkReports.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace WorkReports.Tests.Browser;

/// <summary>朗读: what the voice is given to say, and what the bar of controls does.</summary>
[Needs(NeedsAttribute.Browser)]
public sealed class AloudTests(Chromium chromium, SampleSite sample)
{
    const string SampleReport = "/reports/sample-2026-eight-years";

    const string Text = """
        ---
        title: 一份报告
        slug: whole
        ---
        第一句。第**二**句！“第三句？”第四句[^1]；第五句

        ## 一、开头

        - 一条
        - 又一条

        ![图上的话](图/图.svg)

        | 机关 | 件数 | 成率 |
        |---|---:|---:|
        | 书香机关 | 3 | 98.5% |
        | 勤廉机关 | — | |

        最后一句。

        [^1]: 一条注释。
        """;

    static readonly string[] Said =
    [
        "一份报告",
        "第一句。",
        "第二句！",
        "“第三句？”",
        "第四句；",
        "第五句",
        "一、开头",
        "一条",
        "又一条",
        "图上的话",
        "机关，件数，成率。",
        "书香机关，件数 3，成率 98.5%。",
        "勤廉机关，件数 无，成率 无。",
        "最后一句。",
        "一条注释。",
    ];

    static ContentOf Folder(string text = Text) =>
        ContentOf
            .Report(text)
            .With("政治机关/图/图.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");

    async Task<IPage> OpenWithVoice(TestSite site, string address = "/reports/whole", int width = 1280)
    {
        var page = await chromium.Open(site, width);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.GiveVoice();
        await page.GotoAsync(address);
        return page;
    }

    static ILocator Tool(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "朗读" });

    static ILocator Bar(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "朗读" });

    static ILocator Key(IPage page, string name) =>
        Bar(page).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    static ILocator ToolSaid(IPage page) => page.Locator(".reading-tools").GetByRole(AriaRole.Status);

    [Fact]
    public async Task Without_a_voice_the_reader_is_told_what_to_do()
    {
        var page = await chromium.Open(sample.Site);
        await page.GotoAsync(SampleReport);
        await Tool(page).ClickAsync();
        await Expect(ToolSaid(page)).ToContainTextAsync("这台设备没有中文语音");
        await Expect(Tool(page)).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(Bar(page)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Without_speech_in_the_browser_the_reader_is_told_what_to_do()
    {
        var page = await chromium.Open(sample.Site);
        await page.AddInitScriptAsync("delete Window.prototype.speechSynthesis; delete window.speechSynthesis");
        await page.GotoAsync(SampleReport);
        await Tool(page).ClickAsync();
        await Expect(ToolSaid(page)).ToContainTextAsync("这个浏览器不能朗读");
    }

    [Fact]
    public async Task Reads_title_text_pictures_tables_and_notes_in_order_and_ends()
    {
        await using var site = await TestSite.Of(Folder());
        var page = await OpenWithVoice(site);
        await Tool(page).ClickAsync();
        await Expect(Tool(page)).ToHaveAttributeAsync("aria-pressed", "true");
        foreach (var words in Said)
        {
            await page.Hear(words);
            await page.EndSentence();
        }
        await Expect(Bar(page)).ToBeHiddenAsync();
        await Expect(Tool(page)).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(ToolSaid(page)).ToHaveTextAsync("读完了。");
        Assert.Equal("", await page.Marked());
    }

    [Fact]
    public async Task A_long_sentence_is_cut_at_its_commas()
    {
        var clause = new string('长', 40) + "，";
        await using var site = await TestSite.Of(
            Folder($"---\ntitle: 题\nslug: whole\n---\n{clause}{clause}短，句，完。下一句。")
        );
        var page = await OpenWithVoice(site);
        await Tool(page).ClickAsync();
        foreach (var words in new[] { "题", clause, clause + "短，句，完。", "下一句。" })
        {
            await page.Hear(words);
            await page.EndSentence();
        }
    }

    [Fact]
    public async Task Speaks_with_a_Chinese_voice_of_the_device()
    {
        var page = await OpenWithVoice(sample.Site, SampleReport);
        await Tool(page).ClickAsync();
        await page.Hear("政务服务办件时限压减八年回看");
        Assert.Equal(
            ["丙", "zh_CN", "1"],
            [await page.Saying("voice.name"), await page.Saying("lang"), await page.Saying("rate")]
        );
    }

    [Fact]
    public async Task Voices_that_come_late_are_waited_for()
    {
        var page = await chromium.Open(sample.Site);
        await page.GiveVoice();
        await page.AddInitScriptAsync(
            "const late = speechSynthesis.getVoices(); speechSynthesis.getVoices = () => []; "
                + "speechSynthesis.addEventListener = (_, told) => { window.bringVoices = () => { speechSynthesis.getVoices = () => late; told(); } }"
        );
        await page.GotoAsync(SampleReport);
        await Tool(page).ClickAsync();
        await Expect(ToolSaid(page)).ToHaveTextAsync("正在准备朗读……");
        await page.EvaluateAsync("bringVoices()");
        await page.Hear("政务服务办件时限压减八年回看");
        await Expect(ToolSaid(page)).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Marks_the_sentence_and_the_picture_being_read()
    {
        await using var site = await TestSite.Of(Folder());
        var page = await OpenWithVoice(site);
        await Tool(page).ClickAsync();
        foreach (var words in Said.Take(9))
        {
            Assert.Equal(words, (await page.Marked()).Replace("1", ""));
            await page.EndSentence();
        }
        await Expect(page.Locator(".body img")).ToHaveClassAsync("being-read");
        Assert.Equal("", await page.Marked());
        await Key(page, "停止").ClickAsync();
        await Expect(page.Locator(".being-read")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_highlights_the_whole_block_is_marked()
    {
        await using var site = await TestSite.Of(Folder());
        var page = await chromium.Open(site);
        await page.GiveVoice();
        await page.AddInitScriptAsync("delete window.Highlight");
        await page.GotoAsync("/reports/whole");
        await Tool(page).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveClassAsync("being-read");
        await Key(page, "下一句").ClickAsync();
        await Expect(page.Locator(".body > p").First).ToHaveClassAsync("being-read");
        await Expect(page.Locator(".being-read")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Pauses_and_begins_the_same_sentence_again()
    {
        await using var site = await TestSite.Of(Folder());
        var page = await OpenWithVoice(site);
        await Tool(page).ClickAsync();
        await page.EndSentence();
        await page.Hear("第一句。");
        await Key(page, "暂停").ClickAsync();
        await page.HearNothing();
        await Expect(Bar(page).GetByRole(AriaRole.Status)).ToHaveTextAsync("已暂停");
        Assert.Equal("第一句。", await page.Marked());
        await Key(page, "继续").ClickAsync();
        await page.Hear("第一句。");
        await Expect(Bar(page).GetByRole(AriaRole.Status)).ToHaveTextAsync("正在朗读");
    }

    [Fact]
    public async Task Goes_to_the_next_and_the_previous_sentence()
    {
        await using var site = await TestSite.Of(Folder());
        var page = await OpenWithVoice(site);
        await Tool(page).ClickAsync();
        await Key(page, "下一句").ClickAsync();
        await Key(page, "下一句").ClickAsync();
        await page.Hear("第二句！");
        await Key(page, "上一句").ClickAsync();
        await page.Hear("第一句。");
        await Key(page, "上一句").ClickAsync();
        await Key(page, "上一句").ClickAsync();
        await page.Hear("一份报告");
        await Expect(Bar(page)).ToContainTextAsync($"第1句，共{Said.Length}句");
    }

    [Fact]
    public async Task The_speed_changes_at_once_and_is_remembered()
    {
        await using var site = await TestSite.Of(Folder());
        var page = await OpenWithVoice(site);
        await Tool(page).ClickAsync();
        await Expect(Key(page, "正常")).ToHaveAttributeAsync("aria-pressed", "true");
        await Key(page, "慢").ClickAsync();
        await page.Hear("一份报告");
        Assert.Equal("0.75", await page.Saying("rate"));
        await page.ReloadAsync();
        await Tool(page).ClickAsync();
        await page.Hear("一份报告");
        Assert.Equal("0.75", await page.Saying("rate"));
        await Expect(Key(page, "慢")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(Key(page, "正常")).ToHaveAttributeAsync("aria-pressed", "false");
    }

    [Fact]
    public async Task A_voice_that_breaks_off_can_be_begun_again()
    {
        await using var site = await TestSite.Of(Folder());
        var page = await OpenWithVoice(site);
        await Tool(page).ClickAsync();
        await page.BreakOff();
        await Expect(Bar(page).GetByRole(AriaRole.Status)).ToHaveTextAsync("朗读断了，请点“继续”");
        await Key(page, "继续").ClickAsync();
        await page.Hear("一份报告");
    }

    [Fact]
    public async Task The_keyboard_alone_begins_and_stops_and_the_reader_keeps_his_place()
    {
        await using var site = await TestSite.Of(Folder());
        var page = await OpenWithVoice(site);
        await Tool(page).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(Key(page, "暂停")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await Expect(Key(page, "下一句")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Hear("第一句。");
        await page.Keyboard.PressAsync("Escape");
        await page.HearNothing();
        await Expect(Bar(page)).ToBeHiddenAsync();
        await Expect(page.Locator(".body > p").First).ToBeFocusedAsync();
        await Expect(ToolSaid(page)).ToHaveTextAsync("朗读已停止。");
    }

    [Fact]
    public async Task The_button_that_began_also_stops()
    {
        var page = await OpenWithVoice(sample.Site, SampleReport);
        await Tool(page).ClickAsync();
        await Tool(page).ClickAsync();
        await page.HearNothing();
        await Expect(Bar(page)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Leaving_the_page_silences_it()
    {
        var page = await OpenWithVoice(sample.Site, SampleReport);
        await Tool(page).ClickAsync();
        await page.EvaluateAsync("dispatchEvent(new PageTransitionEvent('pagehide'))");
        await page.HearNothing();
        await Expect(Key(page, "继续")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1440, "")]
    [InlineData(375, "")]
    [InlineData(1024, "elder")]
    [InlineData(320, "elder.large")]
    public async Task The_sentence_and_the_controls_stay_in_view(int width, string choices)
    {
        var page = await chromium.Open(sample.Site, width);
        await page.Context.AddCookiesAsync([
            new()
            {
                Name = ReaderPreferences.Cookie,
                Value = choices,
                Url = sample.Site.Origin.ToString(),
            },
        ]);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.GiveVoice();
        await page.GotoAsync(SampleReport);
        await Tool(page).ClickAsync();
        for (var sentence = 0; sentence < 60; sentence++)
        {
            var hidden = await page.EvaluateAsync<string>(
                """
                () => {
                  const range = [...(CSS.highlights.get("aloud") ?? [])][0] ?? document.querySelector(".being-read");
                  const { top, bottom } = range.getBoundingClientRect();
                  const bar = document.getElementById("page-aloud").getBoundingClientRect();
                  return (bottom <= bar.top || top < bar.top / 2) && top >= 0 && bar.bottom <= innerHeight + 1 ? "" : speechSynthesis.now.text;
                }
                """
            );
            Assert.Equal("", hidden);
            await page.EndSentence();
        }
        Assert.True(
            await page.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            )
        );
    }

    [Fact]
    public async Task A_reader_who_scrolled_away_is_not_pulled_back()
    {
        var page = await OpenWithVoice(sample.Site, SampleReport);
        await Tool(page).ClickAsync();
        await page.EvaluateAsync("scrollTo(0, 4000)");
        await page.EndSentence();
        Assert.Equal(4000, await page.EvaluateAsync<int>("scrollY"));
        await Key(page, "下一句").ClickAsync();
        await page.WaitForFunctionAsync("() => scrollY < 1000");
    }

    [Fact]
    public async Task The_bar_covers_nothing_that_has_the_focus()
    {
        var page = await OpenWithVoice(sample.Site, SampleReport, width: 375);
        await Tool(page).ClickAsync();
        await page.EvaluateAsync("scrollTo(0, 0)");
        await page.Locator(".body a[href^='/reports/']").First.FocusAsync();
        for (var stop = 0; stop < 20; stop++)
        {
            Assert.True(
                await page.EvaluateAsync<bool>(
                    "() => { const { bottom, height } = document.activeElement.getBoundingClientRect(); return height > innerHeight / 2 || bottom <= document.getElementById('page-aloud').getBoundingClientRect().top }"
                )
            );
            await page.Keyboard.PressAsync("Tab");
            if (
                await page.EvaluateAsync<bool>("document.getElementById('page-aloud').contains(document.activeElement)")
            )
                break;
        }
    }
}
