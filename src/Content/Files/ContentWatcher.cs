namespace WorkReports.Content.Files;

/// <summary>Listens for changes in the content folder. Where the system cannot tell, it says why and reports nothing.</summary>
public sealed class ContentWatcher(ContentFolder folder) : IDisposable
{
    /// <summary>A burst of events is over after a pause of this length …</summary>
    static readonly TimeSpan BurstPause = TimeSpan.FromMilliseconds(40);

    /// <summary>… or when it has lasted this long: changes without end would delay publishing forever.</summary>
    static readonly TimeSpan BurstLimit = TimeSpan.FromMilliseconds(400);

    readonly Lock gate = new();
    readonly SemaphoreSlim signal = new(0);
    HashSet<string> changedPaths = [];
    bool anywhere;
    FileSystemWatcher? watcher;
    string? watchedRoot;
    bool isOtherFolder;

    /// <summary>Why changes are only found by scanning; null while events come.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Waits for a change, at most so long, and for the burst that it belongs to.</summary>
    public async Task<PossibleChanges> Next(TimeSpan atMost, CancellationToken stop)
    {
        Watch();
        if (!await signal.WaitAsync(atMost, stop))
            return TakeChanges();
        var end = DateTime.UtcNow + BurstLimit;
        while (DateTime.UtcNow < end && await signal.WaitAsync(BurstPause, stop)) { }
        return TakeChanges();
    }

    /// <summary>Listens anew from the next call on: a disk that went away and came back under the same name sends no events.</summary>
    public void Restart() => watchedRoot = null;

    /// <summary>Ends the waiting, as a change would: something else is to be done.</summary>
    public void Wake() => signal.Release();

    public void Dispose()
    {
        watcher?.Dispose();
        signal.Dispose();
    }

    /// <summary>Begins to listen, and begins anew where the folder's path has come to mean another folder.</summary>
    void Watch()
    {
        var root = folder.RealPath();
        if (root is not null && root == watchedRoot && Trouble is null)
            return;
        isOtherFolder |= watchedRoot is not null || root is null;
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
            watcher.Created += (_, change) => AddChanges(root, change.FullPath);
            watcher.Changed += (_, change) => AddChanges(root, change.FullPath);
            watcher.Deleted += (_, change) => AddChanges(root, change.FullPath);
            watcher.Renamed += (_, change) => AddChanges(root, change.OldFullPath, change.FullPath);
            watcher.Error += (_, error) => HandleError(error.GetException());
            watcher.EnableRaisingEvents = true;
            (watchedRoot, Trouble) = (root, null);
            if (isOtherFolder)
                AddUnknownChange();
            isOtherFolder = false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            HandleError(exception);
        }
    }

    void Stop()
    {
        watcher?.Dispose();
        watcher = null;
        watchedRoot = null;
    }

    void AddChanges(string root, params ReadOnlySpan<string> changed)
    {
        lock (gate)
        {
            foreach (var path in changed)
            {
                var relative = Path.GetRelativePath(root, path).Replace('\\', '/');
                if (!relative.Split('/').Any(part => ContentFolder.IsTemporaryName(part)))
                    changedPaths.Add(relative);
            }
            if (changedPaths.Count == 0)
                return;
        }
        signal.Release();
    }

    void AddUnknownChange()
    {
        lock (gate)
            anywhere = true;
        signal.Release();
    }

    /// <summary>An overflow of the buffer is no trouble: one scan of everything makes up for what was lost.</summary>
    void HandleError(Exception exception)
    {
        if (exception is not InternalBufferOverflowException)
            Trouble = exception.Message;
        AddUnknownChange();
    }

    PossibleChanges TakeChanges()
    {
        lock (gate)
        {
            var changes = new PossibleChanges(changedPaths, anywhere);
            (changedPaths, anywhere) = ([], false);
            return changes;
        }
    }
}
