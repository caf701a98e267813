using WorkReports.Content.Brake;
using WorkReports.Content.Files;
using WorkReports.Content.Recording;
using WorkReports.Content.Reports;
using WorkReports.Content.Scheduling;
using WorkReports.Index;

namespace WorkReports.Content;

/// <summary>
/// Writes what was read into the next edition: reports, and what is told of them. An address has one holder; a report that
/// finds it held waits until all are written, since the holder may be on its way to another address. Where a file that is still
/// being read holds or wants it, the report waits for that one, as it would if nothing took time.
/// </summary>
/// <param name="left">What stood at addresses whose files are gone: their bytes, by their hashes.</param>
/// <param name="recording">Gets the texts of reports that have their addresses; null where nothing is recorded.</param>
sealed class AddressAllocation(
    EditionTransaction edition,
    ReportReader reader,
    ReadingQueue readings,
    IReadOnlyDictionary<string, string> left,
    EditionRecording? recording
)
{
    /// <summary>By the paths of the files.</summary>
    readonly Dictionary<string, AddressWish> waiting = [];

    /// <summary>Of addresses that were left, and whose heir is not found yet: what stood there.</summary>
    readonly Dictionary<string, string> heirless = new(left);

    readonly HashSet<string> revisited = [];

    /// <summary>Further files that were read, since another one says the address that they held.</summary>
    public IReadOnlyCollection<string> Revisited => revisited;

    public void Write(IReadOnlyCollection<ReadFile> found)
    {
        var granted = new Dictionary<string, ParsedReport>();
        var holders = edition.HoldersOf(found.Select(read => read.Parsed?.Report?.Slug).OfType<string>());
        var batch = found.Where(read => !IsDeferred(read, holders)).ToList();
        foreach (var read in batch)
        {
            if (read.Parsed?.Report is not { } report)
                continue;
            if (
                !IsFree(report.Slug, report.Path, holders)
                || heirless.ContainsKey(report.Slug)
                || !granted.TryAdd(report.Slug, read.Parsed)
            )
                waiting[report.Path] = WishOf(read, report.Slug);
        }
        PutReports(granted.Values);
        edition.PutFiles([.. batch.Select(read => FolderDiff.AsRead(read.File, read.Hash))]);
        PutProblemsAndDependencies([.. batch.Where(read => read.Parsed is not null)]);
    }

    void PutReports(IReadOnlyCollection<ParsedReport> granted)
    {
        List<Report> reports = [.. granted.Select(parsed => parsed.Report!)];
        var unchanged = edition.Unchanged(reports);
        edition.PutReports([.. reports.Where(report => !unchanged.Contains(report.Path))]);
        recording?.PutTexts(granted.Select(parsed => parsed.Version).OfType<RecordedVersion>());
    }

    /// <summary>Gives those that waited their addresses, or reports who holds them.</summary>
    public void ResolveWaiting()
    {
        while (TakeFreed() is { Count: > 0 } freed)
        {
            foreach (var file in freed)
                waiting.Remove(file.Path);
            Write([.. freed.Select(file => readings.ReadAgain(reader, file))]);
        }
        foreach (var wish in waiting.Values)
        {
            var holder = edition.HolderOf(wish.Slug)!;
            if (readings.IsSlow(holder))
                readings.Defer(wish.File, holder);
            ReportConflict(readings.ReadAgain(reader, wish.File), holder);
        }
    }

    AddressWish WishOf(ReadFile read, string slug) =>
        new(read.File, slug, read.Hash, IsNew: edition.FileAt(read.File.Path)?.Hash != read.Hash);

    bool IsDeferred(ReadFile read, IReadOnlyDictionary<string, string> holders)
    {
        if (
            read.Parsed?.Report is not { } report
            || readings.WantedBy(report.Slug) is not { } slow
            || holders.GetValueOrDefault(report.Slug) == report.Path
        )
            return false;
        readings.Defer(read.File, slow);
        LeaveForLater(read.File.Path);
        return true;
    }

    /// <summary>Says that these files are being read. What stands of them stays, and whatever happens they are read anew.</summary>
    public void LeaveSlow(IReadOnlyCollection<string> paths)
    {
        LeaveForLater(paths);
        edition.PutProblems(paths, paths.Select(SlowFile.Of));
    }

    /// <summary>As if they were another version: a scan finds them changed, also after a restart.</summary>
    void LeaveForLater(params IEnumerable<string> paths) =>
        edition.PutFiles([.. paths.Select(path => new IndexedFile(path, 0, 0, ""))]);

    /// <summary>
    /// Those whose address is free now. Where none is, one whose address is held by a file that says another one: such a file keeps
    /// what stands of it only until somebody else says its old address. So any number of files exchange theirs.
    /// </summary>
    List<ContentFile> TakeFreed()
    {
        var heirs = new List<ContentFile>();
        var holders = edition.HoldersOf(waiting.Values.Select(wish => wish.Slug));
        var freed = waiting.Values.Where(wish => IsFree(wish.Slug, wish.File.Path, holders)).ToList();
        if (
            freed.Count == 0
            && waiting.Values.ToList().Find(wish => IsLeaving(holders[wish.Slug], wish.Slug)) is { } one
        )
        {
            heirless[one.Slug] = edition.ReportsOf([holders[one.Slug]], default)[0].Hash;
            edition.RemoveReports([holders[one.Slug]]);
            freed = [.. waiting.Values.Where(wish => wish.Slug == one.Slug)];
        }
        foreach (var left in freed.GroupBy(wish => wish.Slug))
        {
            heirless.Remove(left.Key, out var stood);
            heirs.Add(AddressWish.Heir(left, stood).File);
        }
        return heirs;
    }

    /// <summary>True for a file that says another address than the one it holds. It is opened only where what it says does not stand.</summary>
    bool IsLeaving(string holder, string slug)
    {
        if (waiting.ContainsKey(holder))
            return true;
        if (
            edition.FileAt(holder) is not { Hash.Length: > 0 } known
            || edition.ReportsOf([holder], default)[0].Hash == known.Hash
        )
            return false;
        var file = FolderDiff.AsListed(known);
        if (readings.ReadAgain(reader, file) is not { Parsed.Report: { } report } read || report.Slug == slug)
            return false;
        waiting[holder] = WishOf(read, report.Slug);
        revisited.Add(holder);
        return true;
    }

    static bool IsFree(string slug, string path, IReadOnlyDictionary<string, string> holders) =>
        !holders.TryGetValue(slug, out var holder) || holder == path;

    /// <summary>
    /// The file depends on the holder of its address: when that one changes or goes, it is tried again, and nobody is told while the
    /// holder is still being read. The holder counts as it
    /// was when it was read. It may have changed or gone since, as a moved file has whose new place was looked at first; with the
    /// stamp that it has now, nobody would ever see that it is another one.
    /// </summary>
    void ReportConflict(ReadFile read, string holder)
    {
        if (read.Parsed is not { Report: { } report } parsed)
            return;
        var dependencies = new Dictionary<string, string>(parsed.Dependencies) { [holder] = StampWhenRead(holder) };
        PutProblemsAndDependencies([
            read with
            {
                Parsed = parsed with
                {
                    Dependencies = dependencies,
                    Problems = readings.IsSlow(holder)
                        ? parsed.Problems
                        : [.. parsed.Problems, AddressConflict.Of(report, parsed.AddressLine, holder)],
                },
            },
        ]);
    }

    string StampWhenRead(string path) => edition.FileAt(path) is { } file ? FolderDiff.AsListed(file).Stamp : "";

    void PutProblemsAndDependencies(IReadOnlyCollection<ReadFile> batch)
    {
        var paths = batch.Select(read => read.File.Path).ToList();
        edition.PutProblems(paths, batch.SelectMany(read => read.Parsed!.Problems));
        edition.PutDependencies(
            paths,
            batch.SelectMany(read =>
                read.Parsed!.Dependencies.Select(dependency => new FileDependency(
                    read.File.Path,
                    dependency.Key,
                    dependency.Value
                ))
            )
        );
    }
}
