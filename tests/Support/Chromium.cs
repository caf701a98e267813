using Microsoft.Playwright;
using WorkReports.Tests.Support;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace WorkReports.Tests.Support;

/// <summary>Debian's Chromium, started once for all browser tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>A name that leads to this machine, but not into a secure context: as an office's plain http does.</summary>
    public const string PlainHost = "office.example";

    IPlaywright playwright = null!;
    IBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Args =
                [
                    "--no-sandbox",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                    $"--host-resolver-rules=MAP {PlainHost} 127.0.0.1",
                ],
            }
        );
    }

    /// <summary>A window of its own, with nothing remembered.</summary>
    public async Task<IPage> Open(TestSite site, int width = 1280, bool scripts = true) =>
        await Open(site, "normal", width, scripts);

    /// <summary>A window of its own in a mode: <c>normal</c>, <c>dark</c>, or the choices of a reader: <c>elder</c>, <c>elder contrast</c>, <c>elder dark</c> …</summary>
    public async Task<IPage> Open(TestSite site, string mode, int width = 1280, bool scripts = true, int height = 800)
    {
        var words = mode.Split(' ').Except(["normal"]).ToList();
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = site.Origin.ToString(),
                Locale = "zh-CN",
                JavaScriptEnabled = scripts,
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = words.Remove("dark") ? ColorScheme.Dark : ColorScheme.Light,
            }
        );
        // A busy machine is slow; no test is about how slow.
        context.SetDefaultTimeout(180_000);
        if (words.Count > 0)
            await context.AddCookiesAsync([
                new()
                {
                    Name = ReaderPreferences.Cookie,
                    Value = string.Join('.', words),
                    Url = site.Origin.ToString(),
                },
            ]);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
