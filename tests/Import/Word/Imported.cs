using System.Security;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import.Word;

/// <summary>What becomes of a Word document, and what is said of it.</summary>
static class Imported
{
    /// <summary>Of a paragraph of these runs below a title.</summary>
    public static (string Markdown, IReadOnlyList<string> Changed, IReadOnlyList<string> Lost) Of(string runs) =>
        Of(new WordFile().Titled().Runs(runs));

    public static (string Markdown, IReadOnlyList<string> Changed, IReadOnlyList<string> Lost) Of(WordFile file)
    {
        var report = Importing.Report(file);
        return (report.Body("图片").TrimEnd('\n'), report.Changed, report.Lost);
    }

    public static string Run(string text, string look = "") =>
        $"<w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    /// <summary>A field as Word writes it.</summary>
    /// <param name="result">Runs; null where the file keeps none.</param>
    /// <param name="form">The data of a form field.</param>
    public static string Field(string code, string? result = null, string form = "") =>
        Character("begin", form)
        + $"<w:r><w:instrText xml:space=\"preserve\">{SecurityElement.Escape(code)}</w:instrText></w:r>"
        + (result is null ? "" : Character("separate") + result)
        + Character("end");

    public static string Character(string kind, string inside = "") =>
        $"""<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>""";
}
