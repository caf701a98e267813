using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>The numbers that Word shows before paragraphs: none is stored in the file, so they are counted as Word counts them.</summary>
sealed partial class Numbering
{
    const int LevelCount = 9;

    readonly Dictionary<string, Dictionary<int, W.Level>> levelsByList = [];
    readonly Dictionary<string, string> abstractNumberingByList = [];
    readonly Dictionary<(string Number, int Level), int> startOverrides = [];
    readonly Dictionary<string, int[]> counters = [];
    readonly Formatting formatting;

    public Numbering(MainDocumentPart document, Formatting formatting)
    {
        this.formatting = formatting;
        var numbering = document.NumberingDefinitionsPart?.Numbering;
        var abstractNumberings = new Dictionary<string, Dictionary<int, W.Level>>();
        foreach (var abstractNumbering in numbering?.Elements<W.AbstractNum>() ?? [])
        {
            if (abstractNumbering.AbstractNumberId?.InnerText is { } id)
                abstractNumberings.TryAdd(id, ByLevel(abstractNumbering.Elements<W.Level>()));
        }
        foreach (var list in numbering?.Elements<W.NumberingInstance>() ?? [])
            Add(list, abstractNumberings);
    }

    /// <summary>The next number of a paragraph's list; null for a paragraph that is in none.</summary>
    public ListMarker? NextMarker(W.Paragraph paragraph)
    {
        if (
            formatting.Find<W.NumberingProperties>(paragraph) is not { } properties
            || properties.NumberingId?.Val?.InnerText is not { } list
            || !levelsByList.TryGetValue(list, out var levels)
        )
            return null;
        var at = Math.Clamp(
            ParseNumber(properties.NumberingLevelReference?.Val?.InnerText) ?? LevelOfStyle(paragraph, levels),
            0,
            LevelCount - 1
        );
        if (!levels.TryGetValue(at, out var level))
            return null;

        var count = Advance(list, at, levels);
        var format = level.NumberingFormat?.Val?.InnerText ?? "decimal";
        if (format == "bullet")
            return new ListMarker("", at, 0, IsBullet: true);
        var text = LevelPlaceholder()
            .Replace(level.LevelText?.Val?.InnerText ?? "", match => FormatNumber(match.Value[1] - '1', count, levels));
        if (text.Length == 0)
            return null;
        // After 一、 stands no space, after 1. stands one.
        var space = text[^1] < '\u2E80' || text[0] == '第' ? " " : "";
        return new ListMarker(text + space, at, count[at], IsBullet: false);
    }

    /// <summary>A numbered style names its list but no level; the list says which level is the style's.</summary>
    int LevelOfStyle(W.Paragraph paragraph, Dictionary<int, W.Level> levels) =>
        levels
            .FirstOrDefault(level =>
                level.Value.ParagraphStyleIdInLevel?.Val?.InnerText is { } style
                && style == formatting.StyleIdOf(paragraph)
            )
            .Key;

    void Add(W.NumberingInstance list, Dictionary<string, Dictionary<int, W.Level>> abstractNumberings)
    {
        if (
            list.NumberID?.InnerText is not { } id
            || list.AbstractNumId?.Val?.InnerText is not { } abstractNumbering
            || !abstractNumberings.TryGetValue(abstractNumbering, out var levels)
        )
            return;
        abstractNumberingByList[id] = abstractNumbering;
        levelsByList[id] = new(levels);
        foreach (var levelOverride in list.Elements<W.LevelOverride>())
        {
            var at = ParseNumber(levelOverride.LevelIndex?.InnerText) ?? 0;
            if (levelOverride.Level is { } level)
                levelsByList[id][at] = level;
            if (ParseNumber(levelOverride.StartOverrideNumberingValue?.Val?.InnerText) is { } start)
                startOverrides[(id, at)] = start;
        }
    }

    /// <summary>Lists of one abstract numbering count on together, unless one overrides its start; a higher level restarts the lower ones.</summary>
    int[] Advance(string list, int at, Dictionary<int, W.Level> levels)
    {
        if (!counters.TryGetValue(abstractNumberingByList[list], out var count))
            counters[abstractNumberingByList[list]] = count = new int[LevelCount];
        if (startOverrides.Remove((list, at), out var start))
            count[at] = start - 1;
        else if (count[at] == 0)
            count[at] = StartNumber(levels, at) - 1;
        count[at]++;
        Array.Clear(count, at + 1, LevelCount - at - 1);
        for (var above = 0; above < at; above++)
        {
            if (count[above] == 0)
                count[above] = StartNumber(levels, above);
        }
        return count;
    }

    static int StartNumber(Dictionary<int, W.Level> levels, int at) =>
        levels.TryGetValue(at, out var level) ? ParseNumber(level.StartNumberingValue?.Val?.InnerText) ?? 1 : 1;

    static string FormatNumber(int at, int[] count, Dictionary<int, W.Level> levels)
    {
        if (at is < 0 or >= LevelCount)
            return "";
        var number = count[at];
        var decimalNumber = number.ToString(CultureInfo.InvariantCulture);
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
            _ => decimalNumber,
        };
    }

    static Dictionary<int, W.Level> ByLevel(IEnumerable<W.Level> levels)
    {
        var by = new Dictionary<int, W.Level>();
        foreach (var level in levels)
        {
            if ((ParseNumber(level.LevelIndex?.InnerText) ?? 0) is >= 0 and < LevelCount and var at)
                by.TryAdd(at, level);
        }
        return by;
    }

    static int? ParseNumber(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, -9999, 9999)
            : null;

    [GeneratedRegex("%[1-9]")]
    private static partial Regex LevelPlaceholder();
}
