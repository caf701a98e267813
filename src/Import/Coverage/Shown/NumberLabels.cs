using System.Globalization;
using System.Text;
using System.Xml;

namespace WorkReports.Import.Coverage.Shown;

/// <summary>
/// The numbers that Word sets before paragraphs, counted anew from the definitions. Bullets are no numbers; what is counted in a way
/// that is not known here is not compared.
/// </summary>
sealed class NumberLabels
{
    const int LevelCount = 9;
    const int NumberLimit = 9999;

    readonly Dictionary<string, Level?[]> definitions = [];
    readonly Dictionary<string, (string Definition, Dictionary<int, int> Starts, Level?[] Levels)> lists = [];
    readonly Dictionary<string, int[]> counters = [];
    readonly HashSet<(string List, int Level)> started = [];

    public static NumberLabels Read(WordParts parts)
    {
        var labels = new NumberLabels();
        foreach (var part in parts.OfType("numbering"))
        {
            using var xml = parts.Open(part);
            if (xml is not null)
                labels.Read(xml);
        }
        return labels;
    }

    /// <summary>The number of the next paragraph of a list; null for none, and for a bullet.</summary>
    /// <param name="level">Null where the paragraph's style tells it.</param>
    public string? Next(string list, int? level, string? style)
    {
        if (!lists.TryGetValue(list, out var found))
            return null;
        var at = Math.Clamp(
            level ?? Array.FindIndex(found.Levels, one => one?.Style is { } own && own == style),
            0,
            LevelCount - 1
        );
        if (found.Levels[at] is not { } definition)
            return null;
        var count = Count(list, at, found);
        return definition.Format == "bullet" ? null : TextOf(definition, count, found.Levels);
    }

    int[] Count(string list, int at, (string Definition, Dictionary<int, int> Starts, Level?[] Levels) found)
    {
        if (!counters.TryGetValue(found.Definition, out var count))
            counters[found.Definition] = count = new int[LevelCount];
        if (found.Starts.TryGetValue(at, out var start) && started.Add((list, at)))
            count[at] = start;
        else
            count[at] = count[at] == 0 ? StartOf(found.Levels, at) : Math.Min(count[at] + 1, NumberLimit);
        for (var above = 0; above < at; above++)
            count[above] = count[above] == 0 ? StartOf(found.Levels, above) : count[above];
        for (var below = at + 1; below < LevelCount; below++)
            count[below] = found.Levels[below] is { Restart: 0 } ? count[below] : 0;
        return count;
    }

    static int StartOf(Level?[] levels, int at) => levels[at]?.Start ?? 1;

    static string? TextOf(Level level, int[] count, Level?[] levels)
    {
        var text = new StringBuilder();
        for (var at = 0; at < level.Text.Length; at++)
        {
            if (level.Text[at] != '%' || at + 1 == level.Text.Length || level.Text[at + 1] is < '1' or > '9')
            {
                text.Append(level.Text[at]);
                continue;
            }
            var other = level.Text[++at] - '1';
            var format = level.IsLegal ? "decimal" : levels[other]?.Format ?? "decimal";
            if (NumberFormats.Write(format, count[other]) is not { } number)
                return null;
            text.Append(number);
        }
        return text.ToString();
    }

    void Read(XmlReader xml)
    {
        var (definition, list, at) = ((Level?[]?)null, (string?)null, 0);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            switch (xml.LocalName)
            {
                case "abstractNum" when Value(xml, "abstractNumId") is { } id:
                    (definition, list) = (new Level?[LevelCount], null);
                    definitions.TryAdd(id, definition);
                    break;
                case "num" when Value(xml, "numId") is { } id:
                    (definition, list) = (null, id);
                    break;
                case "abstractNumId"
                    when list is not null && Value(xml) is { } id && definitions.TryGetValue(id, out var own):
                    definition = [.. own];
                    lists.TryAdd(list, (id, [], definition));
                    break;
                case "startOverride" when list is not null && lists.TryGetValue(list, out var found):
                    found.Starts[at] = NumberOf(xml) ?? 1;
                    break;
                case "lvlOverride" or "lvl" when NumberOf(xml, "ilvl") is >= 0 and < LevelCount and var level:
                    at = level;
                    if (xml.LocalName == "lvl" && definition is not null)
                        definition[at] = new Level();
                    break;
                default:
                    definition?[at]?.Read(xml);
                    break;
            }
        }
    }

    static string? Value(XmlReader xml, string name = "val") => WordStyles.Attribute(xml, name);

    static int? NumberOf(XmlReader xml, string name = "val") =>
        int.TryParse(Value(xml, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, -NumberLimit, NumberLimit)
            : null;

    sealed class Level
    {
        public string Format { get; private set; } = "decimal";
        public string Text { get; private set; } = "";
        public int Start { get; private set; } = 1;
        public int? Restart { get; private set; }
        public bool IsLegal { get; private set; }
        public string? Style { get; private set; }

        public void Read(XmlReader xml)
        {
            switch (xml.LocalName)
            {
                case "numFmt":
                    Format = Value(xml) ?? Format;
                    break;
                case "lvlText":
                    Text = Value(xml) ?? "";
                    break;
                case "start":
                    Start = NumberOf(xml) ?? 1;
                    break;
                case "lvlRestart":
                    Restart = NumberOf(xml);
                    break;
                case "isLgl":
                    IsLegal = WordStyles.IsOn(Value(xml));
                    break;
                case "pStyle":
                    Style = Value(xml);
                    break;
            }
        }
    }
}
