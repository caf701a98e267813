using System.Net.Sockets;
using System.Text;
using WorkReports.Content.Files;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Files;

/// <summary>Only regular files that really lie in the folder are opened, whatever names lead to them.</summary>
public sealed class ContentFolderReadingTests : IDisposable
{
    readonly ContentOf elsewhere = ContentOf.Nothing().With("秘.txt", "秘密").With("夹/图.png", [1]);
    readonly ContentOf content = ContentOf.Nothing().With("图.png", [1, 2]).With("深/空.txt", "");

    ContentFolder Folder => new(content.Folder);

    string Secret => Path.Combine(elsewhere.Folder, "秘.txt");

    string SecretFolder => Path.Combine(elsewhere.Folder, "夹");

    [Theory]
    [InlineData("图.png", PathKind.File)]
    [InlineData("深/空.txt", PathKind.File)]
    [InlineData("深", PathKind.Folder)]
    [InlineData("没有.png", PathKind.Missing)]
    [InlineData("图.png/x", PathKind.Missing)]
    [InlineData("../没有/x", PathKind.Missing)]
    [InlineData("..", PathKind.Outside)]
    public void A_path_is_of_one_kind(string path, PathKind kind) => Assert.Equal(kind, Folder.KindOf(path));

    [Theory]
    [InlineData("图.png", PathKind.File)]
    [InlineData("./深/../图.png", PathKind.File)]
    [InlineData("没有.png", PathKind.BrokenLink)]
    [InlineData("链", PathKind.BrokenLink)]
    [InlineData("/etc/passwd", PathKind.Outside)]
    [InlineData("../../../../../../../../etc/passwd", PathKind.Outside)]
    [InlineData("/dev/zero", PathKind.Outside)]
    [InlineData("/proc/self/environ", PathKind.Outside)]
    [InlineData("/etc", PathKind.Outside)]
    public void A_link_is_what_it_leads_to(string target, PathKind kind)
    {
        content.WithLink("链", target);
        Assert.Equal(kind, Folder.KindOf("链"));
        Assert.Equal(kind == PathKind.File, Folder.Read("链") is not null);
    }

    [Fact]
    public void A_file_behind_a_link_of_a_folder_is_where_that_leads()
    {
        content.WithLink("外", elsewhere.Folder).WithLink("内", "深");
        Assert.Equal((PathKind.Outside, PathKind.File), (Folder.KindOf("外/秘.txt"), Folder.KindOf("内/空.txt")));
        Assert.Null(Folder.Read("外/秘.txt"));
    }

    [Fact]
    public void Links_may_lead_into_further_folders_that_are_named()
    {
        content.WithLink("秘.txt", Secret).WithLink("图2.png", "秘.txt");
        var inner = new ContentFolder(content.Folder, [SecretFolder]);
        var whole = new ContentFolder(content.Folder, [SecretFolder, elsewhere.Folder]);
        Assert.Equal((PathKind.Outside, PathKind.File), (inner.KindOf("图2.png"), whole.KindOf("图2.png")));
        Assert.Equal("秘密", Encoding.UTF8.GetString(whole.Read("图2.png")!));
    }

    [Fact]
    public void A_folder_whose_name_only_begins_alike_is_outside()
    {
        var beside = content.Folder + "-2";
        Directory.CreateDirectory(beside);
        File.WriteAllText(Path.Combine(beside, "a.txt"), "x");
        content.WithLink("a.txt", Path.Combine(beside, "a.txt"));
        Assert.Equal(PathKind.Outside, Folder.KindOf("a.txt"));
        Directory.Delete(beside, recursive: true);
    }

    [Fact]
    public void A_config_map_of_Kubernetes_is_read()
    {
        content
            .With("..2026_11_24/site.yml", "甲")
            .WithLink("..data", "..2026_11_24")
            .WithLink("site.yml", "..data/site.yml");
        Assert.Equal("甲", Encoding.UTF8.GetString(Folder.Read("site.yml")!));
        content.With("..2026_11_25/site.yml", "乙").Without("..data").WithLink("..data", "..2026_11_25");
        Assert.Equal("乙", Encoding.UTF8.GetString(Folder.Read("site.yml")!));
    }

    [Fact]
    public void A_folder_that_is_itself_a_link_is_read_wherever_it_leads_now()
    {
        elsewhere
            .With("一/a.md", "甲")
            .With("二/a.md", "乙")
            .WithLink("current", "一")
            .WithLink("一/b.md", "a.md")
            .WithLink("二/b.md", Path.Combine(elsewhere.Folder, "一", "a.md"));
        var folder = new ContentFolder(Path.Combine(elsewhere.Folder, "current"));
        Assert.Equal("甲", Encoding.UTF8.GetString(folder.Read("b.md")!));
        elsewhere.Without("current").WithLink("current", "二");
        Assert.Equal("乙", Encoding.UTF8.GetString(folder.Read("a.md")!));
        Assert.Equal(PathKind.Outside, folder.KindOf("b.md"));
    }

