using WorkReports.Content.Files;

namespace WorkReports.Content;

/// <summary>Keeps what is still being written from readers: a file counts once two looks at it agree.</summary>
static class WriteSettling
{
    /// <summary>Longer than a program rests between two writes to one file, shorter than anybody waits.</summary>
    static readonly TimeSpan SettleTime = TimeSpan.FromMilliseconds(120);

    public static void Wait(CancellationToken stop)
    {
        stop.WaitHandle.WaitOne(SettleTime);
        stop.ThrowIfCancellationRequested();
    }

    /// <summary>What may be published of these changes now, and the files that are not still yet.</summary>
    public static (ContentChanges Still, IReadOnlyList<string> Restless) Await(
        ContentFolder folder,
        ContentChanges found,
        CancellationToken stop
    )
    {
        var young = found.Changed.Where(ChangedJustNow).ToList();
        if (young.Count + found.Gone.Count == 0)
            return (found, []);

        Wait(stop);
        // A file that is gone may be on its way to another name, or between the two steps in which Word and WPS save.
        var back = folder.List(found.Gone).Files.Select(file => file.Path);
        string[] restless =
        [
            .. young.Except(folder.List(young.Select(file => file.Path)).Files).Select(file => file.Path),
            .. back,
        ];
        return (
            found with
            {
                Changed = [.. found.Changed.ExceptBy(restless, file => file.Path)],
                Gone = [.. found.Gone.Except(restless)],
            },
            restless
        );
    }

    /// <summary>Dates of files are of the machine's clock, not of the site's; a date in the future tells nothing, so it is young.</summary>
    static bool ChangedJustNow(ContentFile file) => DateTime.UtcNow.Ticks - file.Modified < SettleTime.Ticks;
}
