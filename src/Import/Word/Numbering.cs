using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>The numbers that Word sets before paragraphs: not one stands in the text, so they are counted as Word counts them.</summary>
sealed partial class Numbering
{
    const int Levels = 9;

    readonly Dictionary<string, Dictionary<int, W.Level>> levelsOf = [];
    readonly Dictionary<string, string> abstractOf = [];
    readonly Dictionary<(string Number, int Level), int> restarts = [];
    readonly Dictionary<string, int[]> counters = [];
    readonly Formatting formatting;

    public Numbering(MainDocumentPart document, Formatting formatting)
    {
        this.formatting = formatting;
        var numbering = document.NumberingDefinitionsPart?.Numbering;
        var kinds = new Dictionary<string, Dictionary<int, W.Level>>();
        foreach (var kind in numbering?.Elements<W.AbstractNum>() ?? [])
        {
            if (kind.AbstractNumberId?.InnerText is { } id)
                kinds.TryAdd(id, ByLevel(kind.Elements<W.Level>()));
        }
        foreach (var list in numbering?.Elements<W.NumberingInstance>() ?? [])
            Add(list, kinds);
    }

    /// <summary>The next number of a paragraph's list; null for a paragraph that is in none.</summary>
    public Label? Next(W.Paragraph paragraph)
    {
        if (
            formatting.Find<W.NumberingProperties>(paragraph) is not { } properties
            || properties.NumberingId?.Val?.InnerText is not { } list
            || !levelsOf.TryGetValue(list, out var levels)
        )
            return null;
        var at = Math.Clamp(
            Whole(properties.NumberingLevelReference?.Val?.InnerText) ?? LevelOfStyle(paragraph, levels),
            0,
            Levels - 1
        );
        if (!levels.TryGetValue(at, out var level))
            return null;

        var count = Count(list, at, levels);
        var format = level.NumberingFormat?.Val?.InnerText ?? "decimal";
        if (format == "bullet")
            return new Label("", at, 0, IsBullet: true);
        var text = Place()
            .Replace(level.LevelText?.Val?.InnerText ?? "", match => Print(match.Value[1] - '1', count, levels));
        if (text.Length == 0)
            return null;
        // After 一、 stands no space, after 1. stands one.
        var space = text[^1] < '\u2E80' || text[0] == '第' ? " " : "";
        return new Label(text + space, at, count[at], IsBullet: false);
    }

    /// <summary>A style that is numbered says the list alone; the list says which level is the style's.</summary>
    int LevelOfStyle(W.Paragraph paragraph, Dictionary<int, W.Level> levels) =>
        levels
            .FirstOrDefault(level =>
                level.Value.ParagraphStyleIdInLevel?.Val?.InnerText is { } style
                && style == formatting.StyleOf(paragraph)
            )
            .Key;

    void Add(W.NumberingInstance list, Dictionary<string, Dictionary<int, W.Level>> kinds)
    {
        if (
            list.NumberID?.InnerText is not { } id
            || list.AbstractNumId?.Val?.InnerText is not { } kind
            || !kinds.TryGetValue(kind, out var levels)
        )
            return;
        abstractOf[id] = kind;
        levelsOf[id] = new(levels);
        foreach (var change in list.Elements<W.LevelOverride>())
        {
            var at = Whole(change.LevelIndex?.InnerText) ?? 0;
            if (change.Level is { } level)
                levelsOf[id][at] = level;
            if (Whole(change.StartOverrideNumberingValue?.Val?.InnerText) is { } start)
                restarts[(id, at)] = start;
        }
    }

    /// <summary>Lists of one kind go on counting together, unless one says where it starts; a higher level starts the lower ones anew.</summary>
    int[] Count(string list, int at, Dictionary<int, W.Level> levels)
    {
        if (!counters.TryGetValue(abstractOf[list], out var count))
            counters[abstractOf[list]] = count = new int[Levels];
        if (restarts.Remove((list, at), out var start))
            count[at] = start - 1;
        else if (count[at] == 0)
            count[at] = Start(levels, at) - 1;
        count[at]++;
        Array.Clear(count, at + 1, Levels - at - 1);
        for (var above = 0; above < at; above++)
        {
            if (count[above] == 0)
                count[above] = Start(levels, above);
        }
        return count;
    }

    static int Start(Dictionary<int, W.Level> levels, int at) =>
        levels.TryGetValue(at, out var level) ? Whole(level.StartNumberingValue?.Val?.InnerText) ?? 1 : 1;

    static string Print(int at, int[] count, Dictionary<int, W.Level> levels)
    {
        if (at is < 0 or >= Levels)
            return "";
        var number = count[at];
        var plain = number.ToString(CultureInfo.InvariantCulture);
        return (levels.TryGetValue(at, out var level) ? level.NumberingFormat?.Val?.InnerText : null) switch
        {
            "none" => "",
            "chineseCounting"
            or "chineseCountingThousand"
            or "taiwaneseCounting"
            or "taiwaneseCountingThousand"
            or "japaneseCounting"
            or "ideographDigital" => ChineseNumber.Of(number),
            "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is >= 1 and <= 20 => (
                (char)('①' + number - 1)
            ).ToString(),
            "lowerLetter" when number is >= 1 and <= 26 => ((char)('a' + number - 1)).ToString(),
            "upperLetter" when number is >= 1 and <= 26 => ((char)('A' + number - 1)).ToString(),
            _ => plain,
        };
    }

    static Dictionary<int, W.Level> ByLevel(IEnumerable<W.Level> levels)
    {
        var by = new Dictionary<int, W.Level>();
        foreach (var level in levels)
            by.TryAdd(Whole(level.LevelIndex?.InnerText) ?? 0, level);
        return by;
    }

    static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, -9999, 9999)
            : null;

    [GeneratedRegex("%[1-9]")]
    private static partial Regex Place();
}
