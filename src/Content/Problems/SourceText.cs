using Markdig.Syntax;

namespace WorkReports.Content.Problems;

/// <summary>The Markdown of a file, and where in the file a part of it stands.</summary>
/// <param name="offset">Lines of the file before it.</param>
sealed class SourceText(string text, int offset)
{
    readonly List<int> lineStarts = LineStartsOf(text);

    public string Text => text;

    /// <summary>For problems whose exact place is not known.</summary>
    public Place FirstLine => offset + 1;

    /// <param name="start">An offset in the text.</param>
    public Place At(int start, int length)
    {
        var found = lineStarts.BinarySearch(start);
        var line = found >= 0 ? found : ~found - 1;
        var end = line + 1 < lineStarts.Count ? lineStarts[line + 1] - 1 : text.Length;
        return new Place(
            offset + line + 1,
            start - lineStarts[line] + 1,
            Math.Clamp(length, 0, Math.Max(0, end - start))
        );
    }

    static List<int> LineStartsOf(string text)
    {
        var starts = new List<int> { 0 };
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', end + 1))
            starts.Add(end + 1);
        return starts;
    }

    /// <summary>Where a part of the tree stands: as much of it as its first line holds.</summary>
    public Place At(MarkdownObject part) =>
        part.Span.Start >= 0 && part.Span.Start < text.Length
            ? At(part.Span.Start, part.Span.Length)
            : offset + part.Line + 1;

    public ReadOnlySpan<char> LineAt(int start)
    {
        var from = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
        var to = text.IndexOf('\n', start);
        return text.AsSpan(from, (to < 0 ? text.Length : to) - from);
    }

    /// <summary>The Markdown of a part of the tree, as it is written.</summary>
    public ReadOnlySpan<char> Slice(MarkdownObject part) =>
        part.Span.Start >= 0 && part.Span.End < text.Length && part.Span.Length > 0
            ? text.AsSpan(part.Span.Start, part.Span.Length)
            : [];
}
