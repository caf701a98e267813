namespace WorkReports;

/// <summary>A place in a file of the content folder, as an editor's program counts.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">In UTF-16 units, counted from 1; 1 where the whole line is meant.</param>
/// <param name="Length">In UTF-16 units; 0 where the whole line is meant.</param>
public readonly record struct Place(int Line, int Column = 1, int Length = 0)
{
    /// <summary>The whole line.</summary>
    public static implicit operator Place(int line) => new(line);
}
