using Markdig.Parsers;

namespace WorkReports.Content.Syntax.Html;

/// <summary>
/// Lines of HTML, where they begin with a tag of ours or with a comment that ends. Whatever else begins with an angle bracket is text,
/// and the Markdown after it is Markdown: an open <c>script</c> takes a whole report along otherwise.
/// </summary>
sealed class KnownHtmlBlockParser : HtmlBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line;
        var rest = line.Text.AsSpan(line.Start, line.End + 1 - line.Start);
        if (rest.StartsWith("<!--"))
            return Ends(processor, "-->") && StandsAlone(line.Text.AsSpan(line.Start))
                ? base.TryOpen(processor)
                : BlockState.None;
        return
            NameOf(rest) is { Length: > 0 } name
            && AllowedHtmlTags.IsKnown(name)
            && (name != "pre" || Ends(processor, "</pre"))
            ? base.TryOpen(processor)
            : BlockState.None;
    }

    /// <summary>What comes on the line after a comment is Markdown; a comment with empty lines in it is none of a paragraph's.</summary>
    static bool StandsAlone(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf("-->") + 3;
        var after = rest[end..];
        after = after.IndexOf('\n') is >= 0 and var line ? after[..line] : after;
        return after.IsWhiteSpace() || rest[..end].Contains("\n\n", StringComparison.Ordinal);
    }

    /// <summary>Looked for from the end of the text, once: hostile ones are full of beginnings.</summary>
    static bool Ends(BlockProcessor processor, string end)
    {
        if (processor.Document.GetData(end) is not int last)
            processor.Document.SetData(
                end,
                last = processor.Line.Text.LastIndexOf(end, StringComparison.OrdinalIgnoreCase)
            );
        return last > processor.Line.Start;
    }

    static string NameOf(ReadOnlySpan<char> line)
    {
        var name = line.TrimStart('<');
        name = name is ['/', ..] ? name[1..] : name;
        var end = name.IndexOfAny(" \t/>");
        return (end < 0 ? name : name[..end]).ToString();
    }
}
