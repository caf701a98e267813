namespace WorkReports.Index;

/// <summary>A file of the content folder as it was when it was last read.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Modified">Ticks, UTC.</param>
/// <param name="Hash">Of its bytes; empty when it must be read again at the next scan whatever its date says.</param>
public sealed record IndexedFile(string Path, long Size, long Modified, string Hash);

/// <summary>
/// A file that another one was read against: when it comes, changes or goes, the other must be read again.
/// </summary>
/// <param name="Dependency">The path of what is linked.</param>
/// <param name="Stamp">Of the dependency, as it was then; empty when it was not there.</param>
public sealed record FileDependency(string File, string Dependency, string Stamp);
