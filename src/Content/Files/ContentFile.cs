namespace WorkReports.Content.Files;

/// <summary>A file of the content folder as the folder lists it.</summary>
/// <param name="Path">Relative to the content folder, with forward slashes.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Modified">Ticks, UTC. No witness by itself: <c>touch -r</c> and many programs that copy set it.</param>
/// <param name="Changed">Ticks, UTC, of what Linux calls ctime, which nobody can set; 0 where the system has none.</param>
/// <param name="Inode">Which file it is; 0 where the system has none.</param>
public sealed record ContentFile(string Path, long Size, long Modified, long Changed = 0, long Inode = 0)
{
    /// <summary>A text that changes with its size and its times.</summary>
    public string Stamp => $"{Size}-{Modified}-{Changed}";
}
