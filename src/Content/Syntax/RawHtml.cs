using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WorkReports.Content.Syntax.Html;

namespace WorkReports.Content.Syntax;

/// <summary>
/// HTML among Markdown: tags of ours that are closed stay, whatever else looks like HTML becomes the text that it is. What a browser
/// would read on from an open tag, or leave out with one that it knows otherwise, is decided here and not by accident.
/// </summary>
static class RawHtml
{
    public static void Settle(MarkdownDocument document, string source)
    {
        if (!source.Contains('<'))
            return;
        var findings = SyntaxFindings.Of(document);
        var tags = new TagPairs();
        var blocks = new List<(HtmlBlock Block, List<RawTag> Tags)>();
        var inlines = new List<(HtmlInline Inline, RawTag? Tag)>();
        LeafBlock? leaf = null;
        foreach (var part in document.Descendants())
        {
            if (part is HtmlBlock block)
                blocks.Add((block, TagsOf(block, tags)));
            else if (part is LeafBlock other)
                leaf = other;
            else if (part is HtmlInline inline)
                inlines.Add((inline, TagOf(inline, leaf!, tags)));
        }
        tags.Settle();
        foreach (var (block, own) in blocks)
            Rewrite(block, own, source, findings);
        foreach (var (inline, tag) in inlines)
            Rewrite(inline, tag, findings);
    }

    static RawTag? TagOf(HtmlInline inline, LeafBlock leaf, TagPairs tags) =>
        HtmlTag.Read(inline.Tag) is { } tag && tag.Length == inline.Tag.Length
            ? tags.Add(tag, inline.Tag, 0, leaf)
            : null;

    static List<RawTag> TagsOf(HtmlBlock block, TagPairs tags)
    {
        var own = new List<RawTag>();
        var text = block.Lines.ToString();
        for (var at = text.IndexOf('<'); at >= 0; at = text.IndexOf('<', at))
        {
            if (
                text.AsSpan(at).StartsWith("<!--")
                && text.IndexOf("-->", at, StringComparison.Ordinal) is > 0 and var end
            )
            {
                at = end + 3;
                continue;
            }
            var tag = HtmlTag.Read(text.AsSpan(at));
            if (tag is { } read)
                own.Add(tags.Add(read, text, at, null));
            at += tag?.Length ?? 1;
        }
        return own;
    }

    static void Rewrite(HtmlBlock block, List<RawTag> tags, string source, SyntaxFindings findings)
    {
        var text = block.Lines.ToString();
        var html = new System.Text.StringBuilder(text.Length);
        var at = 0;
        foreach (var tag in tags)
        {
            AppendText(text[at..tag.At], html);
            html.Append(tag.Html);
            at = tag.At + tag.Tag.Length;
            if (tag.IsUnpaired && PlaceOf(block, tag, source) is { } place)
                findings.UnpairedTags.Add(place);
        }
        AppendText(text[at..], html);
        findings.Comments.AddRange(CommentsOf(block, source));
        block.Lines = new StringLineGroup(html.ToString());
    }

    /// <summary>No angle bracket of a text opens anything any more; comments go.</summary>
    static void AppendText(string text, System.Text.StringBuilder html)
    {
        for (var at = 0; at < text.Length; )
        {
            var next = text.IndexOf('<', at) is >= 0 and var found ? found : text.Length;
            html.Append(text, at, next - at);
            if (next == text.Length)
                return;
            var isComment = text.AsSpan(next).StartsWith("<!--");
            var end = isComment ? text.IndexOf("-->", next, StringComparison.Ordinal) : -1;
            at = end >= 0 ? end + 3 : next + 1;
            if (end < 0)
                html.Append("&lt;");
        }
    }

    static void Rewrite(HtmlInline inline, RawTag? tag, SyntaxFindings findings)
    {
        if (inline.Tag.StartsWith("<!--", StringComparison.Ordinal))
        {
            findings.Comments.Add(inline.Span);
            inline.Tag = "";
            return;
        }
        if (tag is { IsUnpaired: true })
            findings.UnpairedTags.Add(inline.Span);
        if (tag is { IsText: false })
            inline.Tag = tag.Html;
        else
            inline.ReplaceBy(
                new LiteralInline(inline.Tag)
                {
                    Span = inline.Span,
                    Line = inline.Line,
                    Column = inline.Column,
                }
            );
    }

    /// <summary>The lines of a block within a quotation lack its marks: there the tag is looked for.</summary>
    static SourceSpan? PlaceOf(HtmlBlock block, RawTag tag, string source)
    {
        var written = tag.Text.Substring(tag.At, tag.Tag.NameEnd);
        var from = Math.Min(source.Length, Math.Max(0, block.Span.Start) + tag.At);
        var start = source.IndexOf(written, from, StringComparison.Ordinal);
        return start >= 0 ? new SourceSpan(start, start + tag.Tag.Length - 1) : null;
    }

    static IEnumerable<SourceSpan> CommentsOf(HtmlBlock block, string source)
    {
        var end = Math.Min(block.Span.End + 1, source.Length);
        for (var at = Math.Max(0, block.Span.Start); at < end; )
        {
            var start = source.IndexOf("<!--", at, end - at, StringComparison.Ordinal);
            var close = start < 0 ? -1 : source.IndexOf("-->", start, end - start, StringComparison.Ordinal);
            if (close < 0)
                yield break;
            yield return new SourceSpan(start, close + 2);
            at = close + 3;
        }
    }
}
