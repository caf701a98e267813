namespace WorkReports.Import.Model;

/// <summary>What an import loses or changes, with the locations, so that an editor can look there.</summary>
sealed class ImportNotes
{
    const int ListedLocationLimit = 5;
    const int ExcerptLengthLimit = 12;

    readonly List<(bool IsLost, string What, DocumentLocation Location)> all = [];
    readonly Dictionary<DocumentLocation, string> excerpts = [];

    /// <summary>What is being read: each loss and change is noted with it.</summary>
    public DocumentLocation CurrentLocation { get; set; }

    public IReadOnlyList<string> Lost => Describe(isLost: true);

    public IReadOnlyList<string> Changed => Describe(isLost: false);

    /// <summary>What the report will lack.</summary>
    public void AddLoss(string what) => all.Add((true, what, CurrentLocation));

    /// <summary>What the report has otherwise than the document.</summary>
    public void AddChange(string what) => AddChange(what, CurrentLocation);

    public void AddChange(string what, DocumentLocation location) => all.Add((false, what, location));

    /// <summary>A location is shown with its first words: Word shows no paragraph numbers.</summary>
    public void SetExcerpt(DocumentLocation location, string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        excerpts[location] =
            line.Length <= ExcerptLengthLimit
                ? line
                : line[..ExcerptLengthLimit].TrimEnd('\uD83C', '\uD83D', '\uD83E') + "……";
    }

    List<string> Describe(bool isLost) =>
        [
            .. all.Where(one => one.IsLost == isLost)
                .GroupBy(one => one.What)
                .Select(same => Describe(same.Key, [.. same.Select(one => one.Location)])),
        ];

    string Describe(string what, List<DocumentLocation> locations)
    {
        var named = locations.Distinct().Where(location => location != default).Select(Describe).ToList();
        if (named.Count == 0)
            return what + "。";
        var list =
            string.Join("、", named.Take(ListedLocationLimit)) + (named.Count > ListedLocationLimit ? "等处" : "");
        return locations.Count > 1 ? $"{what}（{locations.Count} 处）：{list}。" : $"{what}：{list}。";
    }

    string Describe(DocumentLocation location) =>
        location.Table > 0 ? $"第 {location.Table} 个表格"
        : excerpts.GetValueOrDefault(location) is { Length: > 0 } excerpt ? $"第 {location.Paragraph} 段“{excerpt}”"
        : $"第 {location.Paragraph} 段";
}
