using System.Collections.Concurrent;
using Microsoft.Playwright;
using WorkReports.Tests.Support;
using Xunit.Sdk;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace WorkReports.Tests.Support;

/// <summary>Debian's Chromium, started once for all browser tests, when the first of them opens a window.</summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>A name that leads to this machine, but not into a secure context: as an office's plain http does.</summary>
    public const string PlainHost = "office.example";

    /// <summary>In milliseconds. A busy machine is slow; no test is about how slow.</summary>
    const float Patience = 180_000;

    readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> started = new(Start);

    /// <summary>By the test that opened them.</summary>
    static readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> Windows = [];

    static async Task<(IPlaywright, IBrowser)> Start()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(
            new()
            {
                // The whole browser draws windows around each page, for which a test pays more than twice.
                ExecutablePath = "/usr/bin/chromium-headless-shell",
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
        return (driver, browser);
    }

    /// <summary>A window of its own, with nothing remembered.</summary>
    public async Task<IPage> Open(TestSite site, int width = 1280, bool scripts = true) =>
        await Open(site, "normal", width, scripts);

    /// <summary>A window of its own in a mode: <c>normal</c>, <c>dark</c>, or the choices of a reader: <c>elder</c>, <c>elder contrast</c>, <c>elder dark</c> …</summary>
    public async Task<IPage> Open(TestSite site, string mode, int width = 1280, bool scripts = true, int height = 800)
    {
        var words = mode.Split(' ').Except(["normal"]).ToList();
        NeedsAttribute.Expect(NeedsAttribute.Browser);
        var (_, browser) = await started.Value;
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
        Windows.GetOrAdd(TestContext.Current.Test!.UniqueID, _ => []).Add(context);
        context.SetDefaultTimeout(Patience);
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

    /// <summary>Begins to close them; nobody waits for its end.</summary>
    internal static void CloseWindowsOf(ITest test)
    {
        if (Windows.TryRemove(test.UniqueID, out var windows))
            foreach (var window in windows)
                _ = window.CloseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!started.IsValueCreated)
            return;
        var (driver, browser) = await started.Value;
        await browser.DisposeAsync();
        driver.Dispose();
    }
}
