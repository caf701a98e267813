using WorkReports.Import;

namespace WorkReports.Tests.Support;

/// <summary>What becomes of a Word document.</summary>
static class Importing
{
    public static readonly IReadOnlyList<PublishingUnit> Units =
    [
        new()
        {
            Slug = "first",
            Name = "第一试验单位",
            ShortName = "第一单位",
        },
        new()
        {
            Slug = "xinbei",
            Name = "中共新北区委区级机关工作委员会",
            ShortName = "新北区机关工委",
        },
    ];

    /// <summary>One of the smallest PNG files.</summary>
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );

    public static ImportedReport Report(WordFile file)
    {
        var report = WordDocument.Read(file.Bytes(), Units, out var refusal);
        Assert.Null(refusal);
        return report!;
    }

    /// <summary>The body that a document with a title becomes.</summary>
    public static string Markdown(WordFile file) => Report(file).Body("图片").TrimEnd('\n');

    /// <summary>The body of paragraphs below a title.</summary>
    public static string Markdown(params string[] lines) =>
        Markdown(lines.Aggregate(new WordFile().Titled(), (file, line) => file.Line(line)));

    public static string? Refusal(byte[] file)
    {
        Assert.Null(WordDocument.Read(file, Units, out var refusal));
        return refusal;
    }
}
