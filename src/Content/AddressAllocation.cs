using WorkReports.Content.Files;
using WorkReports.Content.Reports;
using WorkReports.Index;

namespace WorkReports.Content;

/// <summary>
/// Writes what was read into the next edition: reports, and what is told of them. An address has one holder; a report that
/// finds it held waits until all are written, since the holder may be on its way to another address.
/// </summary>
sealed class AddressAllocation(EditionTransaction edition, ContentFolder folder, ReportReader reader)
{
    /// <summary>Files by their paths, with the address that they want.</summary>
    readonly Dictionary<string, (ContentFile File, string Slug)> waiting = [];

    public void Write(IReadOnlyCollection<ReadFile> batch)
    {
        var granted = new Dictionary<string, Report>();
        var holders = edition.HoldersOf(batch.Select(read => read.Parsed?.Report?.Slug).OfType<string>());
        foreach (var read in batch)
        {
            if (read.Parsed?.Report is not { } report)
                continue;
            if (!IsFree(report.Slug, report.Path, holders) || !granted.TryAdd(report.Slug, report))
                waiting[report.Path] = (read.File, report.Slug);
        }
        edition.PutReports(granted.Values);
        edition.PutFiles([
            .. batch.Select(read => new IndexedFile(read.File.Path, read.File.Size, read.File.Modified, read.Hash)),
        ]);
        PutProblemsAndDependencies([.. batch.Where(read => read.Parsed is not null)]);
    }

    /// <summary>Gives those that waited their addresses, or tells why not.</summary>
    public void ResolveWaiting()
    {
        while (TakeFreed() is { Count: > 0 } free)
        {
            foreach (var file in free)
                waiting.Remove(file.Path);
            Write([.. free.Select(reader.Read)]);
        }
        foreach (var (file, slug) in waiting.Values)
            ReportConflict(reader.Read(file), edition.HolderOf(slug)!);
    }

    /// <summary>Those whose address is free now; where none is, a ring of files that exchange theirs, each let go of.</summary>
    List<ContentFile> TakeFreed()
    {
        var holders = edition.HoldersOf(waiting.Values.Select(wish => wish.Slug));
        var free = waiting
            .Values.Where(wish => IsFree(wish.Slug, wish.File.Path, holders))
            .Select(wish => wish.File)
            .ToList();
        if (free.Count == 0 && waiting.Keys.Select(FindCycle).FirstOrDefault(ring => ring.Count > 0) is { } ring)
        {
            edition.RemoveReports(ring);
            free.AddRange(ring.Select(path => waiting[path].File));
        }
        return free;
    }

    /// <summary>The files from this one back to it, each holding what the one before it wants; empty when it leads elsewhere.</summary>
    List<string> FindCycle(string first)
    {
        var ring = new List<string> { first };
        while (
            edition.HolderOf(waiting[ring[^1]].Slug) is { } holder
            && waiting.ContainsKey(holder)
            && !ring.Contains(holder)
        )
            ring.Add(holder);
        return edition.HolderOf(waiting[ring[^1]].Slug) == first ? ring : [];
    }

    static bool IsFree(string slug, string path, IReadOnlyDictionary<string, string> holders) =>
        !holders.TryGetValue(slug, out var holder) || holder == path;

    /// <summary>The file leans on the holder of its address: when that one changes or goes, it is tried again.</summary>
    void ReportConflict(ReadFile read, string holder)
    {
        if (read.Parsed is not { Report: { } report } parsed)
            return;
        var asked = new Dictionary<string, string>(parsed.Dependencies) { [holder] = folder.StampOf(holder) };
        PutProblemsAndDependencies([
            read with
            {
                Parsed = parsed with
                {
                    Dependencies = asked,
                    Problems = [.. parsed.Problems, Publisher.SameAddress(report, parsed.AddressLine, holder)],
                },
            },
        ]);
    }

    void PutProblemsAndDependencies(IReadOnlyCollection<ReadFile> batch)
    {
        var paths = batch.Select(read => read.File.Path).ToList();
        edition.PutProblems(paths, batch.SelectMany(read => read.Parsed!.Problems));
        edition.PutDependencies(
            paths,
            batch.SelectMany(read =>
                read.Parsed!.Dependencies.Select(asked => new FileDependency(read.File.Path, asked.Key, asked.Value))
            )
        );
    }
}
