using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>Reads a run: text in one format, and the notes, drawings and fields in it.</summary>
sealed class RunReader(WordContext context, OpenXmlPart part)
{
    readonly DrawingReader drawings = new(context, part);

    /// <summary>The open fields: one may begin in one paragraph and end in another.</summary>
    public WordFields Fields { get; } = new();

    public void Read(W.Run run, ParagraphBuilder builder, string? url)
    {
        var isHidden = context.Formatting.IsOn<W.Vanish>(run.RunProperties, builder.Paragraph);
        if (isHidden && run.Elements<W.Text>().Any(text => !string.IsNullOrWhiteSpace(text.Text)))
            context.ImportNotes.AddLoss("隐藏文字");
        var format = context.Formatting.FormatOf(run.RunProperties, builder.Paragraph);
        foreach (var child in run)
        {
            if (child is W.FieldChar character)
                ReadFieldCharacter(character.FieldCharType?.InnerText);
            else if (child is W.FieldCode code)
                Fields.AddCode(code.Text);
            else if (!isHidden && Fields.IsVisible)
                Read(child, builder, format, url);
        }
    }

    void ReadFieldCharacter(string? character)
    {
        if (character == "begin")
            Fields.Begin();
        else if (character == "separate")
            Fields.Separate();
        else
            Fields.End();
    }

    void Read(OpenXmlElement child, ParagraphBuilder builder, RunFormat format, string? url)
    {
        switch (child)
        {
            case W.FootnoteEndnoteReferenceType { Id.InnerText: { } id }
                when context.ReferenceTo(child is W.EndnoteReference, id) is { } note:
                builder.Add(note);
                break;
            case W.CommentReference:
                context.ImportNotes.AddLoss("批注");
                break;
            case W.Ruby ruby:
                context.ImportNotes.AddLoss("拼音");
                foreach (var run in ruby.Elements<W.RubyBase>().SelectMany(text => text.Elements<W.Run>()))
                    Read(run, builder, url);
                break;
            // Emoji: the newer alternative is a symbol that only Word knows, the older one is text.
            case AlternateContent either when !either.Descendants().Any(drawn => drawn is W.Drawing or W.Picture):
                foreach (var older in either.Elements<AlternateContentFallback>().SelectMany(fallback => fallback))
                    Read(older, builder, format, url);
                break;
            case W.Drawing or W.Picture or W.EmbeddedObject or AlternateContent:
                drawings.Read(child, builder);
                break;
            case W.Break { Type: null } or W.Break { Type.InnerText: "textWrapping" } or W.CarriageReturn:
                builder.Add(new LineBreak());
                break;
            default:
                builder.Add(TextOf(child), format, url);
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
        var character = Symbols.ToUnicode(symbol.Font?.InnerText, symbol.Char?.InnerText);
        if (character is null)
            context.ImportNotes.AddLoss("认不出的符号");
        return character ?? "";
    }
}
