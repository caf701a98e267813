namespace WorkReports.Content;

/// <summary>A link that leads to another site.</summary>
public sealed record OutwardLink(string File, Place At, string Url);
