using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace WorkReports.Content.Syntax;

/// <summary><c>[^1]: …</c> at the beginning of a line, within quotations and lists, too.</summary>
sealed class NoteBlockParser : BlockParser
{
    /// <summary>So many spaces before a paragraph make it one of the note.</summary>
    const int ContinuationIndent = 2;

    public NoteBlockParser() => OpeningCharacters = ['['];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || processor.Line.PeekChar() != '^')
            return BlockState.None;
        var (column, start) = (processor.Column, processor.Start);
        if (
            !LinkHelper.TryParseLabel(ref processor.Line, false, out var label, out var labelSpan)
            || processor.CurrentChar != ':'
        )
        {
            processor.GoToColumn(column);
            return BlockState.None;
        }
        processor.Column += processor.Start - start;
        processor.NextChar();
        var note = new Note(this, start)
        {
            Label = label,
            LabelSpan = labelSpan,
            Column = column,
            Span = new SourceSpan(start, processor.Line.End),
        };
        NoteList.Of(processor.Document).Add(note);
        processor.NewBlocks.Push(note);
        return BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var note = (Note)block;
        if (processor.CurrentBlock is null or { IsBreakable: true })
        {
            if (processor.IsBlankLine)
            {
                note.IsAfterEmptyLine = true;
                return BlockState.ContinueDiscard;
            }
            if (processor.Indent < ContinuationIndent && (note.IsAfterEmptyLine || IsNote(processor.Line)))
                return BlockState.None;
        }
        note.IsAfterEmptyLine = false;
        if (processor.IsCodeIndent)
            processor.GoToCodeIndent();
        return BlockState.Continue;
    }

    static bool IsNote(StringSlice line) =>
        line.CurrentChar == '['
        && line.PeekChar() == '^'
        && LinkHelper.TryParseLabel(ref line, false, out _, out _)
        && line.CurrentChar == ':';
}
