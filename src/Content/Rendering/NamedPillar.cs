namespace WorkReports.Content.Rendering;

/// <summary>A pillar that a heading names: what is set before the heading.</summary>
/// <param name="Seal">The one character of its seal.</param>
sealed record NamedPillar(string Slug, string Seal);
