namespace WorkReports.Content;

/// <summary>What a scan of the content folder led to.</summary>
/// <param name="IsNew">True when it led to a new edition.</param>
/// <param name="Edition">The number of the current edition.</param>
/// <param name="Files">Files of reports that the index knows.</param>
/// <param name="Read">Files that were new or changed.</param>
/// <param name="Removed">Files that are gone.</param>
/// <param name="Problems">Everything that is wrong with the content now, of files that did not change too.</param>
/// <param name="StillBeingWritten">Files that somebody is still writing: left as they were, to be looked at again.</param>
/// <param name="StillBeingRead">Files that take long: they are read on, and join a later edition.</param>
public sealed record Publication(
    bool IsNew,
    long Edition,
    int Files,
    int Read,
    int Removed,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<string> StillBeingWritten,
    IReadOnlyList<string> StillBeingRead
)
{
    /// <summary>How many files are read later, a few at a time: readers see their bytes already.</summary>
    public int Unread { get; init; }
}
