using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Word.Equations;
using M = DocumentFormat.OpenXml.Math;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>Reads the runs of a paragraph. Of tracked changes, what was inserted is text, what was deleted is not.</summary>
sealed class InlineReader(WordContext context, OpenXmlPart part)
{
    static readonly string[] AllowedSchemes = ["http", "https", "mailto", "tel"];

    const int UrlLengthLimit = 2000;

    readonly RunReader runs = new(context, part);
    readonly IReadOnlyDictionary<string, string> linkTargets = context.LinkTargetsOf(part);

    /// <summary>True when the text ended inside a field.</summary>
    public bool HasOpenField => runs.Fields.HasOpenField;

    public ParagraphBuilder Read(W.Paragraph paragraph)
    {
        var builder = new ParagraphBuilder(paragraph);
        Walk(paragraph, builder, null);
        return builder;
    }

    void Walk(OpenXmlElement element, ParagraphBuilder builder, string? url)
    {
        switch (element)
        {
            case W.Run run:
                runs.Read(run, builder, context.WithinLinkBudget(AllowedUrl(runs.Fields.HyperlinkUrl) ?? url));
                break;
            // The SDK no longer knows smart tags: their runs come as unknown elements and would be lost.
            case OpenXmlUnknownElement { LocalName: "r" } run when run.NamespaceUri == builder.Paragraph.NamespaceUri:
                runs.Read(new W.Run(run.OuterXml), builder, context.WithinLinkBudget(url));
                break;
            case W.ParagraphProperties or W.SdtProperties:
                break;
            case W.DeletedRun or W.MoveFromRun:
                if (element.InnerText.Length > 0)
                    context.ImportNotes.AddChange("修订痕迹已按“接受全部修订”处理");
                break;
            case M.OfficeMath when runs.Fields.IsVisible:
                AddEquation(element, builder, url);
                break;
            case W.SimpleField field:
                WalkField(field, builder, url);
                break;
            case W.Hyperlink link:
                WalkInside(link, builder, UrlOf(link));
                break;
            default:
                if (element is W.SdtRun control)
                    context.NotePrompt(control);
                WalkInside(element, builder, url);
                break;
        }
    }

    void WalkInside(OpenXmlElement element, ParagraphBuilder builder, string? url)
    {
        foreach (var child in MarkupCompatibility.Children(element))
            Walk(child, builder, url);
    }

    /// <summary>A field whose instruction is an attribute.</summary>
    void WalkField(W.SimpleField field, ParagraphBuilder builder, string? url)
    {
        runs.Fields.Begin(null);
        runs.Fields.AddCode(field.Instruction?.InnerText ?? "");
        runs.AddLoss(runs.Fields.Separate());
        WalkInside(field, builder, url);
        runs.End(builder, context.Formatting.FormatOf(null, builder.Paragraph), url, isHidden: false);
    }

    void AddEquation(OpenXmlElement equation, ParagraphBuilder builder, string? url)
    {
        var format = context.Formatting.FormatOf(null, builder.Paragraph);
        var pieces = EquationText.Of(equation);
        if (builder.EndsWithDigit && pieces is [{ Text: [>= '0' and <= '9', ..] }, ..])
            builder.Add(" ", format, url);
        foreach (var piece in pieces)
            builder.Add(piece.Text, format with { Inline = format.Inline | piece.Format }, url);
        runs.Fields.AddResult();
        context.ImportNotes.AddChange("公式写成了一行文字，请核对");
    }

    string? UrlOf(W.Hyperlink link) =>
        link.Id?.InnerText is { } id && linkTargets.TryGetValue(id, out var url)
            ? AllowedUrl(
                link.Anchor?.InnerText is { Length: > 0 } anchor && !url.Contains('#') ? $"{url}#{anchor}" : url
            )
            : null;

    string? AllowedUrl(string? url)
    {
        if (url is { Length: > UrlLengthLimit })
        {
            context.ImportNotes.AddChange($"链接的网址超过 {UrlLengthLimit} 个字符，只保留了文字");
            return null;
        }
        if (
            url is null
            || AllowedSchemes.Any(scheme => url.StartsWith(scheme + ":", StringComparison.OrdinalIgnoreCase))
        )
            return url;
        context.ImportNotes.AddChange("链接指向电脑里的文件或不允许的地址，只保留了文字");
        return null;
    }
}
