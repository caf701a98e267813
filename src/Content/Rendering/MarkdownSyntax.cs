using System.Globalization;
using System.Text.Encodings.Web;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WorkReports.Content.Rendering;

/// <summary>Markdown as this site reads it: Markdig with the extensions that reports use.</summary>
static class MarkdownSyntax
{
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

    /// <exception cref="ArgumentException">Nested beyond Markdig's own limit.</exception>
    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);

    /// <summary>
    /// With a renderer of its own: Markdig's own way takes one from a pool. One that broke off inside a list came back there
    /// as it was, and left out the paragraphs of whatever was rendered next.
    /// </summary>
    /// <exception cref="ArgumentException">Nested beyond Markdig's own limit.</exception>
    public static string ToHtml(MarkdownDocument document)
    {
        using var html = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return html.ToString();
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
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }
        link.Remove();
    }
}
