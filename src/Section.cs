namespace WorkReports;

/// <summary>A heading of a report and what follows it.</summary>
/// <param name="Level">2 for the sections of a report, 3 for their parts.</param>
/// <param name="Anchor">Its place on the page, without the number sign.</param>
/// <param name="Pillar">The slug of the pillar it speaks of, in a report that speaks of several.</param>
public sealed record Section(int Level, string Anchor, string Title, string? Pillar = null);

/// <summary>A report's belonging to a pillar: whole, or by the one section that speaks of it.</summary>
public sealed record Membership(string Pillar, Section? Section = null);
