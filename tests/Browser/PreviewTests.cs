using WorkReports.Tests.Support;

namespace WorkReports.Tests.Browser;

[Needs(NeedsAttribute.Browser)]
public sealed class PreviewTests(Chromium chromium)
{
    [Fact]
    public async Task A_page_that_stands_open_shows_what_is_saved()
    {
        const string Path = "政治机关/2021-08-31-甲.md";
        await using var site = await TestSite.OfPreview(ContentOf.Report("---\n网址: a\n---\n第一版。", Path));
        var page = await chromium.Open(site);
        await page.GotoAsync("/reports/a");
        await page.GetByText("第一版。").WaitForAsync();
        site.Content.With(Path, "---\n网址: a\n---\n第二版。");
        await page.GetByText("第二版。").WaitForAsync();
        await page.Context.CloseAsync();
    }
}
