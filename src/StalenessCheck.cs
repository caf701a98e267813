namespace WorkReports;

/// <summary>Pillars and units whose newest report readers would call old, and pillars that have none.</summary>
public sealed class StalenessCheck(SiteProfile site, IReadOnlyList<Pillar> pillars, DateTimeOffset now)
{
    readonly Dictionary<string, DateTimeOffset> newestByPillar = [];
    readonly Dictionary<string, DateTimeOffset> newestByUnit = [];

    readonly HashSet<string> uncertainFolders = [];

    DateTimeOffset? newest;

    /// <summary>Counts a report that readers can see.</summary>
    public void Count(DateTimeOffset published, string unit, IEnumerable<string> ofThese)
    {
        if (newest is null || published > newest)
            newest = published;
        foreach (var pillar in ofThese)
            KeepNewest(newestByPillar, pillar, published);
        KeepNewest(newestByUnit, unit, published);
    }

    /// <summary>A file with errors: its last version may be what readers see, so nothing is said of its pillar.</summary>
    public void MarkUncertain(string path) => uncertainFolders.Add(path.Split('/')[0]);

    /// <param name="lineOf">The line of site.yml that holds a text.</param>
    public IEnumerable<Problem> Problems(Func<string, int> lineOf)
    {
        foreach (var pillar in pillars.Where(pillar => !uncertainFolders.Contains(pillar.Folder)))
        {
            var file = $"{pillar.Folder}/{Pillar.FileName}";
            if (!newestByPillar.TryGetValue(pillar.Slug, out var last))
                yield return Warning(
                    file,
                    1,
                    "pillar-empty",
                    $"“{pillar.Title}”一篇报告也没有，读者打开是空的。请发布一篇，或者先把这个文件夹移走。"
                );
            else if (Age(last) is var days && days > site.PillarDays)
                yield return Warning(file, 1, "pillar-stale", $"“{pillar.Title}”{Old(days, last, site.PillarDays)}");
        }
        foreach (var unit in site.UnitDays is null ? [] : site.Units)
        {
            if (!newestByUnit.TryGetValue(unit.Slug, out var last))
                yield return Warning(
                    SiteProfile.FileName,
                    lineOf(unit.Name),
                    "unit-stale",
                    $"“{unit.Name}”登记了，一篇报告也没有发布。"
                );
            else if (Age(last) is var days && days > site.UnitDays)
                yield return Warning(
                    SiteProfile.FileName,
                    lineOf(unit.Name),
                    "unit-stale",
                    $"“{unit.Name}”{Old(days, last, site.UnitDays)}"
                );
        }
        if (newest is { } latest && Age(latest) is var age && age > site.SiteDays)
            yield return Warning(SiteProfile.FileName, 1, "site-stale", $"全站{Old(age, latest, site.SiteDays)}");
    }

    int Age(DateTimeOffset last) => (BeijingTime.At(now).Date - BeijingTime.At(last).Date).Days;

    static string Old(int days, DateTimeOffset last, int? most) =>
        $"已经 {days} 天没有新报告（最近一篇是 {BeijingTime.Date(last)}），超过了 site.yml 定的 {most} 天。请发布新的报告。";

    static Problem Warning(string file, int line, string code, string message) =>
        new(file, line, Severity.Warning, code, message);

    static void KeepNewest(Dictionary<string, DateTimeOffset> dates, string key, DateTimeOffset date)
    {
        if (!dates.TryGetValue(key, out var last) || date > last)
            dates[key] = date;
    }
}
