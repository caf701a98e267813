namespace WorkReports.Index;

/// <summary>Which reports a search may find, whatever they say: visible at the moment, and as the reader chose.</summary>
/// <param name="IsPreview">Drafts, scheduled and expired reports are visible, too.</param>
/// <param name="Units">By their numbers; null for all.</param>
/// <param name="Pillars">Sets of bits; of each, one must be there.</param>
sealed record SearchSelection(
    bool IsPreview, long Now, long From, long Until, (int From, int To)[] Years, HashSet<int>? Units, ulong[] Pillars,
    int? ChosenUnit, ulong? ChosenPillar, int? ChosenYear)
{
    public bool Admits(in SearchDoc doc)
    {
        if (!(IsPreview ? doc.Is : doc.IsVisible(Now)) || doc.Published < From || doc.Published >= Until) return false;
        if (Units is not null && !Units.Contains(doc.Unit)) return false;
        foreach (var (from, to) in Years)
        {
            if (doc.Year < from || doc.Year > to) return false;
        }
        foreach (var bits in Pillars)
        {
            if ((doc.Pillars & bits) == 0) return false;
        }
        return true;
    }

    public bool IsOfUnit(in SearchDoc doc) => ChosenUnit is not { } unit || doc.Unit == unit;

    public bool IsOfPillar(in SearchDoc doc) => ChosenPillar is not { } pillar || (doc.Pillars & pillar) != 0;

    public bool IsOfYear(in SearchDoc doc) => ChosenYear is not { } year || doc.Year == year;
}
