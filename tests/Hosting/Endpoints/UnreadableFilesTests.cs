using System.Net;
using System.Runtime.Versioning;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Endpoints;

/// <summary>A file that the program has no right to: readers are told, the log and the editors, too.</summary>
[UnsupportedOSPlatform("windows")]
[Needs(NeedsAttribute.Program)]
public sealed class UnreadableFilesTests()
    : OverFolders(ContentOf.Report("---\ntitle: 甲\n---\n[表](表.csv)").With("政治机关/表.csv", "a,b"))
{
    string File => Path.Combine(Content.Folder, "政治机关/表.csv");

    [Fact]
    public async Task It_is_forbidden_with_a_line_until_it_may_be_read()
    {
        using var program = ProgramProcess.WithoutPrivileges(Serve);
        var origin = await program.Says("Now listening on:");
        await Until(origin + "/readyz", "ready\n");
        var address = origin + "/files/政治机关/表.csv";
        Assert.Equal("a,b", await Get(address));
        System.IO.File.SetUnixFileMode(File, UnixFileMode.None);
        using var answer = await Http.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(
            "这个文件暂时打不开",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        await program.SaysAnyTime("The file 政治机关/表.csv cannot be read: the program has no right to it");
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead);
        Assert.Equal("a,b", await Get(address));
    }

    [Fact]
    public async Task Its_editor_is_told()
    {
        System.IO.File.SetUnixFileMode(File, UnixFileMode.None);
        using var program = ProgramProcess.WithoutPrivileges("check", "--content", Content.Folder);
        var typed = await program.End();
        Assert.Contains("4:", typed.Output, StringComparison.Ordinal);
        Assert.Contains("文件打不开", typed.Output, StringComparison.Ordinal);
        Assert.Contains("[file-unreadable]", typed.Output, StringComparison.Ordinal);
    }
}
