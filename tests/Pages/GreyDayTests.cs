using System.Globalization;
using Microsoft.Playwright;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Pages;

/// <summary>On the days that site.yml names the whole site is grey: decided by the server, to the second, Beijing time.</summary>
public sealed class GreyDayTests(Chromium chromium)
{
    /// <summary>Text on its ground: the tokens that stylesheets pair.</summary>
    static readonly (string Ink, string Ground)[] Pairs =
    [
        ("--text", "--background"),
        ("--text", "--surface"),
        ("--text", "--surface-tinted"),
        ("--text", "--highlight"),
        ("--text-muted", "--background"),
        ("--text-muted", "--surface"),
        ("--text-muted", "--surface-tinted"),
        ("--accent", "--background"),
        ("--accent", "--surface"),
        ("--accent", "--surface-tinted"),
        ("--secondary-text", "--background"),
        ("--on-accent", "--accent-fill"),
    ];

    [Fact]
    public async Task The_site_is_grey_from_midnight_to_midnight()
    {
        await using var site = await TestSite.Of(Folder());
        foreach (
            var (moment, isGrey) in new[]
            {
                ("2026-12-04T23:59:59", false),
                ("2026-12-05T00:00:00", true),
                ("2026-12-05T23:59:59", true),
                ("2026-12-06T00:00:00", false),
                ("2026-12-12T23:59:59", false),
                ("2026-12-13T00:00:00", true),
                ("2026-12-13T23:59:59", true),
                ("2026-12-14T00:00:00", false),
            }
        )
        {
            site.Clock.SetUtcNow(Moment(moment));
            foreach (
                var address in new[]
                {
                    "/",
                    "/pillars/zhengzhi",
                    "/reports/report",
                    "/archive",
                    "/search?q=正文",
                    "/sitemap",
                }
            )
                Assert.True(
                    (await site.Page(address)).DocumentElement.ClassList.Contains("grey") == isGrey,
                    $"{address} at {moment}"
                );
        }
    }

    [Theory]
    [InlineData("2031-12-13T00:00:00", true)]
    [InlineData("2031-12-12T23:59:59", false)]
    [InlineData("2026-12-05T12:00:00", true)]
    [InlineData("2027-12-05T12:00:00", false)]
    public void A_day_comes_back_each_year_a_date_comes_once(string moment, bool isGrey) =>
        Assert.Equal(isGrey, new SiteProfile { GreyDays = ["12-13", "2026-12-05"] }.IsGrey(Moment(moment)));

    [Fact]
    public async Task What_is_not_found_or_gone_is_grey_too_and_every_mode_stays()
    {
        await using var site = await TestSite.Of(Folder());
        site.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 13, 8, 0, 0, BeijingTime.Offset));
        foreach (var address in new[] { "/reports/none", "/reports/gone", "/fails/500" })
            Assert.Contains("<html lang=\"zh-CN\" class=\"grey\">", (await site.Get(address)).Text);
        Assert.Contains(
            "class=\"reader-elder reader-contrast grey\"",
            (await site.Get("/", ("Cookie", ReaderPreferences.Cookie + "=elder.contrast"))).Text
        );
    }

    [Theory]
    [InlineData("normal")]
    [InlineData("dark")]
    [InlineData("elder")]
    [InlineData("elder dark")]
    [InlineData("contrast")]
    [Needs(NeedsAttribute.Browser)]
    public async Task A_grey_page_holds_no_colour_and_stays_legible(string mode)
    {
        await using var site = await TestSite.Of(Folder());
        site.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 13, 8, 0, 0, BeijingTime.Offset));
        var page = await chromium.Open(site, mode);
        await page.GotoAsync("/reports/report", new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Equal(
            "grayscale(1)",
            await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).filter")
        );
        Assert.True(await page.Locator(".body img").EvaluateAsync<bool>("picture => picture.naturalWidth > 0"));
        Assert.Equal(0, await Colourfulness(page));

        foreach (var (ink, ground) in Pairs)
        {
            var contrast = Contrast(await Token(page, ink), await Token(page, ground));
            Assert.True(contrast >= 4.5, $"{ink} on {ground} in {mode} mode: {contrast:0.00}");
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    [Needs(NeedsAttribute.Browser)]
    public async Task On_other_days_the_picture_has_its_colour()
    {
        await using var site = await TestSite.Of(Folder());
        var page = await chromium.Open(site);
        await page.GotoAsync("/reports/report", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.True(await Colourfulness(page) > 100);
        await page.Context.CloseAsync();
    }

    static ContentOf Folder() =>
        ContentOf
            .Report("---\n网址: report\n---\n正文，[链接](https://example.org/)。\n\n![图](图.svg)")
            .With("site.yml", ContentOf.SiteYml + "\ngrey-days: [\"12-13\", \"2026-12-05\"]")
            .With("政治机关/2021-01-01-gone.md", "---\n标题: 撤下\n网址: gone\n撤稿: 数据有误。\n---\n正文。")
            .With(
                "政治机关/图.svg",
                "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'><rect width='200' height='100' fill='#f00'/></svg>"
            );

    static DateTimeOffset Moment(string beijing) =>
        DateTimeOffset.Parse(beijing + "+08:00", CultureInfo.InvariantCulture);

    /// <summary>The greatest distance between two channels of any pixel of the whole page, as it is drawn: 0 is grey, 255 pure colour.</summary>
    static async Task<int> Colourfulness(IPage page)
    {
        var picture = await page.ScreenshotAsync(new() { FullPage = true, Type = ScreenshotType.Png });
        var blank = await page.Context.NewPageAsync();
        return await blank.EvaluateAsync<int>(
            """
            async data => {
              const bitmap = await createImageBitmap(await (await fetch('data:image/png;base64,' + data)).blob());
              const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
              canvas.drawImage(bitmap, 0, 0);
              const pixels = canvas.getImageData(0, 0, bitmap.width, bitmap.height).data;
              let most = 0;
              for (let i = 0; i < pixels.length; i += 4) {
                const [red, green, blue] = [pixels[i], pixels[i + 1], pixels[i + 2]];
                most = Math.max(most, Math.max(red, green, blue) - Math.min(red, green, blue));
              }
              return most;
            }
            """,
            Convert.ToBase64String(picture)
        );
    }

    /// <summary>A token's colour as red, green and blue from 0 to 1, after the stylesheets of mode and scheme have spoken.</summary>
    static Task<double[]> Token(IPage page, string name) =>
        page.EvaluateAsync<double[]>(
            """
            name => {
              const probe = document.body.appendChild(document.createElement('i'));
              probe.style.color = `var(${name})`;
              const channels = getComputedStyle(probe).color.match(/[\d.]+/g).slice(0, 3).map(channel => channel / 255);
              probe.remove();
              return channels;
            }
            """,
            name
        );

    /// <summary>WCAG's contrast of two colours once grayscale(1) of Filter Effects has mixed their channels.</summary>
    static double Contrast(double[] ink, double[] ground)
    {
        var (one, other) = (Luminance(ink), Luminance(ground));
        return (Math.Max(one, other) + .05) / (Math.Min(one, other) + .05);

        static double Luminance(double[] colour)
        {
            var grey = .2126 * colour[0] + .7152 * colour[1] + .0722 * colour[2];
            return grey <= .04045 ? grey / 12.92 : Math.Pow((grey + .055) / 1.055, 2.4);
        }
    }
}
