using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>The format of a run or a paragraph: its own properties, else those of its styles, else the document's defaults.</summary>
sealed class Formatting
{
    const int StyleChainLimit = 20;

    /// <summary>In points, where a document sets none.</summary>
    const double DefaultFontSize = 10;

    readonly Dictionary<string, W.Style> styles = [];
    readonly OpenXmlElement? runDefaults;
    readonly string? defaultParagraphStyle;
    (W.Paragraph? Paragraph, string? Style) lastLookup;

    public Formatting(MainDocumentPart document)
    {
        var sheet = document.StyleDefinitionsPart?.Styles;
        foreach (var style in sheet?.Elements<W.Style>() ?? [])
        {
            if (style.StyleId?.InnerText is { } id)
                styles.TryAdd(id, style);
            if (style.Type?.InnerText is "paragraph" && IsTrue(style.Default?.InnerText, whenMissing: false))
                defaultParagraphStyle = style.StyleId?.InnerText;
        }
        runDefaults = sheet?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle;
    }

    /// <summary>The name of a paragraph's style in small letters. Word keeps the names of its own styles English everywhere.</summary>
    public string StyleName(W.Paragraph paragraph) =>
        StyleIdOf(paragraph) is { } id && styles.TryGetValue(id, out var style)
            ? style.StyleName?.Val?.InnerText?.ToLowerInvariant() ?? ""
            : "";

    /// <summary>A property of a paragraph.</summary>
    public T? Find<T>(W.Paragraph paragraph)
        where T : OpenXmlElement =>
        paragraph.ParagraphProperties?.GetFirstChild<T>()
        ?? StyleChain(StyleIdOf(paragraph))
            .Select(style => style.StyleParagraphProperties?.GetFirstChild<T>())
            .FirstOrDefault(found => found is not null);

    /// <summary>A property of a run in a paragraph.</summary>
    public T? Find<T>(W.RunProperties? run, W.Paragraph paragraph)
        where T : OpenXmlElement =>
        run?.GetFirstChild<T>()
        ?? StyleChain(run?.RunStyle?.Val?.InnerText)
            .Concat(StyleChain(StyleIdOf(paragraph)))
            .Select(style => style.StyleRunProperties?.GetFirstChild<T>())
            .FirstOrDefault(found => found is not null)
        ?? runDefaults?.GetFirstChild<T>();

    public bool IsOn<T>(W.RunProperties? run, W.Paragraph paragraph)
        where T : W.OnOffType => Find<T>(run, paragraph) is { } found && IsTrue(found.Val?.InnerText);

    public RunFormat FormatOf(W.RunProperties? run, W.Paragraph paragraph)
    {
        var position = Find<W.VerticalTextAlignment>(run, paragraph)?.Val?.InnerText;
        var inline =
            (IsOn<W.Bold>(run, paragraph) ? InlineFormat.Bold : 0)
            | (IsOn<W.Italic>(run, paragraph) ? InlineFormat.Italic : 0)
            | (IsOn<W.Strike>(run, paragraph) || IsOn<W.DoubleStrike>(run, paragraph) ? InlineFormat.Strikethrough : 0)
            | (
                position == "superscript" ? InlineFormat.Superscript
                : position == "subscript" ? InlineFormat.Subscript
                : 0
            );
        var halfPoints = Find<W.FontSize>(run, paragraph)?.Val?.InnerText;
        var size = double.TryParse(halfPoints, CultureInfo.InvariantCulture, out var number)
            ? number / 2
            : DefaultFontSize;
        return new RunFormat(inline, size, IsRed(Find<W.Color>(run, paragraph)?.Val?.InnerText));
    }

    static bool IsRed(string? colour) =>
        colour is { Length: 6 }
        && int.TryParse(colour, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
        && rgb >> 16 > 0xB0
        && (rgb >> 8 & 0xFF) < 0x50
        && (rgb & 0xFF) < 0x50;

    static bool IsTrue(string? value, bool whenMissing = true) =>
        value switch
        {
            null => whenMissing,
            "0" or "false" or "off" => false,
            _ => true,
        };

    /// <summary>Cached for the last paragraph: each of its runs asks, and each time the SDK would search all children.</summary>
    public string? StyleIdOf(W.Paragraph paragraph)
    {
        if (lastLookup.Paragraph != paragraph)
            lastLookup = (
                paragraph,
                paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.InnerText ?? defaultParagraphStyle
            );
        return lastLookup.Style;
    }

    IEnumerable<W.Style> StyleChain(string? id)
    {
        // A damaged document may have a style that is based on itself: without a limit this would never end.
        for (
            var length = 0;
            length < StyleChainLimit && id is not null && styles.TryGetValue(id, out var style);
            length++
        )
        {
            yield return style;
            id = style.BasedOn?.Val?.InnerText;
        }
    }
}
