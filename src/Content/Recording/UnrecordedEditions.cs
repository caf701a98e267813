using System.Text.Json;
using WorkReports.Journal;

namespace WorkReports.Content.Recording;

/// <summary>
/// Editions that readers see and the journal could not be told, the oldest first. Each is kept in the file <c>unrecorded.jsonl</c>, a line with its texts, so that it is
/// made good also after the program was ended or killed; the file is there only while the journal cannot be written.
/// </summary>
sealed class UnrecordedEditions(string file)
{
    /// <summary>The owner's and the group's, as far as the process's mask lets it: a server may come back as another user of the group.</summary>
    const UnixFileMode Mode =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;

    /// <summary>Null before the first look at those of an earlier process.</summary>
    List<UnrecordedEdition>? editions;

    public bool Any => editions is null ? File.Exists(file) : editions.Count > 0;

    /// <summary>Before readers see it. Where not even this file can be written, it is known until the program ends.</summary>
    public void Keep(UnrecordedEdition edition)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = Mode;
            using var lines = new FileStream(file, options);
            // A line that broke off would take this one with it.
            lines.Write("\n"u8);
            JsonSerializer.Serialize(lines, edition);
            lines.Flush(flushToDisk: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
    }

    /// <summary>Once readers see it.</summary>
    public void Add(UnrecordedEdition edition) => (editions ??= Read()).Add(edition);

    /// <exception cref="IOException">What an earlier process kept cannot be read.</exception>
    public void WriteTo(JournalTransaction entries)
    {
        editions ??= Read();
        // A program that was killed between the journal's commit and the clearing has written them already.
        foreach (var edition in editions.Where(edition => !entries.HasPublishedAfter(edition.After)))
            edition.WriteTo(entries);
    }

    /// <summary>All of them are written.</summary>
    public void Clear()
    {
        editions = [];
        try
        {
            File.Delete(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
    }

    /// <summary>A line that broke off is no edition: readers never saw it.</summary>
    List<UnrecordedEdition> Read()
    {
        var kept = new List<UnrecordedEdition>();
        foreach (var line in File.Exists(file) ? File.ReadLines(file).Where(line => line.Length > 0) : [])
        {
            try
            {
                if (JsonSerializer.Deserialize<UnrecordedEdition>(line) is { } edition)
                    kept.Add(edition);
            }
            catch (JsonException)
            {
                // Killed while it was written.
            }
        }
        return kept;
    }
}
