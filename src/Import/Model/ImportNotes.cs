namespace WorkReports.Import.Model;

/// <summary>What an import leaves behind or changes, with the places, so that an editor can look there.</summary>
sealed class ImportNotes
{
    const int ListedLocationLimit = 5;
    const int ExcerptLengthLimit = 12;

    readonly List<(bool IsLost, string What, DocumentLocation Place)> all = [];
    readonly Dictionary<DocumentLocation, string> excerpts = [];

    /// <summary>The place that is read now.</summary>
    public DocumentLocation CurrentLocation { get; set; }

    public IReadOnlyList<string> Lost => Describe(isLost: true);

    public IReadOnlyList<string> Changed => Describe(isLost: false);

    /// <summary>What the report will lack.</summary>
    public void AddLoss(string what) => all.Add((true, what, CurrentLocation));

    /// <summary>What the report has otherwise than the document.</summary>
    public void AddChange(string what) => AddChange(what, CurrentLocation);

    public void AddChange(string what, DocumentLocation place) => all.Add((false, what, place));

    /// <summary>Places are told by their first words: Word shows no numbers of paragraphs.</summary>
    public void SetExcerpt(DocumentLocation place, string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        excerpts[place] =
            line.Length <= ExcerptLengthLimit
                ? line
                : line[..ExcerptLengthLimit].TrimEnd('\uD83C', '\uD83D', '\uD83E') + "……";
    }

    List<string> Describe(bool isLost) =>
        [
            .. all.Where(one => one.IsLost == isLost)
                .GroupBy(one => one.What)
                .Select(same => Describe(same.Key, [.. same.Select(one => one.Place)])),
        ];

    string Describe(string what, List<DocumentLocation> places)
    {
        var named = places.Distinct().Where(place => place != default).Select(Describe).ToList();
        if (named.Count == 0)
            return what + "。";
        var list =
            string.Join("、", named.Take(ListedLocationLimit)) + (named.Count > ListedLocationLimit ? "等处" : "");
        return places.Count > 1 ? $"{what}（{places.Count} 处）：{list}。" : $"{what}：{list}。";
    }

    string Describe(DocumentLocation place) =>
        place.Table > 0 ? $"第 {place.Table} 个表格"
        : excerpts.GetValueOrDefault(place) is { Length: > 0 } opening ? $"第 {place.Paragraph} 段“{opening}”"
        : $"第 {place.Paragraph} 段";
}