    [Fact]
    public void Pipes_and_sockets_are_told_and_not_opened()
    {
        content.WithPipe("管.png").WithLink("链.png", "管.png");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(content.Folder, "座.png")));
        foreach (var path in new[] { "管.png", "链.png", "座.png" })
        {
            Assert.Equal(PathKind.Special, Folder.KindOf(path));
            Assert.Null(Folder.Open(path, out _));
            Assert.Null(Folder.ReadHead(path, 10));
        }
    }

    [Fact]
    public void What_was_looked_at_is_read_whatever_takes_its_place()
    {
        var path = Path.Combine(content.Folder, "图.png");
        using var held = PathHandle.Of(path);
        content.Without("图.png").WithPipe("图.png");
        var kind = held.Kind;
        using var file = OpenedFile.Of(held, ref kind)!;
        Assert.Equal((1, 2), (file.Bytes.ReadByte(), file.Bytes.ReadByte()));
        content.Without("图.png").WithLink("图.png", Secret);
        Assert.Null(Folder.Read("图.png"));
    }

    [Fact]
    public async Task What_changes_places_all_the_time_is_never_read_from_outside()
    {
        var path = Path.Combine(content.Folder, "换.txt");
        await File.WriteAllTextAsync(path, "公开", TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        var changing = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    File.WriteAllText(path + ".1", "公开");
                    File.Move(path + ".1", path, overwrite: true);
                    File.CreateSymbolicLink(path + ".2", Secret);
                    File.Move(path + ".2", path, overwrite: true);
                }
            },
            CancellationToken.None
        );
        var read = Enumerable.Range(0, 3000).Select(_ => Folder.Read("换.txt")).OfType<byte[]>().ToList();
        await stop.CancelAsync();
        await changing;
        Assert.DoesNotContain(read, bytes => Encoding.UTF8.GetString(bytes).Contains('秘'));
        Assert.NotEmpty(read);
    }

    [Fact]
    public void A_folder_that_may_not_be_entered_keeps_its_reports_and_is_told()
    {
        using var index = TestIndex.Of(ContentOf.Report("# 甲\n\n正文。").With("深/政治机关/2021-01-02-乙.md", "乙。"));
        var pillar = Path.Combine(index.Content.Folder, "政治机关");
        Directory.Move(pillar, Path.Combine(elsewhere.Folder, "政治机关"));
        index.Content.WithLink("政治机关", Path.Combine(elsewhere.Folder, "政治机关"));
        var problem = Assert.Single(index.Publish().Problems, problem => problem.File == "政治机关");
        Assert.Equal(("file-link-outside", true), (problem.Code, problem.IsError));
        Assert.Equal(["甲"], index.Titles());
    }

    [Theory]
    [InlineData("![甲](图.png)", "file-link-outside")]
    [InlineData("[甲](图.png)", "file-link-outside")]
    [InlineData("![甲](管.png)", "file-special")]
    [InlineData("![甲](断.png)", "file-link-broken")]
    public void A_link_to_what_is_not_read_is_taken_off_and_told(string link, string code)
    {
        var problem = ProblemOf($"---\ntitle: 甲\n---\n{link}\n\n正文。");
        Assert.Equal((code, 4, false), (problem.Code, problem.Line, problem.IsError));
    }

    [Theory]
    [InlineData("附件: 图.png", "file-link-outside")]
    [InlineData("封面: 管.png", "file-special")]
    public void An_attachment_that_is_not_read_is_a_mistake(string line, string code)
    {
        var problem = ProblemOf($"---\n{line}\n---\n正文。");
        Assert.Equal((code, 2, true), (problem.Code, problem.Line, problem.IsError));
    }

    [Theory]
    [InlineData("site.yml")]
    [InlineData("政治机关/_index.md")]
    [InlineData("政治机关/2021-08-31-试验.md")]
    public void A_file_of_the_site_from_outside_is_told_by_its_kind(string path)
    {
        var site = ContentOf.Report("甲。").Without(path).WithLink(path, Secret);
        Assert.Contains(Reading.Problems(site), problem =>
            (problem.File, problem.Code) == (path, "file-link-outside") && problem.IsError
        );
    }

    [Fact]
    public void Nothing_from_elsewhere_is_proposed_in_the_place_of_what_is_missing()
    {
        var report = ContentOf.Report("---\ntitle: 甲\n---\n[甲](秘.txt)").WithLink("政治机关/外", elsewhere.Folder);
        Assert.DoesNotContain(
            "是不是",
            Assert.Single(Reading.Problems(report), problem => problem.Code == "link-missing").Message
        );
    }

    /// <summary>What is told of a report beside a picture from elsewhere, a link that leads nowhere, and a pipe.</summary>
    Problem ProblemOf(string text)
    {
        var content = ContentOf
            .Report(text)
            .WithLink("政治机关/图.png", Path.Combine(SecretFolder, "图.png"))
            .WithLink("政治机关/断.png", "没有.png")
            .WithPipe("政治机关/管.png");
        return Assert.Single(Reading.Problems(content), problem =>
            problem.File.EndsWith(".md", StringComparison.Ordinal)
        );
    }

    public void Dispose()
    {
        content.Dispose();
        elsewhere.Dispose();
    }
}
