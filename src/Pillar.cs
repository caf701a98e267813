namespace WorkReports;

/// <summary>One of the columns that the site stands on: a folder with a file that says so.</summary>
public sealed record Pillar
{
    /// <summary>The file that makes a folder a pillar.</summary>
    public const string FileName = "_index.md";

    /// <summary>Its folder directly below the content folder.</summary>
    public required string Folder { get; init; }

    public required string Slug { get; init; }
    public required string Title { get; init; }

    /// <summary>Its place among the pillars, the smallest first.</summary>
    public int Order { get; init; }

    /// <summary>The one character of its seal.</summary>
    public required string Seal { get; init; }

    public string Motto { get; init; } = "";

    /// <summary>The class of its column (栏目类别) in the words of 《政府网站发展指引》; null for the usual one.</summary>
    public string? Type { get; init; }

    /// <summary>Its introduction: sanitized HTML.</summary>
    public string Html { get; init; } = "";

    /// <summary>The introduction's visible text.</summary>
    public string Text { get; init; } = "";

    /// <summary>Files of the content folder that the introduction links or shows.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}
