namespace WorkReports.Content.Files;

/// <summary>What may have changed in the content folder: hints, never the truth.</summary>
/// <param name="Paths">Files and folders that an event named, relative to the content folder.</param>
/// <param name="Anywhere">True when events were lost, or the folder is another one: only a look at everything tells.</param>
public sealed record Hints(IReadOnlySet<string> Paths, bool Anywhere)
{
    public static readonly Hints Everywhere = new(new HashSet<string>(), true);

    public bool Any => Anywhere || Paths.Count > 0;

    public Hints With(IEnumerable<string> paths) => this with { Paths = Paths.Union(paths).ToHashSet() };
}

/// <summary>Listens for changes in the content folder. Where the system cannot tell, it says so once and hints at nothing.</summary>
public sealed class ContentWatcher(ContentFolder folder) : IDisposable
{
    /// <summary>A burst of events is over when nothing came for so long …</summary>
    static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(40);

    /// <summary>… or when it has lasted so long.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(400);

    readonly Lock gate = new();
    readonly SemaphoreSlim news = new(0);
    HashSet<string> paths = [];
    bool anywhere;
    FileSystemWatcher? watcher;
    string? watched;
    bool isAnother;

    /// <summary>Why changes are only found by looking; null while events come.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Waits for a change, at most so long, and for the burst that it belongs to.</summary>
    public async Task<Hints> Next(TimeSpan atMost, CancellationToken stop)
    {
        Watch();
        if (!await news.WaitAsync(atMost, stop))
            return Take();
        var end = DateTime.UtcNow + Longest;
        while (DateTime.UtcNow < end && await news.WaitAsync(Quiet, stop)) { }
        return Take();
    }

    /// <summary>Listens anew from the next call on: of a disk that went away and came back under the same name nothing is heard.</summary>
    public void Renew() => watched = null;

    public void Dispose()
    {
        watcher?.Dispose();
        news.Dispose();
    }

    /// <summary>Begins to listen, and begins anew where the folder's name has come to mean another folder.</summary>
    void Watch()
    {
        var root = folder.Target();
        if (root is not null && root == watched && Trouble is null)
            return;
        isAnother |= watched is not null || root is null;
        Stop();
        if (root is null)
            return;
        try
        {
            watcher = new FileSystemWatcher(root)
            {
                IncludeSubdirectories = true,
                InternalBufferSize = 64 * 1024,
                NotifyFilter =
                    NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Created += (_, change) => Hear(root, change.FullPath);
            watcher.Changed += (_, change) => Hear(root, change.FullPath);
            watcher.Deleted += (_, change) => Hear(root, change.FullPath);
            watcher.Renamed += (_, change) => Hear(root, change.OldFullPath, change.FullPath);
            watcher.Error += (_, error) => Lose(error.GetException());
            watcher.EnableRaisingEvents = true;
            (watched, Trouble) = (root, null);
            if (isAnother)
                HearAnything();
            isAnother = false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Lose(exception);
        }
    }

    void Stop()
    {
        watcher?.Dispose();
        watcher = null;
        watched = null;
    }

    void Hear(string root, params ReadOnlySpan<string> changed)
    {
        lock (gate)
        {
            foreach (var path in changed)
            {
                var relative = Path.GetRelativePath(root, path).Replace('\\', '/');
                if (!relative.Split('/').Any(part => ContentFolder.IsDropping(part)))
                    paths.Add(relative);
            }
            if (paths.Count == 0)
                return;
        }
        news.Release();
    }

    void HearAnything()
    {
        lock (gate)
            anywhere = true;
        news.Release();
    }

    /// <summary>More events than the buffer holds is no trouble: one look at everything mends it.</summary>
    void Lose(Exception exception)
    {
        if (exception is not InternalBufferOverflowException)
            Trouble = exception.Message;
        HearAnything();
    }

    Hints Take()
    {
        lock (gate)
        {
            var hints = new Hints(paths, anywhere);
            (paths, anywhere) = ([], false);
            return hints;
        }
    }
}
