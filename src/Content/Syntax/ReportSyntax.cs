using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Renderers;
using WorkReports.Content.Syntax.Html;

namespace WorkReports.Content.Syntax;

/// <summary>What this site reads otherwise than Markdig: notes, addresses beside Chinese, and tags that are none of ours.</summary>
sealed class ReportSyntax : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Replace<HtmlBlockParser>(new KnownHtmlBlockParser());
        pipeline.BlockParsers.Insert(0, new NoteBlockParser());
        pipeline.InlineParsers.Insert(0, new NoteMarkParser());
        pipeline.InlineParsers.Insert(0, new WebAddressParser());
        pipeline.InlineParsers.Insert(0, new MailAddressParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is not HtmlRenderer html)
            return;
        html.ObjectRenderers.AddIfNotAlready(new HtmlFootnoteGroupRenderer());
        html.ObjectRenderers.AddIfNotAlready(new HtmlFootnoteLinkRenderer());
    }
}
