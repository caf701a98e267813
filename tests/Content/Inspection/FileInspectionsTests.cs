using WorkReports.Content.Files;
using WorkReports.Content.Inspection;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Inspection;

/// <summary>What is in the files of a report is told with the line that names them, when checking and when publishing alike.</summary>
public sealed class FileInspectionsTests
{
    const string Active = "<svg xmlns='http://www.w3.org/2000/svg'>\n<rect onload='x'/></svg>";
    const string Sound = "<svg xmlns='http://www.w3.org/2000/svg'>\n<rect/></svg>";

    static byte[] Photo => PhotoFile.Jpeg(PhotoFile.Exif());

    static ContentOf Report(string text) =>
        ContentOf
            .Report(text)
            .With("政治机关/画.svg", Active)
            .With("政治机关/装.png", Active)
            .With("政治机关/照.jpg", Photo)
            .With("政治机关/文.pdf", "%PDF-1.7\n<< /S /JavaScript >>")
            .With(
                "政治机关/表.xls",
                System.Text.Encoding.Unicode.GetString(new byte[8]) + "_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0"
            );

    [Theory]
    [InlineData("![甲](画.svg)", "svg-active", true, "第 2 行：有 onload 属性")]
    [InlineData("[甲](画.svg)", "svg-active", true, "画.svg")]
    [InlineData("<img src='画.svg' alt='甲'>", "svg-active", true, "画.svg")]
    [InlineData("![甲](装.png)", "svg-active", true, "装.png")]
    [InlineData("![甲](照.jpg)![乙](照.jpg)", "photo-place", true, "拍摄地点")]
    [InlineData("[甲](文.pdf)", "pdf-active", false, "脚本")]
    [InlineData("[甲](表.xls)", "office-macro", false, "宏")]
    public void A_link_of_the_body_is_told(string link, string code, bool isError, string says)
    {
        var problem = Assert.Single(Reading.Problems(Report($"---\ntitle: 甲\n---\n第一段。\n\n{link}")));
        Assert.Equal((code, 6, isError), (problem.Code, problem.Line, problem.IsError));
        Assert.Contains(says, problem.Message);
    }

    [Theory]
    [InlineData("封面: 照.jpg", "photo-place", true)]
    [InlineData("附件: 画.svg", "svg-active", true)]
    [InlineData("附件: 文.pdf", "pdf-active", false)]
    public void A_file_of_the_head_is_told(string line, string code, bool isError)
    {
        var problem = Assert.Single(Reading.Problems(Report($"---\n{line}\n---\n正文。")));
        Assert.Equal((code, 2, isError), (problem.Code, problem.Line, problem.IsError));
    }

    [Fact]
    public void A_picture_of_a_pillar_is_told()
    {
        var content = Report("正文。")
            .With("政治机关/_index.md", "---\ntitle: 政治机关\nslug: zhengzhi\n---\n![甲](照.jpg)\n");
        var problem = Assert.Single(Reading.Problems(content));
        Assert.Equal(("政治机关/_index.md", 5, "photo-place"), (problem.File, problem.Line, problem.Code));
    }

    [Fact]
    public void What_was_published_stays_until_the_picture_is_mended()
    {
        using var index = TestIndex.Of(
            ContentOf.Report("# 甲\n\n![图](照.jpg)").With("政治机关/照.jpg", PhotoFile.Jpeg())
        );
        Assert.Equal(["甲"], index.Titles());
        index.Content.With("政治机关/照.jpg", Photo).With("政治机关/2021-08-31-试验.md", "# 乙\n\n![图](照.jpg)");
        Assert.Equal("photo-place", Assert.Single(index.Publish().Problems, problem => problem.IsError).Code);
        Assert.Equal(["甲"], index.Titles());
        index.Content.With("政治机关/照.jpg", PhotoPlace.Removed(Photo)!);
        File.SetLastWriteTimeUtc(Path.Combine(index.Content.Folder, "政治机关/照.jpg"), DateTime.UnixEpoch);
        Assert.DoesNotContain(index.Publish().Problems, problem => problem.IsError);
        Assert.Equal(["乙"], index.Titles());
    }

    [Fact]
    public void A_file_that_is_larger_than_anybody_can_load_is_refused_unread()
    {
        using var content = ContentOf.Report("[甲](附.zip)").With("政治机关/附.zip", [1]);
        using (var file = File.OpenWrite(Path.Combine(content.Folder, "政治机关/附.zip")))
            file.SetLength(1L << 31);
        var problem = Assert.Single(Reading.ProblemsIn(content.Folder), problem => problem.Code == "file-huge");
        Assert.True(problem.IsError);
        Assert.Contains("最多 1024 MB", problem.Message);
    }

    /// <summary>Whoever writes to it for ever would keep its reader for ever.</summary>
    [Fact]
    public void A_file_that_grows_while_it_is_read_is_read_as_far_as_it_was_long()
    {
        using var content = ContentOf.Nothing().With("附.zip", new byte[100]);
        using var file = new ContentFolder(content.Folder).Open("附.zip", out _)!;
        var (before, length) = file.Hashed();
        using (
            var end = File.Open(
                Path.Combine(content.Folder, "附.zip"),
                FileMode.Append,
                FileAccess.Write,
                FileShare.ReadWrite
            )
        )
            end.Write(new byte[1 << 20]);
        Assert.Equal((100L, 100L), (length, file.Hashed().Length));
        Assert.Equal(before, file.Hashed().Hash);
    }

    [Fact]
    public void A_file_is_looked_into_again_when_it_has_changed_whatever_its_date_says_and_not_before()
    {
        using var content = ContentOf.Nothing().With("画.svg", Active);
        var file = Path.Combine(content.Folder, "画.svg");
        var inspections = new FileInspections(new ContentFolder(content.Folder));
        Assert.Equal("svg-active", Assert.Single(inspections.Of("画.svg").Faults).Code);
        var date = File.GetLastWriteTimeUtc(file);
        content.With("画.svg", Active.Replace("onload", "height"));
        File.SetLastWriteTimeUtc(file, date);
        Assert.Empty(inspections.Of("画.svg").Faults);
        Assert.Same(inspections.Of("画.svg"), inspections.Of("画.svg"));
        content.With("画.svg", Sound);
        Assert.Empty(inspections.Of("画.svg").Faults);
        Assert.Empty(inspections.Of("没有.svg").Faults);
    }
}
