using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>How a run or a paragraph looks: what it says itself, else its styles, else the document's defaults.</summary>
sealed class Formatting
{
    const int LongestChain = 20;

    /// <summary>In points, where a document says nothing.</summary>
    const double DefaultSize = 10;

    readonly Dictionary<string, W.Style> styles = [];
    readonly OpenXmlElement? runDefaults;
    readonly string? defaultParagraph;
    (W.Paragraph? Paragraph, string? Style) last;

    public Formatting(MainDocumentPart document)
    {
        var sheet = document.StyleDefinitionsPart?.Styles;
        foreach (var style in sheet?.Elements<W.Style>() ?? [])
        {
            if (style.StyleId?.InnerText is { } id)
                styles.TryAdd(id, style);
            if (style.Type?.InnerText is "paragraph" && IsOn(style.Default?.InnerText, whenMissing: false))
                defaultParagraph = style.StyleId?.InnerText;
        }
        runDefaults = sheet?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle;
    }

    /// <summary>The name of a paragraph's style in small letters. Word keeps the names of its own styles English everywhere.</summary>
    public string StyleName(W.Paragraph paragraph) =>
        StyleOf(paragraph) is { } id && styles.TryGetValue(id, out var style)
            ? style.StyleName?.Val?.InnerText?.ToLowerInvariant() ?? ""
            : "";

    /// <summary>A property of a paragraph.</summary>
    public T? Find<T>(W.Paragraph paragraph)
        where T : OpenXmlElement =>
        paragraph.ParagraphProperties?.GetFirstChild<T>()
        ?? Chain(StyleOf(paragraph))
            .Select(style => style.StyleParagraphProperties?.GetFirstChild<T>())
            .FirstOrDefault(found => found is not null);

    /// <summary>A property of a run in a paragraph.</summary>
    public T? Find<T>(W.RunProperties? run, W.Paragraph paragraph)
        where T : OpenXmlElement =>
        run?.GetFirstChild<T>()
        ?? Chain(run?.RunStyle?.Val?.InnerText)
            .Concat(Chain(StyleOf(paragraph)))
            .Select(style => style.StyleRunProperties?.GetFirstChild<T>())
            .FirstOrDefault(found => found is not null)
        ?? runDefaults?.GetFirstChild<T>();

    public bool Has<T>(W.RunProperties? run, W.Paragraph paragraph)
        where T : W.OnOffType => Find<T>(run, paragraph) is { } found && IsOn(found.Val?.InnerText);

    public RunLook Look(W.RunProperties? run, W.Paragraph paragraph)
    {
        var height = Find<W.VerticalTextAlignment>(run, paragraph)?.Val?.InnerText;
        var marks =
            (Has<W.Bold>(run, paragraph) ? Marks.Bold : 0)
            | (Has<W.Italic>(run, paragraph) ? Marks.Italic : 0)
            | (Has<W.Strike>(run, paragraph) || Has<W.DoubleStrike>(run, paragraph) ? Marks.Struck : 0)
            | (
                height == "superscript" ? Marks.Raised
                : height == "subscript" ? Marks.Lowered
                : 0
            );
        var halves = Find<W.FontSize>(run, paragraph)?.Val?.InnerText;
        var size = double.TryParse(halves, CultureInfo.InvariantCulture, out var half) ? half / 2 : DefaultSize;
        return new RunLook(marks, size, IsRed(Find<W.Color>(run, paragraph)?.Val?.InnerText));
    }

    static bool IsRed(string? colour) =>
        colour is { Length: 6 }
        && int.TryParse(colour, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
        && rgb >> 16 > 0xB0
        && (rgb >> 8 & 0xFF) < 0x50
        && (rgb & 0xFF) < 0x50;

    static bool IsOn(string? value, bool whenMissing = true) =>
        value switch
        {
            null => whenMissing,
            "0" or "false" or "off" => false,
            _ => true,
        };

    /// <summary>Kept for the paragraph at hand: each of its runs asks, and the SDK looks through all of them for an answer.</summary>
    public string? StyleOf(W.Paragraph paragraph)
    {
        if (last.Paragraph != paragraph)
            last = (paragraph, paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.InnerText ?? defaultParagraph);
        return last.Style;
    }

    IEnumerable<W.Style> Chain(string? id)
    {
        // A style that is based on itself is no end.
        for (var length = 0; length < LongestChain && id is not null && styles.TryGetValue(id, out var style); length++)
        {
            yield return style;
            id = style.BasedOn?.Val?.InnerText;
        }
    }
}
