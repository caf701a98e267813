using WorkReports.Index;
using WorkReports.Index.Editions;

namespace WorkReports.Hosting.Caching;

/// <summary>A time in which no page changes, neither by an edition nor by the clock.</summary>
/// <param name="Version">The database's count of visible changes when it began.</param>
/// <param name="Edition">The edition's number, for the log.</param>
sealed record ValidityPeriod(long Version, long Edition, DateTimeOffset From, DateTimeOffset Until)
{
    public bool Contains(long version, DateTimeOffset now) => version == Version && From <= now && now < Until;
}

/// <summary>
/// Says how long a page that is rendered now stays valid: until the next edition, until a report appears or disappears
/// by its own dates, or until midnight in Beijing, when the days that the whole site is grey begin and end. The README
/// tells the protocol.
/// </summary>
sealed class CacheValidity(Database database, EditionState editions, TimeProvider clock)
{
    readonly Lock gate = new();
    volatile ValidityPeriod? current;

    /// <summary>The last that was begun; it may have ended a moment ago.</summary>
    public ValidityPeriod? LatestPeriod => current;

    /// <summary>
    /// Null at the moment when one edition gives way to the next. A clock that was set back begins another one, too.
    /// </summary>
    public ValidityPeriod? CurrentPeriod() =>
        database.Version is not { } version ? null
        : current is { } known && known.Contains(version, clock.GetUtcNow()) ? known
        : BeginPeriod();

    /// <summary>
    /// True where a page of an earlier period has the same bytes now. Beside pages of this period these are pages of
    /// one report, while no edition since touched it and the clock has changed nothing: both periods end at the same
    /// moment.
    /// </summary>
    public bool StillValid(CachedPage page, ValidityPeriod now) =>
        page.Period == now
        || page.Report is { } slug
            && page.Period.Until == now.Until
            && page.Period.From <= now.From
            && database.IsUnchanged(slug, page.Period.Version);

    ValidityPeriod? BeginPeriod()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            // Before the edition and its next change are read: what is read after may be of a newer edition, never of
            // an older one.
            if (database.Version is not { } version)
                return null;
            if (current is { } known && known.Contains(version, now))
                return known;

            var midnight = new DateTimeOffset(BeijingTime.At(now).Date.AddDays(1), BeijingTime.Offset);
            return current = new ValidityPeriod(
                version,
                editions.Edition(),
                now,
                editions.NextVisibilityChange(now) is { } change && change < midnight ? change : midnight
            );
        }
    }
}
