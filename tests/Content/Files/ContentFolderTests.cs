using WorkReports.Content;
using WorkReports.Content.Brake;
using WorkReports.Content.Files;
using WorkReports.Content.Reports;
using WorkReports.Index;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Files;

public sealed class ContentFolderTests
{
    static IEnumerable<string> Paths(ContentOf content) =>
        new ContentFolder(content.Folder).MarkdownFiles().Select(file => file.Path);

    static string At(ContentOf content, string path) => Path.Combine(content.Folder, path);

    [Fact]
    public void Folders_that_link_in_circles_are_walked_once()
    {
        using var content = ContentOf.Nothing().With("甲/a.md", "甲").With("乙/b.md", "乙");
        Directory.CreateSymbolicLink(At(content, "甲/上"), content.Folder);
        Directory.CreateSymbolicLink(At(content, "甲/乙"), At(content, "乙"));
        Directory.CreateSymbolicLink(At(content, "乙/甲"), At(content, "甲"));
        Directory.CreateSymbolicLink(At(content, "自己"), At(content, "自己"));
        Assert.Equal(["乙/b.md", "甲/a.md"], Paths(content));
    }

    [Fact]
    public void A_hidden_folder_is_followed_and_one_from_elsewhere_where_links_may_lead_there()
    {
        using var elsewhere = ContentOf.Nothing().With("a.md", "甲");
        using var content = ContentOf.Nothing().With(".版本/乙/b.md", "乙");
        Directory.CreateSymbolicLink(At(content, "甲"), elsewhere.Folder);
        Directory.CreateSymbolicLink(At(content, "乙"), At(content, ".版本/乙"));
        var fenced = new ContentFolder(content.Folder).List();
        Assert.Equal(["乙/b.md"], fenced.Files.Select(file => file.Path));
        Assert.Equal(["甲"], fenced.Unreadable);
        var open = new ContentFolder(content.Folder, [elsewhere.Folder]);
        Assert.Equal(["乙/b.md", "甲/a.md"], open.MarkdownFiles().Select(file => file.Path));
        Assert.Equal("甲", System.Text.Encoding.UTF8.GetString(open.Read("甲/a.md")!));
    }

    [Fact]
    public void Links_to_files_show_the_size_and_date_of_the_file()
    {
        using var content = ContentOf.Nothing().With("数据/a.txt", "十二三四");
        File.CreateSymbolicLink(At(content, "a.md"), At(content, "数据/a.txt"));
        Assert.Equal(12, Assert.Single(new ContentFolder(content.Folder).MarkdownFiles()).Size);
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_told_and_harms_nobody()
    {
        var content = ContentOf.Report("甲。");
        File.CreateSymbolicLink(At(content, "政治机关/2021-01-01-无.md"), At(content, "没有"));
        File.CreateSymbolicLink(At(content, "政治机关/2021-01-02-环.md"), At(content, "政治机关/2021-01-02-环.md"));
        Assert.Equal(
            ["file-link-broken", "file-link-broken"],
            Reading.Problems(content).Select(problem => problem.Code)
        );
    }

    [Fact]
    public void A_folder_that_cannot_be_opened_is_told_and_keeps_its_pillar_and_its_reports()
    {
        using var index = TestIndex.Of(ContentOf.Report("# 甲\n\n正文。").With("书香机关/2021-01-01-乙.md", "乙。"));
        var folder = new ContentFolder(index.Content.Folder);
        var indexer = new EditionState(index.Database);
        // An administrator, such as the one who runs tests in a container, may open everything: so the walk's outcome is made up.
        var listing = new ContentListing(
            [.. folder.MarkdownFiles().Where(file => file.Path == "书香机关/_index.md")],
            ["政治机关"]
        );
        var register = new SiteContextReader(folder, indexer.Profile(), indexer.Pillars()).Read(
            listing.PillarFiles,
            listing.Unreadable
        );
        Assert.Equal(("政治机关", "folder-closed"), (Assert.Single(register.Problems).File, register.Problems[0].Code));
        Assert.Equal(["zhengzhi", "shuxiang"], register.Pillars.Select(pillar => pillar.Slug));
        var look = FolderDiff.Of(listing, indexer.Files());
        Assert.Equal(
            ["书香机关/2021-01-01-乙.md"],
            ContentChanges.Everywhere(folder, look, HeldRemovals.None, register, indexer).Gone
        );
    }

    [Fact]
    public void A_pipe_in_the_folder_makes_nobody_wait()
    {
        var content = ContentOf.Report("甲。").WithPipe("政治机关/2021-01-01-管.md");
        var problem = Assert.Single(Reading.Problems(content));
        Assert.Equal(
            ("政治机关/2021-01-01-管.md", "file-special", true),
            (problem.File, problem.Code, problem.IsError)
        );
    }
}
