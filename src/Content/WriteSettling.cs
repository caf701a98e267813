using WorkReports.Content.Files;

namespace WorkReports.Content;

/// <summary>Keeps what is still being written from readers: a file counts once two looks at it agree.</summary>
static class WriteSettling
{
    /// <summary>Longer than a program pauses between two writes to one file, shorter than anybody minds waiting.</summary>
    static readonly TimeSpan SettleTime = TimeSpan.FromMilliseconds(120);

    public static void Wait(CancellationToken stop)
    {
        stop.WaitHandle.WaitOne(SettleTime);
        stop.ThrowIfCancellationRequested();
    }

    /// <summary>What may be published of these changes now, and the files that somebody is still writing.</summary>
    public static (ContentChanges Settled, IReadOnlyList<string> StillBeingWritten) Await(
        ContentFolder folder,
        ContentChanges found,
        CancellationToken stop
    )
    {
        var recent = found.Changed.Where(ChangedJustNow).ToList();
        if (recent.Count + found.Gone.Count == 0)
            return (found, []);

        Wait(stop);
        // A file that is gone may be on its way to another name, or between the two steps in which Word and WPS save.
        var back = folder.List(found.Gone).Files.Select(file => file.Path);
        string[] stillBeingWritten =
        [
            .. recent.Except(folder.List(recent.Select(file => file.Path)).Files).Select(file => file.Path),
            .. back,
        ];
        return (
            found with
            {
                Changed = [.. found.Changed.ExceptBy(stillBeingWritten, file => file.Path)],
                Gone = [.. found.Gone.Except(stillBeingWritten)],
            },
            stillBeingWritten
        );
    }

    /// <summary>
    /// By the machine's clock, which dates files, not by the site's, which tests set. A date in the future tells nothing, so such a
    /// file counts as just changed.
    /// </summary>
    static bool ChangedJustNow(ContentFile file) =>
        DateTime.UtcNow.Ticks - Math.Max(file.Modified, file.Changed) < SettleTime.Ticks;
}
