using System.IO.Compression;
using System.Text;
using WorkReports.Content.Inspection;

namespace WorkReports.Tests.Content.Inspection;

/// <summary>What a document may do is known by its plain marks, wherever in the file they stand.</summary>
public sealed class ActiveMarksTests
{
    static IReadOnlyList<string> InPdf(string text, string path = "文.pdf") =>
        ActiveMarks.InPdf(path, new MemoryStream(Encoding.Latin1.GetBytes("%PDF-1.7\n" + text + "\n%%EOF\n")));

    [Theory]
    [InlineData("<< /S /JavaScript /JS (app.alert\\(1\\)) >>", "脚本")]
    [InlineData("<</Names[(a)5 0 R]/S/JavaScript>>", "脚本")]
    [InlineData("<< /J#61vaScript 5 0 R >>", "脚本")]
    [InlineData("<< /S /Launch /F (cmd.exe) >>", "启动别的程序的动作")]
    [InlineData("<< /AA << /O 5 0 R >> >>", "自动执行的动作")]
    [InlineData("<< /OpenAction << /S /URI /URI (x) >> >>", "自动执行的动作")]
    [InlineData("<< /Type /EmbeddedFile >>", "夹带的文件")]
    [InlineData("<< /EmbeddedFiles 5 0 R >>", "夹带的文件")]
    [InlineData("<< /S /SubmitForm >>", "往外发送表单的动作")]
    [InlineData("<< /Length 9 >>\nstream\n/JS /AA x\nendstream\nendobj << /S /Launch >>", "启动别的程序的动作")]
    public void A_mark_is_told_in_words(string text, string mark) => Assert.Equal([mark], InPdf(text));

    [Theory]
    [InlineData("<< /Type /Catalog /OpenAction [3 0 R /XYZ null null 0] >>")]
    [InlineData("<< /OpenAction << /S /GoTo /D [3 0 R /Fit] >> >>")]
    [InlineData("<< /OpenAction 5 0 R >>")]
    [InlineData("<< /JSON 1 /AAA 2 /Launcher 3 >>")]
    [InlineData("<< /Length 9 >>\nstream\r\n/JS /AA /JavaScript\nendstream")]
    [InlineData("")]
    public void What_only_looks_alike_is_none(string text) => Assert.Empty(InPdf(text));

    [Fact]
    public void Marks_are_found_at_every_place_of_a_large_file()
    {
        for (var before = 65_000; before < 66_200; before += 7)
        {
            Assert.Equal(["脚本"], InPdf(new string(' ', before) + "/JavaScript "));
            Assert.Equal(["脚本"], InPdf("stream\n" + new string('/', before) + "endstream\n/JS "));
            Assert.Empty(
                InPdf("stream\n" + new string('x', before) + "\nendstream\nendobj " + new string(' ', 70_000))
            );
        }
    }

    [Fact]
    public void Other_files_are_no_PDF() => Assert.Empty(InPdf("/JavaScript ", "文.txt"));

    [Theory]
    [InlineData("表.xlsx", "xl/vbaProject.bin", true)]
    [InlineData("文.docx", "word/vbaProject.bin", true)]
    [InlineData("表.xlsx", "xl/macrosheets/sheet1.xml", true)]
    [InlineData("文.docx", "word/document.xml", false)]
    [InlineData("包.zip", "word/vbaProject.bin", false)]
    public void A_package_of_Office_is_known_by_its_parts(string path, string part, bool hasMacros)
    {
        var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var first = package.CreateEntry("a", CompressionLevel.NoCompression).Open())
                first.Write(new byte[200_000]);
            using var entry = package.CreateEntry(part).Open();
            entry.Write("x"u8);
        }
        Assert.Equal(hasMacros, ActiveMarks.InOffice(path, file));
    }

    [Fact]
    public void An_old_file_of_Office_is_known_by_the_name_of_its_storage()
    {
        byte[] file = [.. new byte[70_000], .. Encoding.Unicode.GetBytes("_VBA_PROJECT"), .. new byte[512]];
        Assert.True(ActiveMarks.InOffice("表.XLS", new MemoryStream(file)));
        Assert.False(ActiveMarks.InOffice("表.xls", new MemoryStream(new byte[70_000])));
    }
}
