using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace WorkReports.Pages.Parts;

/// <summary>In a preview: what is wrong with a report, beside the paragraphs that it is wrong in.</summary>
static partial class ProblemNotes
{
    /// <summary>The body with a note before each block that a problem stands in.</summary>
    /// <param name="html">A body whose blocks tell their lines.</param>
    public static string InsertInto(string html, IEnumerable<Problem> problems, HtmlEncoder encoder)
    {
        var blocks = Block()
            .Matches(html)
            .Select(block => (At: block.Index, Line: int.Parse(block.Groups[1].Value, CultureInfo.InvariantCulture)))
            .ToList();
        var page = new StringBuilder(html);
        foreach (
            var problem in problems
                .Where(problem => IsOfBody(problem, html))
                .Reverse()
                .OrderByDescending(problem => problem.Line)
        )
        {
            var place = blocks.LastOrDefault(block => block.Line <= problem.Line, blocks[0]);
            page.Insert(place.At, Note(problem, encoder));
        }
        return page.ToString();
    }

    /// <summary>What stands in the head, or in a report without a body, is told above.</summary>
    public static bool IsOfBody(Problem problem, string html) =>
        Block().Match(html) is { Success: true } first
        && problem.Line >= int.Parse(first.Groups[1].Value, CultureInfo.InvariantCulture);

    public static string Note(Problem problem, HtmlEncoder encoder) =>
        $"<div class=\"problem{(problem.IsError ? " problem-error" : "")}\" role=\"note\"><b>第{problem.Line}行：{(problem.IsError ? "错误" : "提醒")}</b> {encoder.Encode(problem.Message)}</div>";

    /// <summary>An editor may have written the attribute, too: a number too long for a line is none.</summary>
    [GeneratedRegex("<[a-z0-9]+[^>]* data-line=\"([0-9]{1,9})\"")]
    private static partial Regex Block();
}
