namespace WorkReports;

/// <summary>The addresses of the site, in one place: what links, feeds and redirects print.</summary>
public static class Address
{
    public static string Report(string slug) => "/reports/" + slug;

    public static string Section(string slug, string anchor) => Report(slug) + "#" + Uri.EscapeDataString(anchor);

    public static string Pillar(string slug) => "/pillars/" + slug;

    public static string Unit(string slug) => "/units/" + slug;

    public static string Year(string year) => "/archive/" + year;

    /// <summary>A file of the content folder; each part is percent-encoded, the slashes stay.</summary>
    public static string File(string path) => "/files/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Where a choice of the reader is taken, and the page to come back to.</summary>
    public static string Choice(string choice, string back) => $"/reader/{choice}?back={Uri.EscapeDataString(back)}";
}
