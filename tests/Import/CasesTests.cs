using WorkReports.Commands;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import;

/// <summary>Documents of real programs: each <c>Cases/*.docx</c> becomes the <c>.md</c> beside it.</summary>
public sealed class CasesTests
{
    static readonly string Folder = Repository.Path("tests", "Import", "Cases");

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*.docx").Select(file => Path.GetFileNameWithoutExtension(file)!).Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_document_becomes_its_report(string name)
    {
        // The document links to an example's address, which the site would take for its own.
        using var content = ContentOf
            .Pillars()
            .With("site.yml", ContentOf.SiteYml.Replace("www.example.cn", "reports.example.cn"));
        var said = new StringWriter();
        Assert.Equal(
            0,
            await CommandLine.Run(
                ["import", Path.Combine(Folder, name + ".docx"), "--content", content.Folder],
                said,
                said
            )
        );
        var written = said.ToString().Split('\n')[0].TrimEnd('\r');
        Assert.Equal(
            Repository.Read("tests", "Import", "Cases", name + ".md"),
            await File.ReadAllTextAsync(written, TestContext.Current.CancellationToken)
        );
        Assert.Empty(Reading.ProblemsIn(content.Folder));
    }
}
