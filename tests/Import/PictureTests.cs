using DocumentFormat.OpenXml.Packaging;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import;

/// <summary>Pictures: those that a browser shows come along, the others are told.</summary>
public sealed class PictureTests
{
    static readonly byte[] Emf = [1, 0, 0, 0, 0x6C, 0, 0, 0, 0, 0, 0, 0];

    [Fact]
    public void A_picture_comes_with_its_words()
    {
        var file = new WordFile().Titled();
        var report = Importing.Report(
            file.Runs(WordFile.Shows(file.Image(Importing.Png, ImagePartType.Png), "读书会现场"))
        );
        Assert.Equal("![读书会现场](图片/图1.png)\n", report.Body("图片"));
        var (name, bytes) = Assert.Single(report.Pictures);
        Assert.Equal("图1.png", name);
        Assert.Equal(Importing.Png, bytes);
        Assert.Empty(report.Changed);
    }

    [Fact]
    public void The_line_below_is_its_words_when_it_has_none()
    {
        var file = new WordFile().Titled();
        Assert.Equal(
            "![读书会现场](图片/图1.png)\n\n图1 读书会现场\n",
            Importing
                .Report(
                    file.Runs(WordFile.Shows(file.Image(Importing.Png, ImagePartType.Png), "图片 1"))
                        .Line("图1 读书会现场", side: "center")
                )
                .Body("图片")
        );
    }

    [Fact]
    public void A_picture_without_words_is_told()
    {
        var file = new WordFile().Titled();
        var report = Importing.Report(
            file.Line("现场如下。")
                .Runs(WordFile.Shows(file.Image(Importing.Png, ImagePartType.Png), "IMG_20210831.jpg"))
        );
        Assert.Contains("![图1](图片/图1.png)", report.Body("图片"));
        Assert.Contains("图片没有说明文字", Assert.Single(report.Changed));
    }

    [Fact]
    public void The_same_picture_is_taken_once()
    {
        var file = new WordFile().Titled();
        var picture = file.Image(Importing.Png, ImagePartType.Png);
        Assert.Single(
            Importing.Report(file.Runs(WordFile.Shows(picture, "甲")).Runs(WordFile.Shows(picture, "甲"))).Pictures
        );
    }

    [Fact]
    public void A_picture_that_no_browser_shows_is_told()
    {
        var file = new WordFile().Titled();
        var report = Importing.Report(
            file.Line("正文。").Runs(WordFile.Shows(file.Image(Emf, ImagePartType.Emf), "印章"))
        );
        Assert.Equal("正文。\n", report.Body("图片"));
        Assert.Empty(report.Pictures);
        Assert.Contains("EMF", Assert.Single(report.Lost));
    }

    [Fact]
    public void What_only_calls_itself_a_picture_is_none()
    {
        var file = new WordFile().Titled();
        Assert.Empty(
            Importing.Report(file.Runs(WordFile.Shows(file.Image("<script>"u8.ToArray(), ImagePartType.Png)))).Pictures
        );
    }

    [Fact]
    public void A_picture_from_elsewhere_is_told_and_not_fetched()
    {
        var file = new WordFile().Titled();
        file.Main.AddExternalRelationship(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
            new Uri("http://127.0.0.1:9/a.png"),
            "rIdOut"
        );
        var report = Importing.Report(file.Line("正文。").Runs(WordFile.Shows("rIdOut", source: "link")));
        Assert.Equal("正文。\n", report.Body("图片"));
        Assert.Contains("没有下载", Assert.Single(report.Lost));
    }

    [Fact]
    public void A_picture_of_fifty_megabytes_is_told()
    {
        var huge = new byte[50 << 20];
        Importing.Png.CopyTo(huge, 0);
        var file = new WordFile().Titled();
        var report = Importing.Report(file.Line("正文。").Runs(WordFile.Shows(file.Image(huge, ImagePartType.Png))));
        Assert.Empty(report.Pictures);
        Assert.Contains("超过 20 MB", Assert.Single(report.Lost));
    }

    [Fact]
    public void The_seal_on_a_signature_stays_behind_and_is_told()
    {
        var file = new WordFile().Titled().Line("正文。").Line("新北区机关工委");
        var report = Importing.Report(
            file.Runs(
                "<w:r><w:t>2021年8月31日</w:t></w:r>" + WordFile.Shows(file.Image(Importing.Png, ImagePartType.Png))
            )
        );
        Assert.Equal("正文。\n", report.Body("图片"));
        Assert.Empty(report.Pictures);
        Assert.Contains("公章", Assert.Single(report.Lost));
    }

    [Fact]
    public void A_picture_of_old_Word_comes_too()
    {
        var file = new WordFile().Titled();
        var picture = file.Image(Importing.Png, ImagePartType.Png);
        Assert.Equal(
            "![公章](图片/图1.png)\n",
            Importing
                .Report(
                    file.Runs(
                        $"""<w:r><w:pict><v:shape alt="公章"><v:imagedata r:id="{picture}"/></v:shape></w:pict></w:r>"""
                    )
                )
                .Body("图片")
        );
    }
}
