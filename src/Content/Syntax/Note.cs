using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Syntax;

namespace WorkReports.Content.Syntax;

/// <summary>What stands at the foot of a page for a mark in the text.</summary>
/// <param name="start">Where it begins in the source.</param>
sealed class Note(BlockParser parser, int start) : Footnote(parser)
{
    /// <summary>True while an empty line was read last.</summary>
    public bool IsAfterEmptyLine { get; set; }

    /// <summary>The whole of it, its label included.</summary>
    public SourceSpan Written =>
        new(start, Math.Max(Span.End, this.Select(block => block.Span.End).DefaultIfEmpty(start).Max()));
}
