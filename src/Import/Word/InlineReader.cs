using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using M = DocumentFormat.OpenXml.Math;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>Reads what stands in a paragraph. What was inserted is text, what was deleted is not.</summary>
sealed class InlineReader(WordContext source, OpenXmlPart part)
{
    static readonly string[] AllowedSchemes = ["http", "https", "mailto", "tel"];

    readonly RunReader runs = new(source, part);
    readonly Dictionary<string, string> linkTargets = part
        .HyperlinkRelationships.GroupBy(link => link.Id)
        .ToDictionary(same => same.Key, same => same.First().Uri.OriginalString);

    /// <summary>True when the text broke off inside a field.</summary>
    public bool HasOpenField => runs.Fields.HasOpenField;

    public ParagraphBuilder Read(W.Paragraph paragraph)
    {
        var line = new ParagraphBuilder(paragraph);
        Walk(paragraph, line, null);
        return line;
    }

    void Walk(OpenXmlElement element, ParagraphBuilder line, string? url)
    {
        switch (element)
        {
            case W.Run run:
                runs.Read(run, line, AllowedUrl(runs.Fields.HyperlinkUrl) ?? url);
                break;
            // Smart tags are gone from the SDK, and what stands in them with them.
            case OpenXmlUnknownElement { LocalName: "r" } run when run.NamespaceUri == line.Paragraph.NamespaceUri:
                runs.Read(new W.Run(run.OuterXml), line, url);
                break;
            case W.ParagraphProperties or W.SdtProperties:
                break;
            case W.DeletedRun or W.MoveFromRun:
                if (element.InnerText.Length > 0)
                    source.ImportNotes.AddChange("修订痕迹已按“接受全部修订”处理");
                break;
            case M.OfficeMath:
                line.Add(element.InnerText, source.Formatting.FormatOf(null, line.Paragraph), url);
                source.ImportNotes.AddChange("公式只保留了文字，分式和上下标请核对");
                break;
            case W.SimpleField field when WordFields.IsPageField(field.Instruction?.InnerText ?? ""):
            case W.SdtRun { SdtProperties: { } properties }
                when properties.GetFirstChild<W.ShowingPlaceholder>() is not null:
                break;
            default:
                var target = element is W.Hyperlink link ? UrlOf(link) : url;
                foreach (var child in Children(element))
                    Walk(child, line, target);
                break;
        }
    }

    /// <summary>Of two ways to say the same, the newer.</summary>
    public static IEnumerable<OpenXmlElement> Children(OpenXmlElement element) =>
        element is AlternateContent either
            ? (OpenXmlElement?)either.GetFirstChild<AlternateContentChoice>()
                ?? either.GetFirstChild<AlternateContentFallback>()
                ?? element
            : element;

    string? UrlOf(W.Hyperlink link) =>
        link.Id?.InnerText is { } id && linkTargets.TryGetValue(id, out var url)
            ? AllowedUrl(
                link.Anchor?.InnerText is { Length: > 0 } anchor && !url.Contains('#') ? $"{url}#{anchor}" : url
            )
            : null;

    string? AllowedUrl(string? url)
    {
        if (
            url is null
            || AllowedSchemes.Any(scheme => url.StartsWith(scheme + ":", StringComparison.OrdinalIgnoreCase))
        )
            return url;
        source.ImportNotes.AddChange("链接指向电脑里的文件或不允许的地址，只保留了文字");
        return null;
    }
}
