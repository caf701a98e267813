using Markdig;
using Markdig.Syntax;

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

    public static string ToHtml(MarkdownDocument document) => document.ToHtml(Pipeline);
}
