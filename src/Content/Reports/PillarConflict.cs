namespace WorkReports.Content.Reports;

/// <summary>Two pillars that want one address: it belongs to the one that was published there, else to the first.</summary>
static class PillarConflict
{
    /// <param name="lastOf">A pillar as readers see it now, by its folder; null for one that they do not.</param>
    public static IReadOnlyList<Pillar> Losers(IEnumerable<Pillar> pillars, Func<string, Pillar?> lastOf) =>
        [
            .. pillars
                .GroupBy(pillar => pillar.Slug)
                .SelectMany(same =>
                    same.OrderByDescending(pillar => lastOf(pillar.Folder)?.Slug == pillar.Slug).Skip(1)
                ),
        ];

    public static Problem Of(Pillar loser, string path) =>
        new(path, 1, Severity.Error, AddressConflict.Code, $"网址“{loser.Slug}”已经被别的机关占用。请改成不同的。");
}
