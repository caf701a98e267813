namespace WorkReports.Index.Search.Segments;

/// <summary>What a report is counted under.</summary>
/// <param name="Unit">Its number in <see cref="FacetOrdinals.Units"/>.</param>
/// <param name="Pillars">A bit for each, as they are numbered in <see cref="FacetOrdinals.Pillars"/>.</param>
readonly record struct FacetValues(int Unit, ulong Pillars, int Year);

/// <summary>
/// Small numbers for what is counted: units, pillars, and the combinations of these that reports have in common.
/// </summary>
sealed class FacetOrdinals
{
    /// <summary>
    /// The bits of a <see cref="ulong"/>: a site has five pillars or so; those beyond share the last bit.
    /// </summary>
    const int PillarBits = 64;

    public Ordinals<string> Units { get; } = new();
    public Ordinals<string> Pillars { get; } = new();
    public Ordinals<FacetValues> Facets { get; } = new();

    public ulong BitOf(string pillar) => Bit(Pillars.GetOrAdd(pillar));

    /// <summary>0 for a pillar that no report belongs to.</summary>
    public ulong FindBit(string pillar) => Pillars.Find(pillar) is >= 0 and var number ? Bit(number) : 0;

    static ulong Bit(int number) => 1UL << Math.Min(number, PillarBits - 1);
}

/// <summary>Numbers things in the order in which they are first met; a number never changes.</summary>
sealed class Ordinals<T>
    where T : notnull
{
    readonly Lock gate = new();
    readonly Dictionary<T, int> numbers = [];
    readonly List<T> all = [];

    public int GetOrAdd(T one)
    {
        lock (gate)
        {
            if (numbers.TryGetValue(one, out var number))
                return number;
            numbers.Add(one, all.Count);
            all.Add(one);
            return all.Count - 1;
        }
    }

    /// <summary>
    /// -1 for what was never met. It is not added: readers could fill the memory with what they type.
    /// </summary>
    public int Find(T one)
    {
        lock (gate)
            return numbers.GetValueOrDefault(one, -1);
    }

    public T[] ToArray()
    {
        lock (gate)
            return [.. all];
    }
}
