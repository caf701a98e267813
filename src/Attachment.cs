namespace WorkReports;

/// <summary>A file that a report offers for download.</summary>
/// <param name="Path">Relative to the content folder, with forward slashes.</param>
/// <param name="Size">In bytes, when it was published.</param>
public sealed record Attachment(string Path, string Title, long Size)
{
    /// <summary>Its kind as readers know it: the extension in capitals.</summary>
    public string Kind => System.IO.Path.GetExtension(Path).TrimStart('.').ToUpperInvariant();
}
