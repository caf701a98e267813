using System.Collections.Concurrent;
using System.Text.Json;
using WorkReports.Content.Files;
using WorkReports.Content.Inspection;
using WorkReports.Journal;

namespace WorkReports.Content.Recording;

/// <summary>
/// Pictures that a published page shows and that were exchanged since: for one that runs scripts, or tells where it was taken.
/// Their report keeps its last version, and readers must not get the new bytes all the same. A picture that was published as it
/// is stays, whatever a new build would say of it.
/// </summary>
public sealed class RefusedFiles(JournalFile journal)
{
    readonly ConcurrentDictionary<string, Look> known = new();

    /// <summary>What was found in a picture as it was.</summary>
    sealed class Look(string stamp)
    {
        public string Stamp => stamp;

        public bool IsDone { get; set; }

        public string? Code { get; set; }
    }

    /// <summary>
    /// The code of what keeps a picture from readers; null for one that may be sent. It is looked into once, for all who ask at the
    /// same time, and again when it is another one or anything of it has changed.
    /// </summary>
    /// <param name="readings">Hashes of what the reports that show it were read to.</param>
    public string? CodeOf(string path, OpenedFile file, Func<IEnumerable<string>> readings) =>
        PublicFile.IsPicture(path) && FaultIn(path, file) is { } code && !IsRecorded(path, file, readings())
            ? code
            : null;

    string? FaultIn(string path, OpenedFile file)
    {
        var look = known.AddOrUpdate(
            path,
            _ => new Look(file.Stamp),
            (_, last) => last.Stamp == file.Stamp ? last : new Look(file.Stamp)
        );
        lock (look)
        {
            if (!look.IsDone)
                (look.Code, look.IsDone) = (ErrorIn(path, file), true);
            return look.Code;
        }
    }

    static string? ErrorIn(string path, OpenedFile file)
    {
        var error = FileInspections
            .FaultsOf(path, file.Bytes)
            .FirstOrDefault(fault => fault.Severity == Severity.Error);
        file.Bytes.Position = 0;
        return error?.Code;
    }

    bool IsRecorded(string path, OpenedFile file, IEnumerable<string> readings)
    {
        var hash = Convert.ToHexStringLower(file.Hashed().Hash);
        return readings.SelectMany(FilesOf).Any(used => used.Path == path && used.Hash == hash);
    }

    /// <summary>None where nobody knows any more.</summary>
    IReadOnlyList<UsedFile> FilesOf(string reading)
    {
        try
        {
            return journal.TextOf(reading) is { } json
                ? RecordedVersion.ReadingOf<ReportReading>(json).Against.Files
                : [];
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException)
        {
            return [];
        }
    }
}
