namespace WorkReports.Content.Rendering;

/// <summary>A link to an address, not to a file: whether something answers there is known only to the whole site, or to another.</summary>
/// <param name="Url">Absolute, or a path from the site's root.</param>
public readonly record struct WrittenLink(Place At, string Url);

/// <summary>A link that leads to another site.</summary>
public sealed record ExternalLink(string File, Place At, string Url);
