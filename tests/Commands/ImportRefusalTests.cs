using WorkReports.Commands;
using WorkReports.Tests.Import;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands;

/// <summary>What <c>import</c> refuses, what it wants to be looked at first, and what it takes in spite of a fault.</summary>
public sealed class ImportRefusalTests : IDisposable
{
    const string Path = "书香机关/2021/2021-08-31-阅读活动总结.md";
    readonly ContentOf content = ContentOf.Pillars();
    readonly string desk = Directory.CreateTempSubdirectory("workreports-desk-").FullName;

    [Theory]
    [InlineData(
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>000012</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>机密★1年</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "第 1 个表格第 1 行"
    )]
    [InlineData(
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>秘</w:t></w:r><w:r><w:t>密</w:t></w:r><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0AB\"/></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
        "的文本框"
    )]
    [InlineData("<w:p><w:r><w:t>正文。</w:t></w:r></w:p><w:p><w:r><w:t>密级：机密</w:t></w:r></w:p>", "第 2 段")]
    [InlineData("<w:p><w:r><w:t>正文。</w:t></w:r></w:p>", "页眉", "绝密")]
    public async Task A_mark_of_secrecy_is_found_wherever_it_stands(string blocks, string place, string header = "")
    {
        var file = new WordPackage($"{blocks}<w:sectPr><w:headerReference r:id=\"header\"/></w:sectPr>").With(
            "header",
            "hdr",
            $"<w:p><w:r><w:t>{header}</w:t></w:r></w:p>"
        );
        var (code, said) = await Import(File("2021-08-31-报告.docx", file.Bytes()), "--not-secret");
        Assert.Equal(1, code);
        Assert.Contains("标有密级", said);
        Assert.Contains(place, said);
        Assert.False(Directory.Exists(Full("综合")));
    }

    [Fact]
    public async Task A_doubtful_mark_wants_somebody_who_looked()
    {
        var file = File(
            "2021-08-31-报告.docx",
            new WordFile().Titled().Line("份号 000012").Line("机密 一式三份").Line("正文。")
        );
        var (code, said) = await Import(file);
        Assert.Equal(1, code);
        Assert.Contains("像密级的字样", said);
        Assert.Contains("--not-secret", said);
        Assert.Equal(0, (await Import(file, "--not-secret")).Code);
        Assert.Contains(
            "涉密字样: 已核\n",
            await System.IO.File.ReadAllTextAsync(
                Assert.Single(Directory.GetFiles(Full("综合/2021"))),
                TestContext.Current.CancellationToken
            )
        );
        Assert.DoesNotContain("secret-mark", Reading.ProblemsIn(content.Folder).Select(problem => problem.Code));
    }

    [Fact]
    public async Task A_second_import_of_a_file_is_told()
    {
        var file = File("报告.docx", SampleDocuments.Summary());
        Assert.DoesNotContain("导入过", (await Import(file, "--pillar", "书香机关")).Said);
        var (code, said) = await Import(file);
        Assert.Equal(0, code);
        Assert.Contains($"{Path}。这个文件多半导入过", said);
    }

    [Fact]
    public async Task Faulty_properties_harm_nothing_but_the_date()
    {
        foreach (
            var core in (string[])
                [
                    "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dcterms=\"http://purl.org/dc/terms/\"><dcterms:modified>昨天</dcterms:modified></cp:coreProperties>",
                    "<cp:coreProperties",
                ]
        )
        {
            var file = TamperedPackage.Changed(zip => TamperedPackage.WriteCore(zip, core));
            var (code, said) = await Import(File("报告.docx", file));
            Assert.Equal(0, code);
            Assert.Contains("日期：没有找到", said);
            Assert.DoesNotContain("没有导入", said);
        }
    }

    async Task<(int Code, string Said)> Import(params string[] typed)
    {
        var said = new StringWriter();
        var code = await CommandLine.Run(["import", .. typed, "--content", content.Folder], said, said);
        return (code, said.ToString());
    }

    string Full(string path) => System.IO.Path.Combine(content.Folder, path);

    string File(string name, WordFile file) => File(name, file.Bytes());

    string File(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(desk, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose()
    {
        content.Dispose();
        Directory.Delete(desk, recursive: true);
    }
}
