namespace WorkReports.Content.Inspection;

/// <summary>A picture or attachment of the content folder, as its bytes are.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Hash">SHA-256, in small hexadecimal digits; empty where it could not be read.</param>
/// <param name="Picture">In CSS pixels; null for what is no picture.</param>
/// <param name="Faults">What is in it that its editor must be told.</param>
sealed record InspectedFile(long Size, string Hash, ImageSize? Picture, IReadOnlyList<FileFault> Faults)
{
    /// <summary>One that cannot be read: nothing is known of it.</summary>
    public static readonly InspectedFile Unknown = new(0, "", null, []);
}
