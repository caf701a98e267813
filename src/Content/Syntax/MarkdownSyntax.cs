using System.Globalization;
using System.Text.Encodings.Web;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WorkReports.Content.Syntax;

/// <summary>Markdown as this site reads it: Markdig with the extensions that reports use.</summary>
static class MarkdownSyntax
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseCjkFriendlyEmphasis()
        .UsePreciseSourceLocation()
        .UsePipeTables()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .UseDefinitionLists()
        .UseTaskLists()
        .Use<ReportSyntax>()
        .Build();

    [ThreadStatic]
    static ReusableRenderer? spareRenderer;

    /// <exception cref="ArgumentException">Nested beyond Markdig's own limit.</exception>
    public static MarkdownDocument Parse(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        RawHtml.Settle(document, markdown);
        NestedLinks.Unwrap(document, markdown);
        TableCode.UnescapeBars(document, markdown);
        return document;
    }

    /// <summary>
    /// With renderers of our own: Markdig's pool takes back one that broke off inside a list as it is, and it leaves out the
    /// paragraphs of whatever is rendered next.
    /// </summary>
    /// <exception cref="ArgumentException">Nested beyond Markdig's own limit.</exception>
    public static string ToHtml(MarkdownDocument document)
    {
        var renderer = spareRenderer ?? new ReusableRenderer(Pipeline);
        // Given back only when it comes to the end.
        spareRenderer = null;
        var html = renderer.ToHtml(document);
        spareRenderer = renderer;
        return html;
    }

    /// <summary>A thread renders one body after another; setting a renderer up takes a quarter of the time that a body does.</summary>
    sealed class ReusableRenderer : HtmlRenderer
    {
        public ReusableRenderer(MarkdownPipeline pipeline)
            : base(TextWriter.Null) => pipeline.Setup(this);

        public string ToHtml(MarkdownDocument document)
        {
            using var html = new StringWriter(CultureInfo.InvariantCulture);
            Writer = html;
            Reset();
            Render(document);
            Writer = TextWriter.Null;
            return html.ToString();
        }
    }

    /// <summary>The text as it is, a paragraph for each block: for what another build could set, and this one cannot.</summary>
    public static string ToPlainHtml(string markdown) =>
        string.Concat(
            markdown
                .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(block => $"<p>{HtmlEncoder.Default.Encode(block)}</p>\n")
        );

    /// <summary>Leaves the words of a link where the link was.</summary>
    public static void Unwrap(LinkInline link)
    {
        Inline last = link;
        // Not InsertBefore: Markdig's does not tell a child what stands before it, and the next one that is removed takes others along.
        while (link.FirstChild is { } child)
        {
            child.Remove();
            last.InsertAfter(child);
            last = child;
        }
        link.Remove();
    }
}
