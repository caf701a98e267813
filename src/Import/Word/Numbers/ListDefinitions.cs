using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word.Numbers;

/// <summary>A list of a document.</summary>
/// <param name="Shared">What it has in common with others, and counts on together with them.</param>
/// <param name="StartOverrides">Levels, from 0, at which it begins anew.</param>
sealed record ListDefinition(
    string Shared,
    IReadOnlyDictionary<int, ListLevel> Levels,
    IReadOnlyDictionary<int, int> StartOverrides
)
{
    /// <summary>The level that belongs to a paragraph style; null where none does.</summary>
    public int? LevelOfStyle(string style)
    {
        foreach (var (at, level) in Levels)
        {
            if (level.StyleId == style)
                return at;
        }
        return null;
    }
}

/// <summary>The lists that a document defines, by the numbers that its paragraphs name.</summary>
sealed class ListDefinitions
{
    readonly Dictionary<string, ListDefinition> lists = [];
    readonly Dictionary<string, Dictionary<int, ListLevel>> levels = [];

    /// <summary>A definition that only names a style: its levels are those of the definition that the style has.</summary>
    readonly Dictionary<string, string> styleOf = [];
    readonly Dictionary<string, string> ofStyle = [];

    public ListDefinitions(W.Numbering? numbering)
    {
        foreach (var definition in numbering?.Elements<W.AbstractNum>() ?? [])
            Add(definition);
        foreach (var list in numbering?.Elements<W.NumberingInstance>() ?? [])
            Add(list);
    }

    public ListDefinition? Find(string list) => lists.GetValueOrDefault(list);

    void Add(W.AbstractNum definition)
    {
        if (
            definition.AbstractNumberId?.InnerText is not { } id
            || !levels.TryAdd(id, ByLevel(definition.Elements<W.Level>()))
        )
            return;
        if (definition.NumberingStyleLink?.Val?.InnerText is { } style)
            styleOf[id] = style;
        else if (definition.StyleLink?.Val?.InnerText is { } own)
            ofStyle.TryAdd(own, id);
    }

    void Add(W.NumberingInstance list)
    {
        if (list.NumberID?.InnerText is not { } id || list.AbstractNumId?.Val?.InnerText is not { } shared)
            return;
        if (styleOf.TryGetValue(shared, out var style) && ofStyle.TryGetValue(style, out var linked))
            shared = linked;
        if (!levels.TryGetValue(shared, out var common))
            return;
        var own = common;
        var starts = new Dictionary<int, int>();
        foreach (var change in list.Elements<W.LevelOverride>())
        {
            var at = ListLevel.ParseNumber(change.LevelIndex?.InnerText) ?? 0;
            if (change.Level is { } level && at is >= 0 and < ListLevel.Count)
            {
                own = own == common ? new(common) : own;
                own[at] = ListLevel.Of(level);
            }
            if (ListLevel.ParseNumber(change.StartOverrideNumberingValue?.Val?.InnerText) is { } start)
                starts[at] = start;
        }
        lists[id] = new ListDefinition(shared, own, starts);
    }

    static Dictionary<int, ListLevel> ByLevel(IEnumerable<W.Level> levels)
    {
        var by = new Dictionary<int, ListLevel>();
        foreach (var level in levels)
        {
            if ((ListLevel.ParseNumber(level.LevelIndex?.InnerText) ?? 0) is >= 0 and < ListLevel.Count and var at)
                by.TryAdd(at, ListLevel.Of(level));
        }
        return by;
    }
}
