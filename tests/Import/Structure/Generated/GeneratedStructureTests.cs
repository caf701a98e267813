using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import.Structure.Generated;

/// <summary>Whatever letterhead, scheme, annexes and signature are put together, each is read as what it is.</summary>
public sealed class GeneratedStructureTests
{
    const int SampleSize = 150;
    const int DeepSize = 5000;

    [Fact]
    public void Whatever_is_put_together_is_told_apart()
    {
        var seed = Lane.Seed;
        for (var at = 0; at < Lane.Count(SampleSize, DeepSize); at++)
            Try(seed + at);
    }

    static void Try(int seed)
    {
        var document = new GeneratedDocument(seed);
        var report = Importing.Report(document.File);
        var why = $"With {Lane.SeedVariable}={seed} as the first";
        Assert.True(document.Title == report.Title, $"{why}: “{report.Title}” for “{document.Title}”");
        Assert.True(document.Date == report.Date, $"{why}: {report.Date} for {document.Date}");
        Assert.True(document.Body == report.Body(""), $"{why}:\n{report.Body("")}\n--- for ---\n{document.Body}");
        Assert.All(document.Taken, line =>
            Assert.True(
                report.Letterhead.Any(told => told.Contains(line, StringComparison.Ordinal)),
                $"{why}: “{line}” is not told"
            )
        );
    }
}
