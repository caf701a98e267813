using System.Diagnostics;
using WorkReports.Content.Files;
using WorkReports.Content.Reports;

namespace WorkReports.Content.Scheduling;

/// <summary>A file that is being read, or waits for a place to be.</summary>
sealed class FileReading
{
    readonly SemaphoreSlim places;
    readonly ReportReader reader;
    readonly Task<ReadFile> task;
    long begun;
    long ended;
    int stage;
    int hasLeftPlace;

    const int WaitsForPlace = 0;
    const int HasPlace = 1;
    const int IsGivenUp = 2;

    /// <param name="places">As many as files may be read at once.</param>
    public FileReading(ContentFile file, ReportReader reader, SemaphoreSlim places, CancellationToken stop)
    {
        (File, this.reader, this.places) = (file, reader, places);
        // Queued up for here: were it left to the task, a slow file could have a place before one that is waited for first.
        var place = places.WaitAsync(stop);
        task = Task.Run(() => Read(place), stop);
    }

    public ContentFile File { get; }

    /// <summary>The address that the file will ask for; from its head alone.</summary>
    public string? Address { get; private set; }

    public bool IsDone => task.IsCompleted;

    /// <summary>True while its file is open, or was and is being parsed.</summary>
    public bool IsUnderWay => Volatile.Read(ref stage) == HasPlace && !IsDone;

    /// <summary>True where the file came out, as it is now, read against what counts now.</summary>
    public bool IsOf(ContentFile file, ReportReader now) =>
        task.IsCompletedSuccessfully
        && task.Result.Parsed is not null
        && File == file
        && reader.InputsFingerprint == now.InputsFingerprint;

    public bool Wait(TimeSpan time, CancellationToken stop) =>
        Task.WaitAny([task], (int)time.TotalMilliseconds, stop) == 0;

    public ReadFile Result => task.GetAwaiter().GetResult();

    /// <summary>From the moment at which it was opened, not counting what it waited for before and after.</summary>
    public bool HasTaken(TimeSpan time) =>
        Interlocked.Read(ref begun) is > 0 and var start
        && Stopwatch.GetElapsedTime(
            start,
            Interlocked.Read(ref ended) is > 0 and var end ? end : Stopwatch.GetTimestamp()
        ) >= time;

    /// <summary>Goes on behind the editions.</summary>
    /// <param name="keepsPlace">False where it keeps no other file from being read.</param>
    public void GoOnBehind(bool keepsPlace)
    {
        Address = reader.AddressOf(File.Path);
        if (!keepsPlace)
            LeavePlace();
    }

    /// <summary>True where nothing was read yet: then nothing will be.</summary>
    public bool GiveUp() => Interlocked.CompareExchange(ref stage, IsGivenUp, WaitsForPlace) == WaitsForPlace;

    async Task<ReadFile> Read(Task place)
    {
        await place;
        if (Interlocked.CompareExchange(ref stage, HasPlace, WaitsForPlace) != WaitsForPlace)
        {
            LeavePlace();
            throw new OperationCanceledException();
        }
        Interlocked.Exchange(ref begun, Stopwatch.GetTimestamp());
        try
        {
            return reader.Read(File);
        }
        finally
        {
            Interlocked.Exchange(ref ended, Stopwatch.GetTimestamp());
            LeavePlace();
        }
    }

    void LeavePlace()
    {
        if (Interlocked.Exchange(ref hasLeftPlace, 1) == 0)
            places.Release();
    }
}
