using WorkReports.Content.Files;
using WorkReports.Content.Reports;

namespace WorkReports.Content.Scheduling;

/// <summary>
/// Reads files on several cores, and waits for none that takes long: it is read on behind the editions, and joins a later one. No
/// file is read twice at once. Asked by one thread at a time.
/// </summary>
/// <param name="patience">How long one file may keep the others waiting.</param>
sealed class ReadingQueue(TimeSpan patience)
{
    public static readonly TimeSpan Endless = TimeSpan.MaxValue;

    /// <summary>Reading runs ahead of the consumer, but not far: parsed reports that wait take memory.</summary>
    const int ReadAheadLimit = 512;

    /// <summary>
    /// More files at once behind the editions would take too many threads. The next one keeps its place, and what is not begun by then
    /// is left for a later scan: nothing is waited for.
    /// </summary>
    public const int SlowLimit = 32;

    /// <summary>For so many slow files each is waited for as long as for the first.</summary>
    const int UsualSlow = 4;

    /// <summary>With what kept its place in further scans. From here on nothing more is begun until one of them is through.</summary>
    public const int SlowLimitOfScans = 2 * SlowLimit;

    /// <summary>In bytes, of all of them: what is made of a file takes memory as it is long.</summary>
    const long SlowBytesLimit = 4L * ContentFolder.FileSizeLimit;

    /// <summary>In bytes. Files below go first: nobody waits for a large one who saved a small one.</summary>
    const long SmallFile = 256 * 1024;

    readonly TimeSpan lookInterval = TimeSpan.FromMilliseconds(Math.Clamp(patience.TotalMilliseconds, 1, 50));

    /// <summary>Read on behind the editions, by their paths.</summary>
    readonly Dictionary<string, FileReading> running = [];

    /// <summary>Those of them that came out, until a scan of everything has taken them.</summary>
    readonly Dictionary<string, FileReading> finished = [];

    /// <summary>Files that were not begun since too many were slow, until the next scan, each with the address that it will ask for.</summary>
    readonly Dictionary<string, string?> left = [];

    bool isFull;

    /// <summary>Files that want what a slow file holds or wants, with that file's path.</summary>
    readonly Dictionary<ContentFile, string> deferred = [];

    /// <summary>Results of this edition that took long: whoever needs one again need not read it again.</summary>
    readonly Dictionary<ContentFile, ReadFile> slowResults = [];

    /// <summary>Paths of the files that are read on behind the editions, or left for the next one.</summary>
    public IReadOnlyCollection<string> Slow => [.. running.Keys, .. left.Keys];

    /// <summary>True when a scan of everything would publish what was slow before.</summary>
    public bool HasFinished => finished.Count > 0 || running.Values.Any(reading => reading.IsDone);

    /// <summary>Before a scan: what comes out from here on is for the next one.</summary>
    public void BeginScan()
    {
        foreach (var reading in running.Values.Where(reading => reading.IsDone).ToList())
        {
            running.Remove(reading.File.Path);
            finished[reading.File.Path] = reading;
        }
        left.Clear();
        foreach (var (file, _) in deferred.Where(pair => !running.ContainsKey(pair.Value)).ToList())
            deferred.Remove(file);
    }

    /// <summary>After a scan of everything: what came out and was not taken is of no use to anybody.</summary>
    public void EndScanOfEverything() => finished.Clear();

    /// <summary>True for a file that is still being read, or that can be judged only when another one is.</summary>
    public bool MustWait(ContentFile file) => IsSlow(file.Path) || deferred.ContainsKey(file);

    public bool IsSlow(string path) => running.ContainsKey(path) || left.ContainsKey(path);

    /// <summary>True for a file that is being read, or whose outcome the next scan of everything takes.</summary>
    public bool Has(string path) => running.ContainsKey(path) || finished.ContainsKey(path);

    /// <summary>The slow file that will ask for an address; null where none will.</summary>
    public string? WantedBy(string slug) =>
        running.Values.FirstOrDefault(reading => reading.Address == slug)?.File.Path
        ?? left.FirstOrDefault(file => file.Value == slug).Key;

    /// <param name="slow">The path of the file that is waited for.</param>
    public void Defer(ContentFile file, string slow) => deferred[file] = slow;

    /// <summary>
    /// Small files first, each kind in the order of the paths, so that the outcome does not depend on which core is faster. Slow ones
    /// are left out.
    /// </summary>
    /// <param name="onAllCores">True while no reader needs a core.</param>
    public IEnumerable<ReadFile> Read(
        ReportReader reader,
        IEnumerable<ContentFile> files,
        bool onAllCores,
        CancellationToken stop
    )
    {
        slowResults.Clear();
        isFull = UnderWay.Count() >= SlowLimitOfScans;
        var places = new SemaphoreSlim(Math.Max(1, Environment.ProcessorCount - (onAllCores ? 0 : 1)));
        var ahead = new Queue<FileReading>();
        try
        {
            foreach (var file in files.OrderBy(file => file.Size > SmallFile))
            {
                if (isFull)
                {
                    Leave(file, reader);
                    continue;
                }
                ahead.Enqueue(
                    finished.Remove(file.Path, out var before) && before.IsOf(file, reader)
                        ? before
                        : new FileReading(file, reader, places, stop)
                );
                if (ahead.Count >= ReadAheadLimit && Take(ahead, reader, stop) is { } read)
                    yield return read;
            }
            while (ahead.Count > 0)
            {
                if (Take(ahead, reader, stop) is { } last)
                    yield return last;
            }
        }
        finally
        {
            // Broken off: what has begun goes on, and is not begun a second time.
            foreach (var begun in ahead)
                running[begun.File.Path] = begun;
        }
    }

    /// <summary>The outcome of a file for the second time in an edition.</summary>
    public ReadFile ReadAgain(ReportReader reader, ContentFile file) =>
        slowResults.GetValueOrDefault(file) ?? reader.ReadAnew(file);

    /// <summary>The next outcome; null where the next file is too slow, or left.</summary>
    ReadFile? Take(Queue<FileReading> ahead, ReportReader reader, CancellationToken stop)
    {
        var next = ahead.Peek();
        while (!IsLeft(next, reader))
        {
            if (next.Wait(lookInterval, stop))
                return Taken(ahead.Dequeue());
            if (!next.HasTaken(patience * ShareOfPatience))
                continue;
            GoOnBehind(next);
            break;
        }
        ahead.Dequeue();
        return null;
    }

    /// <summary>Asked before it is waited for: hundreds may be left.</summary>
    bool IsLeft(FileReading next, ReportReader reader)
    {
        if (!isFull || !next.GiveUp())
            return false;
        Leave(next.File, reader);
        return true;
    }

    ReadFile Taken(FileReading read)
    {
        if (read.HasTaken(patience))
            slowResults[read.File] = read.Result;
        return read.Result;
    }

    void GoOnBehind(FileReading slow)
    {
        isFull |=
            UnderWay.Count() >= SlowLimit
            || UnderWay.Sum(reading => reading.File.Size) + slow.File.Size > SlowBytesLimit;
        slow.GoOnBehind(keepsPlace: isFull);
        running[slow.File.Path] = slow;
    }

    /// <summary>The more are slow already, the less is waited for the next one: else dozens of them would keep the others waiting.</summary>
    double ShareOfPatience => (double)UsualSlow / Math.Max(UsualSlow, UnderWay.Count());

    IEnumerable<FileReading> UnderWay => running.Values.Where(reading => reading.IsUnderWay);

    void Leave(ContentFile file, ReportReader reader) => left[file.Path] = reader.AddressOf(file.Path);
}
