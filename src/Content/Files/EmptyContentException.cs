namespace WorkReports.Content.Files;

/// <summary>The content folder holds nothing, and nothing was published from it before: its disk may be away.</summary>
public sealed class EmptyContentException(string folder)
    : IOException(
        $"The content folder '{folder}' is empty, and nothing was ever published: is its disk mounted? Put a site.yml into it."
    );
