namespace WorkReports.Content.Rendering;

/// <summary>A link that leads to another site.</summary>
public sealed record ExternalLink(string File, Place At, string Url);
