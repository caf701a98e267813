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

/// <summary>The record that an edition shows.</summary>
/// <param name="Number">Of the last entry of the journal.</param>
/// <param name="Hash">Of that entry.</param>
/// <param name="Build">The program that rendered the edition: another one may render the same record differently.</param>
sealed record IndexedRecord(long Number, string Hash, string Build)
{
    /// <summary>SQL.</summary>
    public const string Update = "update edition set record = @Number, record_hash = @Hash, build = @Build";
}
