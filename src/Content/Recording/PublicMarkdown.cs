using System.Text;
using WorkReports.Content.FrontMatter;
using WorkReports.Content.Problems;
using WorkReports.Content.Syntax;

namespace WorkReports.Content.Recording;

/// <summary>A file's text as readers may have it: without what editors wrote for each other.</summary>
static class PublicMarkdown
{
    public static string Of(string text)
    {
        var matter = FrontMatterBlock.Read(text, new ProblemList(""));
        var bodyStart = text.Length - matter.Body.Length;
        return WithoutParts(text[..bodyStart], HeadComments.In(text[..bodyStart]))
            + WithoutParts(matter.Body, CommentsIn(matter.Body));
    }

    static IEnumerable<(int Start, int End)> CommentsIn(string body)
    {
        try
        {
            return MarkdownComments.In(body);
        }
        catch (ArgumentException)
        {
            // Nested beyond Markdig's limit: it was published as plain text, comments and all.
            return [];
        }
    }

    /// <summary>A line that held nothing else goes, too.</summary>
    static string WithoutParts(string text, IEnumerable<(int Start, int End)> parts)
    {
        var left = new StringBuilder(text.Length);
        var at = 0;
        foreach (var (start, end) in parts)
        {
            if (start < at)
                continue;
            var lineStart = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
            var lineEnd = text.IndexOf('\n', end) is >= 0 and var found ? found + 1 : text.Length;
            var isAlone =
                lineStart >= at
                && text.AsSpan(lineStart, start - lineStart).IsWhiteSpace()
                && text.AsSpan(end, lineEnd - end).IsWhiteSpace();
            left.Append(text, at, (isAlone ? lineStart : start) - at);
            at = isAlone ? lineEnd : end;
        }
        return left.Append(text, at, text.Length - at).ToString();
    }
}
