using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>Many readers at full speed while files are published; <c>tests/Bench load</c> does it for a minute, with more of both.</summary>
[Needs(NeedsAttribute.Program)]
public sealed class LoadTests() : OverFolders(ContentOf.Report(CloseReaders.Text(1), "政治机关/" + CloseReaders.File))
{
    const int Readers = 64;
    const int Versions = 20;
    const int FilesBetween = 10;
    const int Megabytes = 800;

    [Fact]
    public async Task Every_answer_is_whole_and_of_one_edition_while_files_are_published()
    {
        using var program = new ProgramProcess(Serve);
        var origin = new Uri(await program.Says("Now listening on:"));
        await Until(origin + "readyz", "ready\n");
        var readers = new CloseReaders(origin, Readers);
        var done = new TaskCompletionSource();
        var reading = readers.Read(done.Task);
        for (var version = 2; version <= Versions; version++)
        {
            foreach (var number in Enumerable.Range(1, FilesBetween))
                Content.With(
                    $"书香机关/2021-01-01-report-{version}-{number}.md",
                    $"# 第{version}批第{number}篇\n\n正文。"
                );
            Content.With("政治机关/" + CloseReaders.File, CloseReaders.Text(version));
            await Wait.Until(() => readers.Seen, newest => newest >= version || reading.IsCompleted);
        }
        done.SetResult();
        Assert.NotEmpty(await reading);
        Assert.Empty(readers.Faults);
        Assert.InRange(program.Memory, 1, Megabytes);
        await Until(origin + "archive", $"共 {(Versions - 1) * FilesBetween + 1} 篇");
        Assert.Empty(program.Errors);
    }
}
