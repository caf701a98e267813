using Microsoft.Playwright;
using WorkReports.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace WorkReports.Tests.Browser;

/// <summary>复制链接, 复制引用: with the clipboard of a secure context, without it, and where nothing can be copied.</summary>
[Needs(NeedsAttribute.Browser)]
public sealed class CopyTests(Chromium chromium, SampleSite sample)
{
    const string Report = "/reports/sample-2025-annual";

    static ILocator Said(IPage page, string part) => page.Locator(part).GetByRole(AriaRole.Status);

    static Task<string> Selected(IPage page) => page.EvaluateAsync<string>("getSelection().toString()");

    static string Citation => "https://gongzuobaogao.example.cn" + Report;

    /// <summary>What Ctrl+V puts into the search box.</summary>
    static async Task<string> Paste(IPage page)
    {
        var box = page.GetByRole(AriaRole.Textbox, new() { Name = "搜索全部报告" });
        await box.FillAsync("");
        await box.PressAsync("Control+V");
        await Expect(box).Not.ToHaveValueAsync("");
        return await box.InputValueAsync();
    }

    async Task<IPage> OpenPlain(string script = ";")
    {
        var page = await chromium.Open(sample.Site);
        await page.AddInitScriptAsync(script);
        await page.GotoAsync($"http://{Chromium.PlainHost}:{sample.Site.Origin.Port}{Report}#page-share");
        Assert.False(await page.EvaluateAsync<bool>("isSecureContext"));
        return page;
    }

    [Fact]
    public async Task Copies_the_address_without_the_section()
    {
        var page = await chromium.Open(sample.Site);
        await page.Context.GrantPermissionsAsync(["clipboard-write"]);
        await page.GotoAsync(Report + "?from=list#page-share");
        await page.GetByRole(AriaRole.Button, new() { Name = "复制链接" }).ClickAsync();
        await Expect(Said(page, ".reading-tools")).ToHaveTextAsync("网址已复制，可以粘贴到别处。");
        Assert.Equal(new Uri(sample.Site.Origin, Report).ToString(), await Paste(page));
    }

    [Fact]
    public async Task Copies_the_citation()
    {
        var page = await chromium.Open(sample.Site);
        await page.Context.GrantPermissionsAsync(["clipboard-write"]);
        await page.GotoAsync(Report);
        await page.GetByRole(AriaRole.Button, new() { Name = "复制引用" }).ClickAsync();
        await Expect(Said(page, ".share")).ToHaveTextAsync("引用已复制，可以粘贴到别处。");
        Assert.EndsWith(Citation, await Paste(page));
    }

    [Fact]
    public async Task Copies_on_an_office_network_without_https()
    {
        var page = await OpenPlain();
        var button = page.GetByRole(AriaRole.Button, new() { Name = "复制链接" });
        await button.ClickAsync();
        await Expect(Said(page, ".reading-tools")).ToHaveTextAsync("网址已复制，可以粘贴到别处。");
        await Expect(button).ToBeFocusedAsync();
        Assert.Equal($"http://{Chromium.PlainHost}:{sample.Site.Origin.Port}{Report}", await Paste(page));

        await page.GetByRole(AriaRole.Button, new() { Name = "复制引用" }).ClickAsync();
        await Expect(Said(page, ".share")).ToContainTextAsync("引用已复制");
        Assert.EndsWith(Citation, await Paste(page));
    }

    [Fact]
    public async Task What_cannot_be_copied_is_selected()
    {
        var page = await OpenPlain("document.execCommand = () => false");
        await page.GetByRole(AriaRole.Button, new() { Name = "复制链接" }).ClickAsync();
        await Expect(Said(page, ".reading-tools")).ToContainTextAsync("请按 Ctrl+C");
        Assert.Equal($"http://{Chromium.PlainHost}:{sample.Site.Origin.Port}{Report}", await Selected(page));

        await page.GetByRole(AriaRole.Button, new() { Name = "复制引用" }).ClickAsync();
        await Expect(Said(page, ".share")).ToContainTextAsync("请按 Ctrl+C");
        Assert.EndsWith(Citation, await Selected(page));
        await page.Keyboard.PressAsync("Control+C");
        Assert.EndsWith(Citation, await Paste(page));
    }
}
