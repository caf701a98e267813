using WorkReports.Content.Problems;

namespace WorkReports.Content.Files;

/// <summary>The lines of files, numbered as problems number them. Caches the last file: problems come file by file.</summary>
public sealed class SourceLines(ContentFolder folder)
{
    (string? File, string[] Lines) cached = (null, []);

    /// <summary>Null where there is no such line.</summary>
    public string? Line(string file, int number)
    {
        if (cached.File != file)
            cached = (file, Read(file));
        return cached.Lines.ElementAtOrDefault(number - 1);
    }

    /// <summary>The first line of site.yml with this text; 1 where none has it.</summary>
    public int LineOfSiteFile(string text) =>
        Math.Max(1, Array.FindIndex(Read(ContentFolder.SiteFile), line => line.Contains(text)) + 1);

    string[] Read(string file) =>
        folder.Read(file) is { } bytes && TextDecoder.Decode(bytes, new ProblemList(file)) is { } text
            ? text.Split('\n')
            : [];
}
