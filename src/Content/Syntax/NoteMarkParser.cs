using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WorkReports.Content.Syntax;

/// <summary><c>[^1]</c> in the text, whatever stands before and after it: another mark, a bracket, an exclamation mark.</summary>
sealed class NoteMarkParser : InlineParser
{
    public NoteMarkParser() => OpeningCharacters = ['[', '!', ']'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar == ']')
            return CloseLink(processor, ref slice);
        var isAfterExclamation = slice.CurrentChar == '!';
        if (slice.PeekChar(isAfterExclamation ? 2 : 1) != '^')
            return false;
        var start = slice.Start;
        var rest = slice;
        if (isAfterExclamation)
            rest.SkipChar();
        if (rest.CurrentChar != '[' || !LinkHelper.TryParseLabel(ref rest, false, out var label, out _))
            return false;
        var end = rest.Start - 1;
        if (NoteList.Find(processor.Document)?.Has(label) != true)
        {
            if (rest.CurrentChar is not (':' or '('))
                SyntaxFindings
                    .Of(processor.Document)
                    .MissingNotes.Add(SpanOf(processor, isAfterExclamation ? start + 1 : start, end));
            return false;
        }
        processor.Inline = isAfterExclamation
            ? new LiteralInline
            {
                Content = new StringSlice(slice.Text, start, start),
                Span = SpanOf(processor, start, start),
            }
            : NoteList.Of(processor.Document).Mark(label);
        processor.Inline.Span = SpanOf(processor, start, isAfterExclamation ? start : end);
        slice.Start = isAfterExclamation ? start + 1 : end + 1;
        return true;
    }

    /// <summary>
    /// <c>[甲][^1]</c>: the mark of a note behind the words of a link whose address stands elsewhere. Markdig takes it for the label of
    /// the address, finds none, and leaves the words in brackets; so it is shown nothing behind them.
    /// </summary>
    static bool CloseLink(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '[' || slice.PeekChar(2) != '^')
            return false;
        var rest = new StringSlice(slice.Text, slice.Start + 1, slice.End);
        if (
            processor.Inline?.FirstParentOfType<LinkDelimiterInline>() is not { IsActive: true, Label: not null }
            || !LinkHelper.TryParseLabel(ref rest, false, out var label, out _)
            || NoteList.Find(processor.Document)?.Has(label) != true
        )
            return false;
        var words = new StringSlice(slice.Text, slice.Start, slice.Start);
        if (!processor.Parsers.FindExact<LinkInlineParser>()!.Match(processor, ref words))
            return false;
        slice.Start = words.Start;
        return true;
    }

    static SourceSpan SpanOf(InlineProcessor processor, int start, int end) =>
        new(processor.GetSourcePosition(start), processor.GetSourcePosition(end));
}
