namespace WorkReports.Index;

/// <summary>Numbers for the names that facets count: a name keeps its number as long as the program runs.</summary>
sealed class SearchNames
{
    /// <summary>A site has five pillars or so; those beyond share the last bit.</summary>
    const int MostPillars = 64;

    public NumberedNames Units { get; } = new();
    public NumberedNames Pillars { get; } = new();

    public ulong BitOf(string pillar) => Bit(Pillars.NumberOf(pillar));

    /// <summary>0 for a pillar that no report belongs to.</summary>
    public ulong FindBit(string pillar) => Pillars.Find(pillar) is >= 0 and var number ? Bit(number) : 0;

    static ulong Bit(int number) => 1UL << Math.Min(number, MostPillars - 1);
}

/// <summary>Names in the order in which they were first met.</summary>
sealed class NumberedNames
{
    readonly Lock door = new();
    readonly Dictionary<string, int> numbers = [];
    readonly List<string> names = [];

    public int Count
    {
        get
        {
            lock (door) return names.Count;
        }
    }

    public int NumberOf(string name)
    {
        lock (door)
        {
            if (numbers.TryGetValue(name, out var number)) return number;
            numbers.Add(name, names.Count);
            names.Add(name);
            return names.Count - 1;
        }
    }

    /// <summary>-1 for a name that was never met: what readers type is not kept.</summary>
    public int Find(string name)
    {
        lock (door) return numbers.GetValueOrDefault(name, -1);
    }

    public IReadOnlyList<string> All()
    {
        lock (door) return [.. names];
    }
}
