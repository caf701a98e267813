using Microsoft.Playwright;
using WorkReports.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace WorkReports.Tests.Browser;

/// <summary>The outline marks the section in view.</summary>
[Needs(NeedsAttribute.Browser)]
public sealed class OutlineTests(Chromium chromium, SampleSite sample)
{
    const string Report = "/reports/sample-2026-eight-years";

    static ILocator Marked(IPage page, string outline = ".outline") =>
        page.Locator($"{outline} a[aria-current='location']");

    static ContentOf LongReport() =>
        ContentOf.Report(
            $"---\ntitle: 长\nslug: long\n---\n{string.Join("\n\n", Enumerable.Range(1, 60).Select(number => $"## 第{number}节\n\n{new string('字', 400)}"))}"
        );

    static Task ScrollTo(IPage page, string heading) =>
        page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })
            .EvaluateAsync("heading => scrollBy(0, heading.getBoundingClientRect().top - 80)");

    [Fact]
    public async Task Nothing_is_marked_before_the_first_section()
    {
        var page = await chromium.Open(sample.Site, width: 1440);
        await page.GotoAsync(Report);
        await Expect(Marked(page)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_section_scrolled_to_is_marked_in_both_outlines()
    {
        var page = await chromium.Open(sample.Site, width: 1440);
        await page.GotoAsync(Report);
        await ScrollTo(page, "五、走过的弯路");
        await Expect(Marked(page)).ToHaveTextAsync("（一）比谁承诺得短");
        await ScrollTo(page, "四、支部做了什么");
        await Expect(Marked(page)).ToHaveTextAsync("四、支部做了什么");
        await Expect(Marked(page, ".outline-details")).ToHaveTextAsync("四、支部做了什么");
        await page.EvaluateAsync("scrollTo(0, 0)");
        await Expect(Marked(page)).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("一、八年的主要数据")]
    [InlineData("五、走过的弯路")]
    [InlineData("九、几句结语")]
    public async Task The_section_followed_to_is_marked_even_if_the_next_is_near(string section)
    {
        var page = await chromium.Open(sample.Site, width: 1440);
        await page.GotoAsync(Report);
        await page.Locator(".outline").GetByText(section).ClickAsync();
        await Expect(Marked(page)).ToHaveTextAsync(section);
    }

    [Fact]
    public async Task The_marked_entry_stays_in_view_within_a_long_outline()
    {
        await using var site = await TestSite.Of(LongReport());
        var page = await chromium.Open(site, width: 1440);
        await page.GotoAsync("/reports/long");
        foreach (var section in new[] { "第60节", "第31节", "第1节" })
        {
            await ScrollTo(page, section);
            await Expect(Marked(page)).ToHaveTextAsync(section);
            await Expect(Marked(page)).ToBeInViewportAsync(new() { Ratio = 1 });
        }
    }

    [Fact]
    public async Task A_long_outline_stands_still_under_the_pointer()
    {
        await using var site = await TestSite.Of(LongReport());
        var page = await chromium.Open(site, width: 1440);
        await page.GotoAsync("/reports/long");
        await page.Locator(".outline").GetByText("第60节").HoverAsync();
        await ScrollTo(page, "第3节");
        await Expect(Marked(page)).ToHaveTextAsync("第3节");
        await Expect(page.Locator(".outline").GetByText("第60节")).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.Mouse.MoveAsync(700, 400);
        await Expect(Marked(page)).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Fact]
    public async Task The_folded_outline_stays_open_for_the_way_back()
    {
        var page = await chromium.Open(sample.Site, width: 375);
        await page.GotoAsync(Report);
        await page.GetByText("本文目录").First.ClickAsync();
        await page.Locator(".outline-details").GetByText("八、下一步").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "八、下一步" })).ToBeInViewportAsync();
        await page.GoBackAsync();
        await Expect(page.Locator(".outline-details a").First).ToBeVisibleAsync();
    }
}
