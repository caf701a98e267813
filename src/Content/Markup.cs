using System.Text;
using Ganss.Xss;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;

namespace WorkReports.Content;

/// <summary>The body of a file as a page prints it.</summary>
/// <param name="Html">Sanitized.</param>
/// <param name="Text">What a reader sees, a line for each block.</param>
/// <param name="FirstHeading">The text of the first heading of level one; it is not part of the body.</param>
/// <param name="Files">Files of the content folder that it links or shows.</param>
sealed record RenderedBody(
    string Html, string Text, string? FirstHeading, IReadOnlyList<Section> Sections, IReadOnlyList<string> Files);

/// <summary>Markdown to HTML: Markdig, set up for Chinese, and two fences against what is hostile.</summary>
sealed class Markup(Links links)
{
    /// <summary>Deeper nesting is no report; a recursive parser must never see it.</summary>
    const int DeepestNesting = 200;

    /// <summary>Top-level blocks that are sanitized together; nearly every report is one part.</summary>
    const int BlocksOfPart = 1000;

    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseCjkFriendlyEmphasis()
        .UsePreciseSourceLocation()
        .UsePipeTables()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .UseFootnotes()
        .UseDefinitionLists()
        .UseTaskLists()
        .UseAutoLinks()
        .Build();

    static readonly HtmlSanitizer Sanitizer = MakeSanitizer();

    /// <param name="path">The file, relative to the content folder.</param>
    /// <param name="offset">Lines of the file before the Markdown.</param>
    /// <param name="pillarNamedIn">The pillar that a second-level heading names; null where headings name none.</param>
    public RenderedBody Render(
        string markdown, string path, int offset, ProblemList problems, Func<string, Pillar?>? pillarNamedIn = null)
    {
        var files = new List<string>();
        var outline = new Outline(pillarNamedIn ?? (_ => null));
        var html = new StringBuilder();
        var text = new StringBuilder();
        foreach (var part in ToHtml(markdown, path, offset, problems, files))
        {
            var body = Sanitizer.SanitizeDom(part).Body!;
            outline.Mark(body);
            BodyDom.Finish(body, links.SizeOf);
            html.AppendLine(body.InnerHtml.Trim());
            text.AppendLine(PlainText.Of(body));
        }
        return new RenderedBody(html.ToString().Trim(), text.ToString().Trim(), outline.Title, outline.Sections, [.. files.Distinct()]);
    }

    /// <summary>The document in parts: the time that the DOM takes grows with the square of the blocks that stand side by side.</summary>
    IEnumerable<string> ToHtml(string markdown, string path, int offset, ProblemList problems, List<string> files)
    {
        if (Parse(markdown, path, offset, problems, files) is not { } document) yield break;
        foreach (var blocks in document.Chunk(BlocksOfPart))
        {
            using var writer = new StringWriter { NewLine = "\n" };
            var renderer = new HtmlRenderer(writer);
            Pipeline.Setup(renderer);
            foreach (var block in blocks) renderer.Render(block);
            var html = writer.ToString();
            if (Nesting(html) <= DeepestNesting) yield return html;
            else problems.Error(offset + blocks[0].Line + 1, "nesting", "HTML 标签嵌套得太深，或者有许多标签没有结束。请删去粘贴进来的 HTML。");
        }
    }

    MarkdownDocument? Parse(string markdown, string path, int offset, ProblemList problems, List<string> files)
    {
        try
        {
            var document = Markdown.Parse(markdown, Pipeline);
            MarkupTree.FitForChinese(document);
            new LinkFence(links, path, offset, problems, files).Guard(document);
            return document;
        }
        catch (ArgumentException)
        {
            // Markdig's word for nesting beyond its own limit.
            problems.Error(offset + 1, "nesting", "列表或引用嵌套得太深，无法排版。请减少层次。");
            return null;
        }
    }

    /// <summary>How deep open tags stack up. A guess from above: an unclosed tag counts until the end.</summary>
    static int Nesting(string html)
    {
        int depth = 0, deepest = 0;
        for (var at = html.IndexOf('<'); at >= 0 && at < html.Length - 1; at = html.IndexOf('<', at + 1))
        {
            var name = html.AsSpan(at + 1);
            if (name[0] == '/') depth = Math.Max(0, depth - 1);
            else if (char.IsAsciiLetter(name[0]) && !IsVoid(name)) deepest = Math.Max(deepest, ++depth);
        }
        return deepest;
    }

    static bool IsVoid(ReadOnlySpan<char> tag)
    {
        foreach (var name in (ReadOnlySpan<string>)["br", "hr", "img", "col", "wbr"])
        {
            if (tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && tag.Length > name.Length && !char.IsAsciiLetterOrDigit(tag[name.Length])) return true;
        }
        return false;
    }

    static HtmlSanitizer MakeSanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "div", "dl", "dt", "em",
                "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "li", "mark", "ol", "p", "pre", "q",
                "rp", "rt", "ruby", "s", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
                "u", "ul",
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "alt", "class", "colspan", "href", "id", "reversed", "rowspan", "src", "start", "title",
            },
            AllowedClasses = new HashSet<string>(StringComparer.Ordinal) { MarkupTree.Right, MarkupTree.Centre, "footnotes", "footnote-ref", "footnote-back-ref" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "tel" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
            AllowedCssProperties = new HashSet<string>(),
        })
        {
            // The words inside an unknown tag are the editor's; only what runs or styles is dropped with its content.
            KeepChildNodes = true,
        };
        sanitizer.RemovingTag += static (_, removal) =>
        {
            if (removal.Tag.NodeName is "SCRIPT" or "STYLE" or "IFRAME" or "OBJECT" or "EMBED" or "TEMPLATE" or "NOSCRIPT" or "SVG" or "MATH" or "SELECT" or "TEXTAREA" or "TITLE" or "XMP" or "NOEMBED" or "NOFRAMES" or "PLAINTEXT")
                removal.Tag.TextContent = "";
        };
        return sanitizer;
    }
}
