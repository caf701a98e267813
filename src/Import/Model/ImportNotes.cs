namespace WorkReports.Import.Model;

/// <summary>What an import leaves behind or changes, with the places, so that an editor can look there.</summary>
sealed class ImportNotes
{
    const int MostPlaces = 5;
    const int LongestOpening = 12;

    readonly List<(bool IsLost, string What, DocumentLocation Place)> all = [];
    readonly Dictionary<DocumentLocation, string> openings = [];

    /// <summary>The place that is read now.</summary>
    public DocumentLocation Here { get; set; }

    public IReadOnlyList<string> Lost => Tell(isLost: true);

    public IReadOnlyList<string> Changed => Tell(isLost: false);

    /// <summary>What the report will lack.</summary>
    public void Lose(string what) => all.Add((true, what, Here));

    /// <summary>What the report has otherwise than the document.</summary>
    public void Change(string what) => Change(what, Here);

    public void Change(string what, DocumentLocation place) => all.Add((false, what, place));

    /// <summary>Places are told by their first words: Word shows no numbers of paragraphs.</summary>
    public void Name(DocumentLocation place, string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        openings[place] =
            line.Length <= LongestOpening ? line : line[..LongestOpening].TrimEnd('\uD83C', '\uD83D', '\uD83E') + "……";
    }

    List<string> Tell(bool isLost) =>
        [
            .. all.Where(one => one.IsLost == isLost)
                .GroupBy(one => one.What)
                .Select(same => Tell(same.Key, [.. same.Select(one => one.Place)])),
        ];

    string Tell(string what, List<DocumentLocation> places)
    {
        var named = places.Distinct().Where(place => place != default).Select(Tell).ToList();
        if (named.Count == 0)
            return what + "。";
        var list = string.Join("、", named.Take(MostPlaces)) + (named.Count > MostPlaces ? "等处" : "");
        return places.Count > 1 ? $"{what}（{places.Count} 处）：{list}。" : $"{what}：{list}。";
    }

    string Tell(DocumentLocation place) =>
        place.Table > 0 ? $"第 {place.Table} 个表格"
        : openings.GetValueOrDefault(place) is { Length: > 0 } opening ? $"第 {place.Paragraph} 段“{opening}”"
        : $"第 {place.Paragraph} 段";
}
