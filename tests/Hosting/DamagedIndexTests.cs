using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

public sealed class DamagedIndexTests : IDisposable
{
    readonly ContentOf content = ContentOf.Pillars();
    readonly ContentOf data = ContentOf.Nothing();

    [Fact]
    public async Task A_damaged_index_is_found_out_and_made_anew()
    {
        foreach (var number in Enumerable.Range(1, 200)) content.With($"政治机关/2021-01-01-report-{number}.md", $"# 第{number}篇\n\n{new string('字', 1000)}");
        string[] serve = ["--content", content.Folder, "--data", data.Folder, "--urls", "http://127.0.0.1:0"];
        using (var first = new ProgramProcess(serve))
        {
            await first.Says("Edition 1");
            first.Terminate();
            await first.End();
        }
        using (var index = File.OpenWrite(Path.Combine(data.Folder, "index.db")))
        {
            // The schema on the first pages stays sound: only who reads on finds out.
            index.Position = index.Length / 2;
            index.Write(Enumerable.Repeat((byte)7, 200_000).ToArray());
        }
        using var again = new ProgramProcess(serve);
        var origin = await again.Says("Now listening on:");
        await again.Says("The index is damaged");
        await again.Says("200 of 200 files read");
        using var http = new HttpClient { BaseAddress = new Uri(origin) };
        Assert.Contains("共 200 篇", await http.GetStringAsync("/archive", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        again.Terminate();
        await again.End();
    }

    public void Dispose()
    {
        content.Dispose();
        data.Dispose();
    }
}
