using System.Globalization;
using WorkReports.Import.Word.Numbers;

namespace WorkReports.Import.Word.Fields;

/// <summary>Fields that count: LISTNUM within a paragraph, AUTONUM before one. Word stores no number of theirs.</summary>
sealed class FieldCounters
{
    const int LevelCount = 9;
    const string DefaultList = "NUMBERDEFAULT";

    /// <summary>The lists that every document has. A place for the number stands for that of its own level.</summary>
    static readonly Dictionary<string, (string Format, string Text)[]> Lists = new()
    {
        [DefaultList] =
        [
            ("decimal", "{0})"),
            ("lowerLetter", "{0})"),
            ("lowerRoman", "{0})"),
            ("decimal", "({0})"),
            ("lowerLetter", "({0})"),
            ("lowerRoman", "({0})"),
            ("decimal", "{0}."),
            ("lowerLetter", "{0}."),
            ("lowerRoman", "{0}."),
        ],
        ["OUTLINEDEFAULT"] =
        [
            ("upperRoman", "{0}."),
            ("upperLetter", "{0}."),
            ("decimal", "{0}."),
            ("lowerLetter", "{0})"),
            ("decimal", "({0})"),
            ("lowerLetter", "({0})"),
            ("lowerRoman", "({0})"),
            ("lowerLetter", "({0})"),
            ("lowerRoman", "({0})"),
        ],
    };

    /// <summary>What <c>\*</c> calls the formats of numbers. Capitals count.</summary>
    static readonly Dictionary<string, string> Formats = new()
    {
        ["ALPHABETIC"] = "upperLetter",
        ["alphabetic"] = "lowerLetter",
        ["ROMAN"] = "upperRoman",
        ["roman"] = "lowerRoman",
        ["CHINESENUM1"] = "chineseCounting",
        ["CHINESENUM2"] = "chineseLegalSimplified",
        ["CHINESENUM3"] = "chineseCountingThousand",
        ["GB1"] = "decimalEnclosedFullstop",
        ["GB2"] = "decimalEnclosedParen",
        ["GB3"] = "decimalEnclosedCircle",
        ["CIRCLENUM"] = "decimalEnclosedCircle",
        ["ZODIAC1"] = "ideographTraditional",
        ["ZODIAC2"] = "ideographZodiac",
        ["ZODIAC3"] = "ideographZodiacTraditional",
    };

    readonly Dictionary<string, int[]> numbers = [];
    readonly Dictionary<string, int> automatic = [];

    /// <summary>Null for a list that the document defines itself.</summary>
    public string? NextOfList(FieldCode code)
    {
        var list = code.Arguments.Count > 0 ? code.Arguments[0].ToUpperInvariant() : DefaultList;
        var isLegal = list == "LEGALDEFAULT";
        if (!isLegal && !Lists.ContainsKey(list))
            return null;
        if (!numbers.TryGetValue(list, out var counts))
            numbers[list] = counts = new int[LevelCount];
        var level = Math.Clamp(Number(code, "l") ?? 1, 1, LevelCount) - 1;
        counts[level] = Number(code, "s") ?? counts[level] + 1;
        Array.Clear(counts, level + 1, LevelCount - level - 1);
        if (isLegal)
            return string.Concat(counts[..(level + 1)].Select(number => $"{Math.Max(number, 1)}."));
        var (format, text) = Lists[list][level];
        return string.Format(
            CultureInfo.InvariantCulture,
            text,
            NumberFormat.Write(counts[level], format, null, out _)
        );
    }

    /// <summary>Each kind counts by itself.</summary>
    public string NextAutomatic(FieldCode code)
    {
        var number = automatic[code.Name] = automatic.GetValueOrDefault(code.Name) + 1;
        var format = code.Name == "AUTONUMOUT" ? "upperRoman" : "decimal";
        if (code.Switches.TryGetValue("*", out var named))
            format = Formats.GetValueOrDefault(named, format);
        var end = code.Switches.ContainsKey("e") ? "" : code.Switches.GetValueOrDefault("s", ".");
        return NumberFormat.Write(number, format, null, out _) + end;
    }

    static int? Number(FieldCode code, string name) =>
        code.Switches.TryGetValue(name, out var value)
        && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Min(number, short.MaxValue)
            : null;
}
