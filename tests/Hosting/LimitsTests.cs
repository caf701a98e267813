using System.Runtime.Versioning;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>What the system denies the program.</summary>
[UnsupportedOSPlatform("windows")]
[Needs(NeedsAttribute.Program)]
public sealed class LimitsTests : IDisposable
{
    const string Path = "政治机关/2021-08-31-甲.md";

    readonly ContentOf content = ContentOf.Report("---\n网址: a\n---\n第一版。", Path);
    readonly ContentOf data = ContentOf.Nothing();
    readonly HttpClient http = new();

    string[] Serve => ["--content", content.Folder, "--data", data.Folder, "--urls", "http://127.0.0.1:0"];

    Task Until(string address, string words) => Wait.UntilSaid(http, address, words);

    [Fact]
    public async Task Where_the_system_has_no_events_left_changes_are_found_by_looking_and_that_is_said_once()
    {
        using var program = ProgramProcess.WithoutEvents(Serve);
        var origin = await program.Says("Now listening on:");
        await Until(origin + "/reports/a", "第一版");
        foreach (var version in new[] { "第二版", "第三版" })
        {
            content.With(Path, $"---\n网址: a\n---\n{version}。");
            await Until(origin + "/reports/a", version);
        }
        program.Terminate();
        var said = (await program.End()).Output;
        Assert.Equal(2, said.Split("are found by looking alone").Length);
    }

    [Fact]
    public async Task Files_and_folders_that_may_not_be_opened_are_told_and_keep_what_stands()
    {
        content.With("书香机关/2021/2021-08-30-乙.md", "---\n网址: b\n---\n乙乙。");
        using (var first = ProgramProcess.WithoutPrivileges(Serve))
        {
            await first.Says("Edition 1");
            first.Terminate();
            await first.End();
        }
        var (file, folder) = (
            System.IO.Path.Combine(content.Folder, Path),
            System.IO.Path.Combine(content.Folder, "书香机关/2021")
        );
        content.With(Path, "---\n网址: a\n---\n第二版。");
        File.SetUnixFileMode(file, UnixFileMode.None);
        File.SetUnixFileMode(folder, UnixFileMode.None);

        using var program = ProgramProcess.WithoutPrivileges(Serve);
        var origin = await program.Says("Now listening on:");
        await program.SaysAnyTime("书香机关/2021:1: 文件夹打不开");
        await program.SaysAnyTime(Path + ":1: 文件打不开");
        await Until(origin + "/reports/a", "第一版");
        await Until(origin + "/reports/b", "乙乙");
        File.SetUnixFileMode(file, UnixFileMode.UserRead);
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await Until(origin + "/reports/a", "第二版");
        program.Terminate();
        await program.End();
    }

    public void Dispose()
    {
        http.Dispose();
        content.Dispose();
        data.Dispose();
    }
}
