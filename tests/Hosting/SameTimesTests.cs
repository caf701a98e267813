using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>Other bytes of the same size and date, as <c>touch -r</c> makes them: with the program as its admins run it.</summary>
[Needs(NeedsAttribute.Program)]
public sealed class SameTimesTests()
    : OverFolders(
        ContentOf.Report("---\n网址: a\n附件: 表.csv\n---\n# 甲\n\n第一版。", Path).With("政治机关/表.csv", "a,b,1")
    )
{
    const string Path = "政治机关/2021-08-31-甲.md";

    void Replace(string path, string from, string to)
    {
        var full = System.IO.Path.Combine(Content.Folder, path);
        var time = File.GetLastWriteTimeUtc(full);
        File.WriteAllText(full, File.ReadAllText(full).Replace(from, to));
        File.SetLastWriteTimeUtc(full, time);
    }

    async Task<string?> Tag(string origin)
    {
        using var answer = await Http.GetAsync(
            origin + Address.File("政治机关/表.csv"),
            TestContext.Current.CancellationToken
        );
        return answer.Headers.ETag?.Tag;
    }

    [Fact]
    public async Task They_are_published_at_the_next_start_and_while_it_runs()
    {
        await Publish();
        Replace(Path, "第一版", "第二版");
        using var program = new ProgramProcess(Serve);
        var origin = await program.Says("Now listening on:");
        await Until(origin + "/reports/a", "第二版");
        Replace(Path, "第二版", "第三版");
        await Until(origin + "/reports/a", "第三版");
    }

    [Fact]
    public async Task The_tag_of_an_attachment_follows_its_bytes()
    {
        using var program = new ProgramProcess(Serve);
        var origin = await program.Says("Now listening on:");
        await program.SaysAnyTime("Edition 1");
        var first = await Tag(origin);
        Assert.NotNull(first);
        Replace("政治机关/表.csv", "1", "2");
        var second = await Tag(origin);
        Replace("政治机关/表.csv", "2", "1");
        Assert.Equal((first, true), (await Tag(origin), second != first));
    }
}
