using WorkReports.Content.Problems;

namespace WorkReports.Content.Files;

/// <summary>The lines of files as places in them are counted. Keeps the last file: problems come file by file.</summary>
public sealed class SourceLines(ContentFolder folder)
{
    (string? File, string[] Lines) last = (null, []);

    /// <summary>Null where there is no such line.</summary>
    public string? Line(string file, int number)
    {
        if (last.File != file)
            last = (file, Read(file));
        return last.Lines.ElementAtOrDefault(number - 1);
    }

    /// <summary>The first line of site.yml with this text; 1 where none has it.</summary>
    public int LineOfSiteFile(string text) =>
        Math.Max(1, Array.FindIndex(Read(ContentFolder.SiteFile), line => line.Contains(text)) + 1);

    string[] Read(string file) =>
        folder.Read(file) is { } bytes && TextDecoder.Decode(bytes, new ProblemList(file)) is { } text
            ? text.Split('\n')
            : [];
}
