using WorkReports.Tests.Import.Word;

namespace WorkReports.Tests.Import;

/// <summary>A kind of Word document that could take long.</summary>
/// <param name="Make">A file with so many of what its name says.</param>
sealed record SlowWord(string Name, Func<int, WordPackage> Make)
{
    const string Title =
        """<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="44"/></w:rPr><w:t>试验报告</w:t></w:r></w:p>""";

    public static readonly IReadOnlyList<SlowWord> All =
    [
        .. SlowWordText.All,
        .. SlowWordTables.All,
        .. SlowWordParts.All,
        .. SlowWordShapes.All,
        .. Structure.SlowWordStructure.All,
        .. SlowWordFields.All,
        .. SlowWordNumbers.All,
        .. SlowWordEquations.All,
    ];

    public override string ToString() => Name;

    public static SlowWord Of(string name, Func<int, string> blocks) => new(name, n => Package(blocks(n)));

    public static WordPackage Package(string blocks) => new(Title + blocks);

    public static string Times(int n, string text) => Times(n, _ => text);

    public static string Times(int n, Func<int, string> text) => string.Concat(Enumerable.Range(0, n).Select(text));

    public static string Paragraph(string runs, string properties = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>";

    public static string Run(string text, string properties = "") =>
        $"""<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>""";

    /// <summary>So many of one in another, and as many such towers as make n in all.</summary>
    public static string Towers(int n, int height, string open, string close, string inside) =>
        Times(Math.Max(1, n / height), Times(height, open) + inside + Times(height, close));
}
