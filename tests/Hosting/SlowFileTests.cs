using System.Net;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>A file that takes long keeps a new server from nobody, and nobody's file from readers.</summary>
[Needs(NeedsAttribute.Time)]
public sealed class SlowFileTests
{
    const string Slow = "政治机关/2021-08-31-慢.md";

    readonly LogLines log = new();

    Task<TestSite> Open(Gate gate) =>
        TestSite.WithReading(
            ContentOf
                .Report("---\n网址: slow\n---\n# 慢\n\n正文。", Slow)
                .With("政治机关/2021-08-30-快.md", "---\n网址: quick\n---\n# 快\n\n正文。"),
            gate.Pass,
            log.Log
        );

    [Fact]
    public async Task It_is_told_by_log_and_health_while_others_are_served_and_published()
    {
        using var gate = new Gate(path => path == Slow);
        await using var site = await Open(gate);
        await log.With($"{Slow}:1: 这个文件要处理很久");
        await site.UntilSaid("/readyz", "ready, but one file takes long and is published later (file-slow): " + Slow);
        Assert.Equal(HttpStatusCode.OK, await site.Status("/reports/quick"));
        Assert.Equal(HttpStatusCode.NotFound, await site.Status("/reports/slow"));
        site.Content.With("书香机关/2021-08-29-后.md", "---\n网址: later\n---\n# 后\n\n正文。");
        await site.UntilStatus("/reports/later", HttpStatusCode.OK);

        gate.Open();
        await site.UntilStatus("/reports/slow", HttpStatusCode.OK);
        await log.With($"{Slow}: no problem is left");
        await Wait.Until(() => site.Get("/readyz"), answer => answer.Text == "ready\n", "/readyz without a word");
    }

    /// <summary>A name may hold line ends, and whoever reads what health says must not take its end for another line.</summary>
    [Fact]
    public async Task Its_name_forges_no_line_of_health()
    {
        const string Name = "政治机关/2021-08-31-慢\nready.md";
        using var gate = new Gate(path => path == Name);
        await using var site = await TestSite.WithReading(
            ContentOf.Report("---\n网址: slow\n---\n# 慢\n\n正文。", Name),
            gate.Pass,
            log.Log
        );
        var said = await Wait.Until(() => site.Get("/readyz"), answer => answer.Text.Contains("file-slow"));
        Assert.Equal(1, said.Text.Count(letter => letter == '\n'));
        Assert.EndsWith("\\u000aready.md\n", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_stops_without_it()
    {
        using var gate = new Gate(path => path == Slow);
        await using var site = await Open(gate);
        Assert.Equal(HttpStatusCode.OK, await site.Status("/reports/quick"));
        await site.Stop();
        Assert.Equal(1, gate.Begun);
    }
}
