namespace WorkReports.Hosting.Logging;

/// <summary>
/// Bounds what strangers can make the log say: of one kind a hundred lines a day, then one that says that there are
/// more.
/// </summary>
/// <param name="write">Writes the line of a thing.</param>
/// <param name="writeLast">Writes that further ones are not told today.</param>
sealed class DailyLogLimiter(TimeProvider clock, Action<string> write, Action writeLast)
{
    public const int Limit = 100;

    readonly Lock gate = new();
    readonly HashSet<string> told = [];
    DateTime today;
    int count;

    /// <summary>Each time a line.</summary>
    public void Tell(string what)
    {
        if (Take(null) is { } isLast)
            Write(what, isLast);
    }

    /// <summary>The first time of a day.</summary>
    public void TellOnce(string what)
    {
        if (Take(what) is { } isLast)
            Write(what, isLast);
    }

    void Write(string what, bool isLast)
    {
        if (isLast)
            writeLast();
        else
            write(what);
    }

    /// <summary>Null where nothing is to be said any more; true where it is that there are more.</summary>
    bool? Take(string? once)
    {
        lock (gate)
        {
            if (BeijingTime.At(clock.GetUtcNow()).Date is var day && day != today)
            {
                (today, count) = (day, 0);
                told.Clear();
            }
            if (count > Limit || once is not null && !told.Add(once))
                return null;
            return count++ == Limit;
        }
    }
}
