namespace WorkReports.Journal.Entries;

/// <summary>A version of a file that all pages depend on: site.yml, or a pillar's file.</summary>
/// <param name="Path">Relative to the content folder, with forward slashes.</param>
/// <param name="Title">The name of the site, or of the pillar.</param>
/// <param name="Content">SHA-256 of the file.</param>
/// <param name="Reading">SHA-256 of its reading: what was parsed of it.</param>
sealed record SiteFileVersion(string Path, string Title, string Content, string Reading);
