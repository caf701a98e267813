namespace WorkReports.Content.Files;

/// <summary>A file of the content folder as the folder lists it.</summary>
/// <param name="Path">Relative to the content folder, with forward slashes.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Modified">Ticks, UTC.</param>
public sealed record ContentFile(string Path, long Size, long Modified)
{
    /// <summary>A text that changes with a file's size and date.</summary>
    public static string StampOf(long size, long modified) => $"{size}-{modified}";
}
