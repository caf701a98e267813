namespace WorkReports.Import.Word.Numbers;

/// <summary>The numbers that the levels of a list have reached.</summary>
sealed class ListCounter
{
    readonly int?[] numbers = new int?[ListLevel.Count];

    /// <summary>The number of a level; where none was counted yet, the first one.</summary>
    public int Of(int at, ListDefinition list) => numbers[at] ?? StartOf(at, list);

    /// <summary>Counts one paragraph, and sets lower levels back.</summary>
    /// <param name="start">Where a list begins anew; null where it counts on.</param>
    public int Advance(int at, ListDefinition list, int? start)
    {
        for (var above = 0; above < at; above++)
            numbers[above] ??= StartOf(above, list);
        for (var below = at + 1; below < ListLevel.Count; below++)
        {
            if (!list.Levels.TryGetValue(below, out var level) || level.IsSetBackBy(at, below))
                numbers[below] = null;
        }
        var next = start ?? (numbers[at] is { } last ? last + 1 : StartOf(at, list));
        numbers[at] = next;
        return next;
    }

    static int StartOf(int at, ListDefinition list) => list.Levels.TryGetValue(at, out var level) ? level.Start : 1;
}
