using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Endpoints;

/// <summary>What stands in the place of a file that a report uses, and is none that readers may have.</summary>
public sealed class StrangeFilesTests : IDisposable
{
    readonly ContentOf elsewhere = ContentOf.Nothing().With("图.png", [1, 2, 3]);

    static ContentOf Report => ContentOf.Report("![图](图.png)").With("政治机关/图.png", [1, 2, 3]);

    string Outside => Path.Combine(elsewhere.Folder, "图.png");

    [Fact]
    public async Task A_file_that_becomes_something_else_is_no_longer_sent()
    {
        await using var test = await TestSite.Of(Report);
        Assert.Equal(200, (await test.Get("/files/政治机关/图.png")).Status);
        foreach (var target in new[] { Outside, "/dev/zero", "/proc/self/environ", "图.png", "没有", "../site.yml" })
        {
            test.Content.Without("政治机关/图.png").WithLink("政治机关/图.png", target);
            Assert.Equal(404, (await test.Get("/files/政治机关/图.png")).Status);
        }
        test.Content.Without("政治机关/图.png").WithPipe("政治机关/图.png");
        Assert.Equal(404, (await test.Get("/files/政治机关/图.png")).Status);
    }

    [Fact]
    public async Task A_link_inside_is_sent_and_one_into_a_named_folder()
    {
        await using var test = await TestSite.With(
            Report.Moved("政治机关/图.png", "..版本/图.png").WithLink("政治机关/图.png", "../..版本/图.png"),
            settings => settings with { LinkRoots = elsewhere.Folder }
        );
        Assert.Equal([1, 2, 3], (await test.Get("/files/政治机关/图.png")).Bytes);
        test.Content.Without("政治机关/图.png").WithLink("政治机关/图.png", Outside);
        Assert.Equal([1, 2, 3], (await test.Get("/files/政治机关/图.png")).Bytes);
    }

    [Fact]
    public async Task The_word_list_is_nobodys_whatever_name_it_is_linked_by()
    {
        await using var test = await TestSite.Of(
            ContentOf
                .Report(
                    "---\ntitle: 甲\n---\n[甲](../词表.txt)、[乙](别名.txt)、[丙](../site.yml)、[丁](.藏/a.txt)、[戊](说明.txt)"
                )
                .With("site.yml", "words: 词表.txt\n" + ContentOf.SiteYml)
                .With("词表.txt", "登陆 → 登录\n")
                .With("政治机关/说明.txt", "公开")
                .With("政治机关/.藏/a.txt", "x")
                .WithLink("政治机关/别名.txt", "../词表.txt")
        );
        foreach (var path in new[] { "词表.txt", "政治机关/别名.txt", "site.yml", "政治机关/.藏/a.txt" })
            Assert.Equal(404, (await test.Get("/files/" + path)).Status);
        Assert.Equal(200, (await test.Get("/files/政治机关/说明.txt")).Status);
        Assert.Equal(
            ["file-private", "file-private", "file-private", "file-private"],
            Reading
                .ProblemsIn(test.Content.Folder)
                .Where(problem => !problem.IsError && problem.Line == 4)
                .Select(problem => problem.Code)
        );
        test.Content.Without("政治机关/说明.txt").WithLink("政治机关/说明.txt", "../词表.txt");
        Assert.Equal(404, (await test.Get("/files/政治机关/说明.txt")).Status);
    }

    [Theory]
    [InlineData("../词表.txt")]
    [InlineData("../site.yml")]
    [InlineData(".藏.txt")]
    public void A_private_file_is_no_attachment(string file)
    {
        var content = ContentOf
            .Report($"---\n附件: {file}\n---\n正文。")
            .With("site.yml", "words: ./词表.txt\n" + ContentOf.SiteYml)
            .With("词表.txt", "登陆 → 登录\n");
        var problem = Assert.Single(Reading.Problems(content));
        Assert.Equal(("file-private", 2, true), (problem.Code, problem.Line, problem.IsError));
    }

    [Fact]
    public void What_is_no_longer_the_word_list_behind_its_other_name_may_be_linked()
    {
        using var index = TestIndex.Of(
            ContentOf
                .Report("---\ntitle: 甲\n---\n[乙](别名.txt)")
                .With("site.yml", "words: 词表.txt\n" + ContentOf.SiteYml)
                .With("词表.txt", "登陆 → 登录\n")
                .WithLink("政治机关/别名.txt", "../词表.txt")
        );
        Assert.Contains(index.Publish().Problems, problem => problem.Code == "file-private");
        index.Content.Without("政治机关/别名.txt").With("政治机关/别名.txt", "公开");
        Assert.Empty(index.Publish().Problems);
    }

    public void Dispose() => elsewhere.Dispose();
}
