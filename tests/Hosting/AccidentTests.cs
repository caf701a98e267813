using System.Net;
using WorkReports.Journal;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>What looks like an accident of the content folder empties no site: with the program as its admins run it.</summary>
[Needs(NeedsAttribute.Program)]
public sealed class AccidentTests() : OverFolders(Site())
{
    static ContentOf Site()
    {
        var content = ContentOf.Pillars();
        foreach (var number in Enumerable.Range(1, 8))
            content.With(
                $"政治机关/2021-01-0{number}-甲.md",
                $"---\n网址: z{number}\n---\n# 第{number}篇\n\n正文{number}。"
            );
        return content.With("书香机关/2021-02-01-书.md", "---\n网址: s\n---\n# 书\n\n第一版。");
    }

    Task<Typed> Run(params string[] args) => Typed.RunAlone(args, ("WORKREPORTS_DATA", Data.Folder));

    [Fact]
    public async Task A_pillar_that_is_away_stands_is_told_everywhere_and_goes_only_when_it_is_accepted()
    {
        using var program = new ProgramProcess([.. Serve, "--metrics", "http://127.0.0.1:0"]);
        var metrics = await program.Says("Metrics on");
        var origin = await program.Says("Now listening on:");
        await Until(origin + "/reports/z1", "正文1");

        Directory.Move(Path.Combine(Content.Folder, "政治机关"), Content.Folder + "-away");
        const string Told =
            "8 reports and 1 pillars whose files are gone stand as they were, since nothing is left of the folder 政治机关:"
            + " put the files back, or let them go by the verb 'accept'";
        Assert.Equal(Told, await program.Says("ERR Held back:"));
        Content.With("书香机关/2021-02-01-书.md", "---\n网址: s\n---\n# 书\n\n第二版。");
        await Until(origin + "/reports/s", "第二版");
        Assert.Contains("正文1", await Get(origin + "/reports/z1"));
        Assert.Contains("第8篇", await Get(origin + "/pillars/zhengzhi"));
        Assert.Equal($"ready, but {Told}\n", await Get(origin + "/readyz"));
        Assert.Equal($"healthy\nbut {Told}\n", (await Run("health", "--ready", "--urls", origin)).Output);
        Assert.Matches("workreports_held_removals{[^}]*} 9", await Get(metrics));

        Assert.Contains("共 9 项。", (await Run("accept")).Output);
        Assert.Equal(0, (await Run("accept", "--yes", "9")).Code);
        await program.SaysAnyTime("Nothing is held back any more");
        await Until(origin + "/readyz", "ready\n");
        Assert.Equal("ready\n", await Get(origin + "/readyz"));
        using var gone = await Http.GetAsync(origin + "/reports/z1", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Equal(1, program.HasSaid("Held back:"));
        Directory.Delete(Content.Folder + "-away", recursive: true);
    }

    [Fact]
    public async Task All_files_deleted_beside_the_site_file_stand_also_after_a_restart_without_an_index()
    {
        await Publish();
        foreach (var file in Directory.GetFiles(Content.Folder, "*.md", SearchOption.AllDirectories))
            File.Delete(file);
        File.Delete(Path.Combine(Data.Folder, "index.db"));
        using var program = new ProgramProcess(Serve);
        var origin = await program.Says("Now listening on:");
        await program.SaysAnyTime("Held back: 9 reports and 2 pillars");
        Assert.Contains("共 9 篇", await Get(origin + "/archive"));
        Assert.Contains("正文1", await Get(origin + "/reports/z1"));
        Assert.DoesNotContain("删除", (await Run("journal")).Output);
    }

    [Fact]
    public async Task A_start_while_the_content_is_away_serves_the_last_edition()
    {
        await Publish();
        var away = Content.Folder + "-away";
        Directory.Move(Content.Folder, away);
        foreach (var lost in new[] { "", "index.db" })
        {
            File.Delete(Path.Combine(Data.Folder, lost.Length == 0 ? "none" : lost));
            using var program = new ProgramProcess(Serve);
            var origin = await program.Says("Now listening on:");
            await Until(origin + "/readyz", "ready, but the content folder is not there\n");
            Assert.Contains("正文1", await Get(origin + "/reports/z1"));
            program.Terminate();
            await program.End();
        }
        using (var program = new ProgramProcess(Serve))
        {
            var origin = await program.Says("Now listening on:");
            Directory.Move(away, Content.Folder);
            Content.With("书香机关/2021-02-01-书.md", "---\n网址: s\n---\n# 书\n\n第二版。");
            await Until(origin + "/reports/s", "第二版");
        }
    }

    [Fact]
    public async Task A_first_start_needs_the_content_folder()
    {
        var typed = await Typed.RunAlone(["--content", Content.Folder + "-none", "--data", Data.Folder]);
        Assert.Equal(2, typed.Code);
        Assert.Contains("does not exist. Make it, or name another.", typed.Errors);
    }

    [Fact]
    public async Task A_first_start_on_an_empty_mount_is_not_ready_until_there_is_something()
    {
        using var mount = ContentOf.Nothing();
        using var program = new ProgramProcess(["--content", mount.Folder, .. Serve[2..]]);
        var origin = await program.Says("Now listening on:");
        await program.SaysAnyTime("is empty, and nothing was ever published: is its disk mounted?");
        await Until(
            origin + "/readyz",
            "not ready: the content folder is empty, without a site.yml, and nothing was ever published\n"
        );
        using var home = await Http.GetAsync(origin + "/", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, home.StatusCode);
        Assert.Empty(new JournalFile(new Settings { Data = Data.Folder }).Entries());
        mount.With("site.yml", ContentOf.SiteYml);
        await Until(origin + "/readyz", "ready\n");
    }
}
