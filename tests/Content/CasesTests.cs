using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content;

/// <summary>What our Markdown allows, as files: each <c>Cases/*.md</c> becomes the <c>.html</c> beside it.</summary>
public sealed class CasesTests
{
    static readonly string Folder = Repository.Path("tests", "Content", "Cases");

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)!).Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_case_becomes_its_page(string name)
    {
        var markdown = File.ReadAllText(Path.Combine(Folder, name + ".md"));
        var report = Reading.Report(markdown, "综合/2021-08-31-试验.md", content =>
            content.With("综合/图.png", [1]).With("综合/附件/表.xlsx", [1])
        );
        Assert.Equal(File.ReadAllText(Path.Combine(Folder, name + ".html")).TrimEnd(), report.Html);
    }
}
