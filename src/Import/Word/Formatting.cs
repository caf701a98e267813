using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Model;
using WorkReports.Import.Word.SymbolFonts;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>The format of a run or a paragraph: its own properties, else those of its styles, else the document's defaults.</summary>
sealed class Formatting
{
    const int StyleChainLimit = 20;

    /// <summary>Each run's font is counted by its name: a name as long as a book must not be read for each of them.</summary>
    const int FontNameLengthLimit = 64;

    /// <summary>In points, where a document sets none.</summary>
    const double DefaultFontSize = 10;

    readonly Dictionary<string, W.Style> styles = [];
    readonly Dictionary<string, string> styleNames = [];
    readonly Dictionary<(string? Style, Type Property), OpenXmlElement?> ofParagraphStyles = [];
    readonly Dictionary<(string? Style, Type Property), OpenXmlElement?> ofRunStyles = [];
    readonly OpenXmlElement? runDefaults;
    readonly string? defaultParagraphStyle;
    readonly Dictionary<string, (string? List, int? Level)> listsOfStyles = [];
    (W.Paragraph? Paragraph, string? Style) lastLookup;

    public Formatting(MainDocumentPart document)
    {
        var sheet = document.StyleDefinitionsPart?.Styles;
        foreach (var style in sheet?.Elements<W.Style>() ?? [])
        {
            if (style.StyleId?.InnerText is { } id && styles.TryAdd(id, style))
                styleNames[id] = style.StyleName?.Val?.InnerText?.ToLowerInvariant() ?? "";
            if (style.Type?.InnerText is "paragraph" && IsTrue(style.Default?.InnerText, whenMissing: false))
                defaultParagraphStyle = style.StyleId?.InnerText;
        }
        runDefaults = sheet?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle;
    }

    /// <summary>The name of a paragraph's style in small letters. Word keeps the names of its own styles English everywhere.</summary>
    public string StyleName(W.Paragraph paragraph) => StyleIdOf(paragraph) is { } id ? NameOfStyle(id) : "";

    public string NameOfStyle(string id) => styleNames.GetValueOrDefault(id, "");

    /// <summary>A property of a paragraph.</summary>
    public T? Find<T>(W.Paragraph paragraph)
        where T : OpenXmlElement =>
        paragraph.ParagraphProperties?.GetFirstChild<T>()
        ?? Find<T>(StyleIdOf(paragraph), ofParagraphStyles, style => style.StyleParagraphProperties);

    /// <summary>A property of a run in a paragraph.</summary>
    public T? Find<T>(W.RunProperties? run, W.Paragraph paragraph)
        where T : OpenXmlElement =>
        run?.GetFirstChild<T>()
        ?? Find<T>(run?.RunStyle?.Val?.InnerText, ofRunStyles, style => style.StyleRunProperties)
        ?? Find<T>(StyleIdOf(paragraph), ofRunStyles, style => style.StyleRunProperties)
        ?? runDefaults?.GetFirstChild<T>();

    /// <summary>Remembered: each run asks for each property, and a style may have thousands.</summary>
    T? Find<T>(
        string? id,
        Dictionary<(string? Style, Type Property), OpenXmlElement?> known,
        Func<W.Style, OpenXmlElement?> properties
    )
        where T : OpenXmlElement
    {
        if (id is null)
            return null;
        if (!known.TryGetValue((id, typeof(T)), out var found))
            known[(id, typeof(T))] = found = StyleChain(id)
                .Select(style => properties(style)?.GetFirstChild<T>())
                .FirstOrDefault(property => property is not null);
        return (T?)found;
    }

    /// <summary>The list of a paragraph, and its level in it; each is inherited by itself. Null for a paragraph in no list.</summary>
    public (string List, int? Level)? ListOf(W.Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var inherited = StyleIdOf(paragraph) is { } style ? ListOfStyle(style) : default;
        var list = own?.NumberingId?.Val?.InnerText ?? inherited.List;
        return list is null ? null : (list, LevelOf(own) ?? inherited.Level);
    }

    /// <summary>The style of a paragraph, and those that it is based on.</summary>
    public IEnumerable<string> StyleIdsOf(W.Paragraph paragraph) =>
        StyleChain(StyleIdOf(paragraph)).Select(style => style.StyleId?.InnerText).OfType<string>();

    (string? List, int? Level) ListOfStyle(string id)
    {
        if (listsOfStyles.TryGetValue(id, out var known))
            return known;
        var all = StyleChain(id).Select(style => style.StyleParagraphProperties?.NumberingProperties).ToList();
        return listsOfStyles[id] = (
            all.Select(list => list?.NumberingId?.Val?.InnerText).FirstOrDefault(list => list is not null),
            all.Select(LevelOf).FirstOrDefault(level => level is not null)
        );
    }

    static int? LevelOf(W.NumberingProperties? list) =>
        int.TryParse(list?.NumberingLevelReference?.Val?.InnerText, CultureInfo.InvariantCulture, out var level)
            ? level
            : null;

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
        var fonts = Find<W.RunFonts>(run, paragraph);
        var latin = fonts?.Ascii?.InnerText ?? fonts?.HighAnsi?.InnerText;
        return new RunFormat(
            inline,
            size,
            IsRed(Find<W.Color>(run, paragraph)?.Val?.InnerText),
            fonts?.EastAsia?.InnerText is { Length: <= FontNameLengthLimit } font ? font : "",
            IsOn<W.Caps>(run, paragraph),
            SymbolFont.IsOne(latin) ? latin : null
        );
    }

    public static bool IsRed(string? colour) =>
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
