using WorkReports.Content.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace WorkReports.Content.FrontMatter;

/// <summary>Comments among the lines of a head: nobody sees them on a page.</summary>
static class HeadComments
{
    /// <param name="yaml">The lines of a head, without its fences.</param>
    /// <param name="offset">Lines of the file before them.</param>
    public static void Check(string yaml, int offset, ProblemList problems)
    {
        var lines = new List<Place>();
        foreach (var (start, end) in In(yaml))
        {
            var lineStart = start == 0 ? 0 : yaml.LastIndexOf('\n', start - 1) + 1;
            var at = new Place(offset + yaml.AsSpan(0, start).Count('\n') + 1, start - lineStart + 1, end - start);
            if (yaml.AsSpan(lineStart, start - lineStart).IsWhiteSpace())
                lines.Add(at);
            else
                problems.Warn(
                    at,
                    "value-hash",
                    $"“{Shortened(yaml[start..end])}”在空格和“#”的后面，不算内容，读者看不到。要显示它，整个内容用英文双引号括起来；写给同事看的，请单独占一行。"
                );
        }
        if (lines.Count > 0)
            CommentNote.Warn(lines[0], lines.Count, problems);
    }

    static string Shortened(string text) =>
        text.Length > 20 ? text[..(char.IsHighSurrogate(text[19]) ? 19 : 20)] + "……" : text;

    /// <summary>Where they stand, from their number sign to the end of their line.</summary>
    /// <param name="head">With its fences or without.</param>
    public static IReadOnlyList<(int Start, int End)> In(string head)
    {
        var comments = new List<(int, int)>();
        if (!head.Contains('#'))
            return comments;
        try
        {
            var scanner = new Scanner(new StringReader(head), skipComments: false);
            while (scanner.MoveNext())
            {
                if (
                    scanner.Current is Comment comment
                    && head.IndexOf('#', (int)comment.Start.Index) is >= 0 and var start
                )
                    comments.Add((start, head.IndexOf('\n', start) is >= 0 and var end ? end : head.Length));
            }
        }
        // As the parser does, the scanner throws what its documentation does not name.
        catch (Exception exception) when (exception is YamlException or InvalidOperationException or ArgumentException)
        {
            // What is no YAML is not published.
        }
        return comments;
    }
}
