using System.Runtime.Versioning;
using WorkReports.Journal;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>The content folder's disk goes away and comes back, or cannot be read: readers keep what they have.</summary>
[UnsupportedOSPlatform("windows")]
[Needs(NeedsAttribute.Program)]
public sealed class ContentAwayTests() : OverFolders(ContentOf.Report("---\n网址: a\n---\n第一版。", Path))
{
    const string Path = "政治机关/2021-08-31-甲.md";

    [Fact]
    public async Task An_unmounted_folder_leaves_the_site_standing_and_is_followed_again_when_it_is_back()
    {
        using var point = ContentOf.Nothing();
        var mount = $"mount --bind '{Content.Folder}' '{point.Folder}'";
        using var program = ProgramProcess.Apart(mount, ["--content", point.Folder, .. Serve[2..]]);
        var origin = await program.Says("Now listening on:");
        await Until(origin + "/reports/a", "第一版");

        await program.Do($"umount --lazy '{point.Folder}'");
        await program.Says("is empty, as if its disk were away");
        await Until(origin + "/readyz", "ready, but the content folder could not be published; the log says why\n");
        Assert.Contains("第一版", await Get(origin + "/reports/a"), StringComparison.Ordinal);
        Assert.Contains("共 1 篇", await Get(origin + "/archive"), StringComparison.Ordinal);

        Content.With(Path, "---\n网址: a\n---\n第二版。");
        await program.Do(mount);
        await program.Says("The content is published again");
        await Until(origin + "/reports/a", "第二版");
        await Until(origin + "/readyz", "ready\n");
        foreach (var version in new[] { "第三版", "第四版" })
        {
            Content.With(Path, $"---\n网址: a\n---\n{version}。");
            await Until(origin + "/reports/a", version);
        }
        await EndsHavingSaid(program, "as if its disk were away", times: 0);
        Assert.DoesNotContain(
            JournalEvent.Removed,
            new JournalFile(new Settings { Data = Data.Folder }).Entries().Select(entry => entry.Event)
        );
    }

    [Fact]
    public async Task A_folder_that_becomes_unreadable_keeps_what_stands_until_it_can_be_read()
    {
        Content.With("书香机关/2021-08-30-乙.md", "---\n网址: b\n---\n乙乙。");
        using var program = ProgramProcess.WithoutPrivileges(Serve);
        var origin = await program.Says("Now listening on:");
        await Until(origin + "/reports/b", "乙乙");
        foreach (var (folder, told) in new[] { ("", "cannot be opened"), ("书香机关", "文件夹打不开") })
        {
            var full = System.IO.Path.Combine(Content.Folder, folder);
            var mode = File.GetUnixFileMode(full);
            File.SetUnixFileMode(full, UnixFileMode.None);
            await program.Says(told);
            foreach (var address in new[] { "/reports/a", "/reports/b", "/pillars/zhengzhi", "/pillars/shuxiang" })
                await Get(origin + address);
            Assert.Contains("共 2 篇", await Get(origin + "/archive"), StringComparison.Ordinal);
            File.SetUnixFileMode(full, mode);
            await program.Says(folder.Length == 0 ? "The content is published again" : "no problem is left");
        }
        Content.With("书香机关/2021-08-30-乙.md", "---\n网址: b\n---\n新的乙。");
        await Until(origin + "/reports/b", "新的乙");
        await EndsHavingSaid(program, "打不开", times: 0);
    }

    [Fact]
    public async Task An_empty_folder_in_its_place_empties_nothing_until_a_site_file_says_that_it_is_meant_and_an_admin_accepts()
    {
        using var program = new ProgramProcess(Serve);
        var origin = await program.Says("Now listening on:");
        await Until(origin + "/reports/a", "第一版");
        Directory.Move(Content.Folder, Content.Folder + "-away");
        Directory.CreateDirectory(Content.Folder);
        await program.Says("is empty, as if its disk were away");
        Assert.Contains("共 1 篇", await Get(origin + "/archive"), StringComparison.Ordinal);
        Content.With("site.yml", ContentOf.SiteYml);
        await program.Says("Held back: 1 reports and 2 pillars");
        Assert.Contains("共 1 篇", await Get(origin + "/archive"), StringComparison.Ordinal);
        Assert.Equal(0, (await Typed.RunAlone(["accept", "--yes", "3", "--data", Data.Folder])).Code);
        await Until(origin + "/archive", "还没有已发布的报告");
        Directory.Delete(Content.Folder + "-away", recursive: true);
        await EndsHavingSaid(program, "as if its disk were away", times: 0);
    }

    /// <summary>Nothing more of it than what was listened to.</summary>
    static async Task EndsHavingSaid(ProgramProcess program, string words, int times)
    {
        program.Terminate();
        var typed = await program.End();
        Assert.Equal((0, times), (typed.Code, typed.Output.Split(words).Length - 1));
    }
}
