using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Model;
using WorkReports.Import.Word.Fields;
using WorkReports.Import.Word.SymbolFonts;
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
        if (IsPlaceholder(run))
        {
            context.ImportNotes.AddLoss("没有填写的占位文字");
            return;
        }
        var isHidden = context.Formatting.IsOn<W.Vanish>(run.RunProperties, builder.Paragraph);
        if (isHidden && run.Elements<W.Text>().Any(text => !string.IsNullOrWhiteSpace(text.Text)))
            context.ImportNotes.AddLoss("隐藏文字");
        var format = context.Formatting.FormatOf(run.RunProperties, builder.Paragraph);
        var isBehindOwnMark = false;
        foreach (var child in run)
        {
            if (child is W.FieldChar character)
                ReadFieldCharacter(character, builder, format, url, isHidden);
            else if (child is W.FieldCode code)
                Fields.AddCode(code.Text);
            else if (!isHidden && Fields.IsVisible && !isBehindOwnMark)
                Read(child, builder, format, url);
            else if (!Fields.IsVisible)
                Fields.AddCode(TextOf(child, format));
            // The sign that an author chose for a note stands behind it: the report has the number in its place.
            isBehindOwnMark |=
                child is W.FootnoteEndnoteReferenceType { CustomMarkFollows.InnerText: not ("0" or "false") };
        }
        if (isBehindOwnMark)
            context.ImportNotes.AddChange("脚注自定的符号改成了号码");
    }

    /// <summary>A prompt that nobody has written over.</summary>
    bool IsPlaceholder(W.Run run) =>
        context.IsPrompt(run)
        && run.Ancestors<W.SdtElement>()
            .Any(control => control.SdtProperties?.GetFirstChild<W.ShowingPlaceholder>() is not null);

    void ReadFieldCharacter(
        W.FieldChar character,
        ParagraphBuilder builder,
        RunFormat format,
        string? url,
        bool isHidden
    )
    {
        if (character.FieldCharType?.InnerText == "begin")
            Fields.Begin(character.FormFieldData);
        else if (character.FieldCharType?.InnerText == "separate")
            AddLoss(Fields.Separate());
        else
            End(builder, format, url, isHidden);
    }

    /// <summary>Ends the innermost field.</summary>
    public void End(ParagraphBuilder builder, RunFormat format, string? url, bool isHidden)
    {
        if (Fields.End() is not { HasResult: false } field)
            return;
        if (field.IsVisibleAround && !isHidden)
            Show(field.ReadCode(), field.Form, builder, format, url);
        else if (field.BelongsToInstruction && Result(field.ReadCode(), field.Form) is { } pieces)
            Fields.AddCode(string.Concat(pieces.Select(piece => piece.Text)));
    }

    /// <summary>What Word shows for a field whose result the file lacks.</summary>
    void Show(FieldCode code, OpenXmlElement? form, ParagraphBuilder builder, RunFormat format, string? url)
    {
        if (Result(code, form) is not { } pieces)
        {
            context.ImportNotes.AddLoss($"域“{code.Name}”在文件里没有存下显示的文字，请看 Word 里显示什么，再补上");
            return;
        }
        AddLoss(FieldKinds.Loss(code.Name));
        // A half behind a one is no eleven.
        if (builder.EndsWithDigit && pieces is [{ Text: [>= '0' and <= '9', ..] number }] && number.Contains('/'))
            builder.Add(" ", format, url);
        foreach (var piece in pieces)
            builder.Add(piece.Text, format with { Inline = format.Inline | piece.Format }, url);
        if (pieces.Count > 0)
            Fields.AddResult();
    }

    IReadOnlyList<TextRun>? Result(FieldCode code, OpenXmlElement? form)
    {
        var result = FieldResult.Of(code, form, context.FieldCounters);
        if (result.Readings.Length > 0)
            AddLoss("拼音");
        if (result.HasBrackets)
            context.ImportNotes.AddChange("带圈的字写成了括号里的字");
        return result.Pieces;
    }

    public void AddLoss(string? loss)
    {
        if (loss == FieldKinds.Contents)
            context.AddLossOfContents();
        else if (loss is not null)
            context.ImportNotes.AddLoss(loss);
    }

    void Read(OpenXmlElement child, ParagraphBuilder builder, RunFormat format, string? url)
    {
        switch (child)
        {
            case W.FootnoteEndnoteReferenceType { Id.InnerText: { } id }
                when context.ReferenceTo(child is W.EndnoteReference, id) is { } note:
                Fields.AddResult();
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
                Fields.AddResult();
                drawings.Read(child, builder, format);
                break;
            case W.Break { Type: null } or W.Break { Type.InnerText: "textWrapping" } or W.CarriageReturn:
                builder.Add(new LineBreak());
                break;
            default:
                if (TextOf(child, format) is { Length: > 0 } text)
                {
                    Fields.AddResult();
                    builder.Add(text, format, url);
                }
                break;
        }
    }

    string TextOf(OpenXmlElement child, RunFormat format) =>
        child switch
        {
            W.Text text => Shown(text.Text, format),
            W.TabChar or W.PositionalTab => " ",
            W.NoBreakHyphen => "-",
            W.SymbolChar symbol => Sign(symbol),
            _ => "",
        };

    string Shown(string text, RunFormat format)
    {
        if (format.IsUpperCase)
            text = text.ToUpperInvariant();
        if (format.SignFont is null && !text.Any(SymbolFont.IsPrivate))
            return text;
        text = SymbolFont.ToUnicode(format.SignFont, text, out var unknown);
        for (; unknown > 0; unknown--)
            context.ImportNotes.AddLoss("认不出的符号");
        return text;
    }

    string Sign(W.SymbolChar symbol)
    {
        var sign = SymbolFont.ToUnicode(symbol.Font?.InnerText, symbol.Char?.InnerText);
        if (sign is null)
            context.ImportNotes.AddLoss("认不出的符号");
        return sign ?? "";
    }
}
