using System.Text.RegularExpressions;
using WorkReports.Import.Model;

namespace WorkReports.Import.Word;

/// <summary>Lines of a table of contents, by what they look like: authors type other text into its control, too.</summary>
static partial class ContentsLines
{
    public static bool IsOne(Paragraph paragraph) =>
        paragraph.Format.IsOfContents || IsTitle(paragraph.Text) || Entry().IsMatch(paragraph.Text);

    /// <summary>True for the line above it.</summary>
    public static bool IsTitle(string text) => Title().IsMatch(text);

    [GeneratedRegex(@"^\s*(目\s*录|目\s*次|contents)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex(@"[ .…·]\s*\d{1,4}\s*$")]
    private static partial Regex Entry();
}
