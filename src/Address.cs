namespace WorkReports;

/// <summary>The addresses of the site, in one place: what links, feeds and redirects print.</summary>
public static class Address
{
    /// <summary>What the public is told of the journal.</summary>
    public const string Journal = "/journal";

    public static string Report(string slug) => "/reports/" + slug;

    /// <summary>The report's own Markdown.</summary>
    public static string Markdown(string slug) => Report(slug) + ".md";

    /// <summary>The report's address as a QR code.</summary>
    public static string QrCode(string slug) => Report(slug) + "/qr.svg";

    public static string Section(string slug, string anchor) => Report(slug) + "#" + Uri.EscapeDataString(anchor);

    public static string Pillar(string slug) => "/pillars/" + slug;

    public static string Unit(string slug) => "/units/" + slug;

    /// <summary>The feed of a list: of the whole site, or of a pillar or unit by its address.</summary>
    public static string Feed(string list = "") => list + "/feed.xml";

    public static string Year(string year) => "/archive/" + year;

    /// <summary>A file of the content folder; each part is percent-encoded, the slashes stay.</summary>
    public static string File(string path) =>
        "/files/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Where a choice of the reader is taken, and the page to come back to.</summary>
    public static string Choice(string choice, string back) => $"/reader/{choice}?back={Uri.EscapeDataString(back)}";
}
