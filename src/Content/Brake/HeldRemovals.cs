using WorkReports.Journal.Holding;

namespace WorkReports.Content.Brake;

/// <summary>Removals that are held: what is named here goes on standing as readers see it.</summary>
/// <param name="Items">Reports and pillars, by the paths of their files.</param>
/// <param name="EmptyFolders">Folders of pillars of which nothing is left.</param>
/// <param name="Gone">How many reports that readers saw went within ten minutes.</param>
/// <param name="Stood">How many there were before.</param>
sealed record HeldRemovals(
    IReadOnlyList<HeldItem> Items,
    IReadOnlyList<string> EmptyFolders,
    int Gone = 0,
    int Stood = 0
)
{
    public static readonly HeldRemovals None = new([], []);

    readonly HashSet<string> paths = [.. Items.Select(item => item.Name)];

    /// <summary>How many of them no reader sees: there is no text of them.</summary>
    public int Lost { get; init; }

    bool isElsewhere;

    /// <summary>What the server holds that publishes.</summary>
    public static HeldRemovals Elsewhere(IReadOnlyList<HeldItem> items) => new(items, []) { isElsewhere = true };

    public bool Any => Items.Count > 0;

    public int Reports => Items.Count(item => item.Kind == HeldKind.Removal);

    /// <summary>What is held, why, and what to do; null while nothing is.</summary>
    public string? Sentence =>
        !Any
            ? null
            : $"{Reports} reports and {Pillars.Count} pillars whose files are gone {Fate}, since {Why}:"
                + " put the files back, or let them go by the verb 'accept'";

    string Fate => Lost == Items.Count ? "are not taken for deleted" : "stand as they were";

    string Why =>
        isElsewhere ? "the server that publishes holds them"
        : EmptyFolders.Count > 0 ? $"nothing is left of the folder {string.Join(", ", EmptyFolders)}"
        : RemovalRule.IsUnusual(Gone, Stood) ? $"{Gone} of {Stood} reports went within ten minutes"
        : "they went with others that are back";

    /// <summary>Folders of the pillars that stand without their files.</summary>
    public IReadOnlyList<string> Pillars { get; } =
    [.. Items.Where(item => item.Kind == HeldKind.Pillar).Select(item => item.Name.Split('/')[0])];

    public HeldRemovals Without(IReadOnlySet<HeldItem> released)
    {
        var left = new HeldRemovals([.. Items.Where(item => !released.Contains(item))], [], Gone, Stood);
        // Of a pillar that was let go nothing is held but what came later; of what is lost nobody knows a pillar.
        var empty = EmptyFolders.Where(folder =>
            Pillars.Contains(folder) ? left.Pillars.Contains(folder) : left.IsIn(folder)
        );
        return new HeldRemovals(left.Items, [.. empty], Gone, Stood) { Lost = Lost };
    }

    /// <summary>True for a file that counts as being there: what leans on it is not read anew.</summary>
    public bool Covers(string path) =>
        Any
        && (
            paths.Contains(path) || EmptyFolders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal))
        );

    bool IsIn(string folder) => Items.Any(item => item.Name.StartsWith(folder + "/", StringComparison.Ordinal));
}
