using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>Reads letters that look alike, and what stands among them.</summary>
sealed class RunReader(WordContext source, OpenXmlPart part)
{
    readonly DrawingReader drawings = new(source, part);

    /// <summary>The fields that are open: they may begin in one paragraph and end in another.</summary>
    public WordFields Fields { get; } = new();

    public void Read(W.Run run, ParagraphBuilder line, string? url)
    {
        var isHidden = source.Formatting.IsOn<W.Vanish>(run.RunProperties, line.Paragraph);
        if (isHidden && run.Elements<W.Text>().Any(text => !string.IsNullOrWhiteSpace(text.Text)))
            source.ImportNotes.AddLoss("隐藏文字");
        var look = source.Formatting.FormatOf(run.RunProperties, line.Paragraph);
        foreach (var child in run)
        {
            if (child is W.FieldChar mark)
                ReadFieldCharacter(mark.FieldCharType?.InnerText);
            else if (child is W.FieldCode code)
                Fields.AddCode(code.Text);
            else if (!isHidden && Fields.IsVisible)
                Read(child, line, look, url);
        }
    }

    void ReadFieldCharacter(string? mark)
    {
        if (mark == "begin")
            Fields.Begin();
        else if (mark == "separate")
            Fields.Separate();
        else
            Fields.End();
    }

    void Read(OpenXmlElement child, ParagraphBuilder line, RunFormat look, string? url)
    {
        switch (child)
        {
            case W.FootnoteEndnoteReferenceType { Id.InnerText: { } id }
                when source.ReferenceTo(child is W.EndnoteReference, id) is { } note:
                line.Add(note);
                break;
            case W.CommentReference:
                source.ImportNotes.AddLoss("批注");
                break;
            case W.Ruby ruby:
                source.ImportNotes.AddLoss("拼音");
                foreach (var run in ruby.Elements<W.RubyBase>().SelectMany(words => words.Elements<W.Run>()))
                    Read(run, line, url);
                break;
            // Emoji: the newer way is a letter that only Word knows.
            case AlternateContent either when !either.Descendants().Any(drawn => drawn is W.Drawing or W.Picture):
                foreach (var older in either.Elements<AlternateContentFallback>().SelectMany(fallback => fallback))
                    Read(older, line, look, url);
                break;
            case W.Drawing or W.Picture or W.EmbeddedObject or AlternateContent:
                drawings.Read(child, line);
                break;
            case W.Break { Type: null } or W.Break { Type.InnerText: "textWrapping" } or W.CarriageReturn:
                line.Add(new LineBreak());
                break;
            default:
                line.Add(TextOf(child), look, url);
                break;
        }
    }

    string TextOf(OpenXmlElement child)
    {
        if (child is not W.SymbolChar symbol)
            return child switch
            {
                W.Text text => text.Text,
                W.TabChar or W.PositionalTab => " ",
                W.NoBreakHyphen => "-",
                _ => "",
            };
        var letter = Symbols.ToUnicode(symbol.Font?.InnerText, symbol.Char?.InnerText);
        if (letter is null)
            source.ImportNotes.AddLoss("认不出的符号");
        return letter ?? "";
    }
}
