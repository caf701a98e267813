using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using Markdig;
using Markdig.Syntax;
using WorkReports.Content.Linting;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Rendering;

/// <summary>The body of a file as a page prints it.</summary>
/// <param name="Html">Sanitized.</param>
/// <param name="Text">What a reader sees, a line for each block.</param>
/// <param name="Title">The heading that is the report's title; null when there is none.</param>
/// <param name="Files">Files of the content folder that it links or shows.</param>
/// <param name="Dependencies">Every file of the content folder that its links name, there or not, with its stamp.</param>
/// <param name="WrittenLinks">Links to addresses.</param>
sealed record RenderedBody(
    string Html,
    string Text,
    string? Title,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<string> Files,
    IReadOnlyDictionary<string, string> Dependencies,
    IReadOnlyList<WrittenLink> WrittenLinks
);

/// <summary>Markdown to HTML: Markdig, set up for Chinese, and two fences against what is hostile.</summary>
/// <param name="withLines">True where each block tells the line of the file that it begins in, for editors.</param>
sealed class MarkdownRenderer(LinkResolver links, SiteProfile site, bool withLines = false)
{
    /// <summary>Elements deeper than this come out beside their parents: no recursive walk meets a tower.</summary>
    const int NestingLimit = 256;

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

    static readonly HtmlParser Parser = new(new HtmlParserOptions { MaximumDepth = NestingLimit });

    static readonly HtmlSanitizer Sanitizer = MakeSanitizer(withLines: false);
    static readonly HtmlSanitizer SanitizerWithLines = MakeSanitizer(withLines: true);

    /// <summary>What stands in these is no text for readers.</summary>
    static readonly HashSet<string> NonTextTags = new(StringComparer.OrdinalIgnoreCase)
    {
        "script",
        "style",
        "iframe",
        "object",
        "embed",
        "template",
        "noscript",
        "svg",
        "math",
        "select",
        "textarea",
        "title",
        "xmp",
        "noembed",
        "noframes",
        "plaintext",
    };

    /// <param name="path">The file, relative to the content folder.</param>
    /// <param name="offset">Lines of the file before the Markdown.</param>
    /// <param name="isTitled">True when the title is written elsewhere: then only a heading of level one can be another.</param>
    /// <param name="pillarNamedIn">The pillar that a second-level heading names; null where headings name none.</param>
    public RenderedBody Render(
        string markdown,
        string path,
        int offset,
        ProblemList problems,
        bool isTitled = true,
        Func<string, Pillar?>? pillarNamedIn = null
    )
    {
        var source = new SourceText(markdown, offset);
        var fence = new LinkSanitizer(links, path, source, problems, site);
        var outline = new Outline(isTitled, pillarNamedIn ?? (_ => null));
        using var page = (withLines ? SanitizerWithLines : Sanitizer).SanitizeDom(ToHtml(source, problems, fence));
        var body = page.Body!;
        outline.AddAnchors(body);
        fence.Sanitize(body);
        fence.CheckFragments(new(() => Anchors.Of(body)));
        HtmlFinisher.Finish(body, links.SizeOf);
        return new RenderedBody(
            HtmlWriter.Of(body),
            PlainText.Of(body),
            outline.Title,
            outline.Sections,
            [.. fence.Files],
            fence.Dependencies,
            fence.WrittenLinks
        );
    }

    /// <summary>The sanitized page of a body whose links nobody follows: for its sections.</summary>
    public static IHtmlDocument Page(string markdown) => Sanitizer.SanitizeDom(Markdown.ToHtml(markdown, Pipeline));

    string ToHtml(SourceText source, ProblemList problems, LinkSanitizer fence)
    {
        try
        {
            var document = Markdown.Parse(source.Text, Pipeline);
            var parts = document.Descendants().ToList();
            new MarkdownLint(source, problems).Check(document, parts);
            ChineseTypography.Apply(parts);
            fence.Sanitize(parts);
            if (withLines)
                ChineseTypography.AddLineNumbers(document, source);
            var html = document.ToHtml(Pipeline);
            if (fence.FirstHtml is not { } at || !NestingCost.IsExcessive(html))
                return html;
            problems.Error(at, "nesting", "HTML 标签嵌套得太深，或者有许多标签没有结束。请删去粘贴进来的 HTML。");
            return "";
        }
        catch (ArgumentException)
        {
            // Markdig's word for nesting beyond its own limit.
            problems.Error(
                source.FirstLine,
                "nesting",
                "列表、引用或括号嵌套得太深，无法排版。请减少层次，或者把很长的一段分成几段。"
            );
            return "";
        }
    }

    static HtmlSanitizer MakeSanitizer(bool withLines)
    {
        var sanitizer = new HtmlSanitizer(
            new HtmlSanitizerOptions
            {
                AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
                {
                    "a",
                    "abbr",
                    "b",
                    "blockquote",
                    "br",
                    "caption",
                    "cite",
                    "code",
                    "col",
                    "colgroup",
                    "dd",
                    "del",
                    "div",
                    "dl",
                    "dt",
                    "em",
                    "figcaption",
                    "figure",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "hr",
                    "i",
                    "img",
                    "ins",
                    "li",
                    "mark",
                    "ol",
                    "p",
                    "pre",
                    "q",
                    "rp",
                    "rt",
                    "ruby",
                    "s",
                    "small",
                    "span",
                    "strong",
                    "sub",
                    "sup",
                    "table",
                    "tbody",
                    "td",
                    "tfoot",
                    "th",
                    "thead",
                    "tr",
                    "u",
                    "ul",
                },
                AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
                {
                    "alt",
                    "class",
                    "colspan",
                    "href",
                    "id",
                    "reversed",
                    "rowspan",
                    "src",
                    "start",
                    "title",
                },
                AllowedClasses = new HashSet<string>(StringComparer.Ordinal)
                {
                    ChineseTypography.RightClass,
                    ChineseTypography.CentreClass,
                    ChineseTypography.TaskClass,
                    "footnotes",
                    "footnote-ref",
                    "footnote-back-ref",
                },
                AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
                {
                    "http",
                    "https",
                    "mailto",
                    "tel",
                },
                UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
                AllowedCssProperties = new HashSet<string>(),
            }
        )
        {
            // The words inside an unknown tag are the editor's; only what runs or styles is dropped with its content.
            KeepChildNodes = true,
            // The usual parser reads style sheets, too; here none survives.
            HtmlParserFactory = () => Parser,
        };
        if (withLines)
            sanitizer.AllowedAttributes.Add(ChineseTypography.LineAttribute);
        sanitizer.RemovingTag += static (_, removal) =>
        {
            if (NonTextTags.Contains(removal.Tag.LocalName))
                removal.Tag.TextContent = "";
        };
        return sanitizer;
    }
}
