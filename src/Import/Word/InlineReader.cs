using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
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
            case M.OfficeMath:
                builder.Add(element.InnerText, context.Formatting.FormatOf(null, builder.Paragraph), url);
                context.ImportNotes.AddChange("公式只保留了文字，分式和上下标请核对");
                break;
            case W.SimpleField field when WordFields.IsPageField(field.Instruction?.InnerText ?? ""):
            case W.SdtRun { SdtProperties: { } properties }
                when properties.GetFirstChild<W.ShowingPlaceholder>() is not null:
                break;
            default:
                var target = element is W.Hyperlink link ? UrlOf(link) : url;
                foreach (var child in MarkupCompatibility.Children(element))
                    Walk(child, builder, target);
                break;
        }
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
