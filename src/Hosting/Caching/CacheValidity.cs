using WorkReports.Index;
using WorkReports.Index.Editions;

namespace WorkReports.Hosting.Caching;

/// <summary>A time in which no page changes by itself or by an edition.</summary>
/// <param name="Edition">Its number, for the log.</param>
sealed record ValidityPeriod(long Version, long Edition, DateTimeOffset From, DateTimeOffset Until)
{
    public bool Contains(long mark, DateTimeOffset now) => mark == Version && From <= now && now < Until;
}

/// <summary>
/// Tells for how long a page that is rendered now stands: until the next edition, until a report appears or goes by itself, or
/// until midnight in Beijing, when the days that the whole site is grey begin and end.
/// </summary>
sealed class CacheValidity(Database database, EditionState indexer, TimeProvider clock)
{
    readonly Lock gate = new();
    volatile ValidityPeriod? current;

    /// <summary>The one that stands, or stood until a moment ago.</summary>
    public ValidityPeriod? LatestPeriod => current;

    /// <summary>Null at the moment when one edition gives way to the next. A clock that was set back begins another one, too.</summary>
    public ValidityPeriod? CurrentPeriod() =>
        database.Version is not { } mark ? null
        : current is { } known && known.Contains(mark, clock.GetUtcNow()) ? known
        : BeginPeriod();

    /// <summary>True where a page that was rendered in one period is the same in another: nothing happened between them that it shows.</summary>
    public bool StillValid(CacheKey key, ValidityPeriod from, ValidityPeriod until) =>
        from == until
        || key.Report is { } slug
            && from.Until == until.Until
            && from.From <= until.From
            && database.IsUnchanged(slug, from.Version);

    ValidityPeriod? BeginPeriod()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (database.Version is not { } mark)
                return null;
            if (current is { } known && known.Contains(mark, now))
                return known;

            var midnight = new DateTimeOffset(BeijingTime.At(now).Date.AddDays(1), BeijingTime.Offset);
            return current = new ValidityPeriod(
                mark,
                indexer.Edition(),
                now,
                indexer.NextVisibilityChange(now) is { } turn && turn < midnight ? turn : midnight
            );
        }
    }
}
