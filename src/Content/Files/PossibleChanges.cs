namespace WorkReports.Content.Files;

/// <summary>What may have changed in the content folder: hints to a scan, never the truth.</summary>
/// <param name="Paths">Files and folders that an event named, relative to the content folder.</param>
/// <param name="Anywhere">True when events were lost, or the folder is another one: only a scan of everything tells.</param>
public sealed record PossibleChanges(IReadOnlySet<string> Paths, bool Anywhere)
{
    public static readonly PossibleChanges Everywhere = new(new HashSet<string>(), true);

    public bool Any => Anywhere || Paths.Count > 0;

    public PossibleChanges With(IEnumerable<string> paths) => this with { Paths = Paths.Union(paths).ToHashSet() };
}
