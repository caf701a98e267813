using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WorkReports.Content.Syntax;

/// <summary><c>[^1]</c> in the text, whatever stands before and after it: another mark, a bracket, an exclamation mark.</summary>
sealed class NoteMarkParser : InlineParser
{
    public NoteMarkParser() => OpeningCharacters = ['[', '!'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
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

    static SourceSpan SpanOf(InlineProcessor processor, int start, int end) =>
        new(processor.GetSourcePosition(start), processor.GetSourcePosition(end));
}
