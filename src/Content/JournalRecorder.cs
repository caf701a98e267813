using System.Data.Common;
using WorkReports.Index;
using WorkReports.Journal;

namespace WorkReports.Content;

/// <summary>
/// Keeps the journal in step with the editions. It is written before an edition is committed: a program killed in between
/// repeats the scan, finds the journal knowing already, and writes nothing twice.
/// A preview publishes nothing, so it records nothing.
/// </summary>
public sealed class JournalRecorder(EditionState editions, JournalFile journal, TimeProvider clock)
{
    /// <summary>True when the journal may have missed something: before the first look, and after a failure.</summary>
    bool isBehind = true;

    DateTimeOffset lastLook;

    /// <summary>Why the journal cannot be written; null while it can.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Records an edition that is about to be committed, and lets it know the addresses that reports left.</summary>
    /// <param name="affected">The files that were read, or are gone.</param>
    /// <param name="before">The addresses that they held before.</param>
    internal void Record(EditionTransaction edition, IReadOnlyList<string> affected, IReadOnlyList<string> before)
    {
        var now = clock.GetUtcNow();
        var seen = StatusOf(edition.ReportsOf(affected, now));
        var former = TryRecord(() =>
            journal.Record(seen, [.. before.Except(seen.Select(report => report.Slug))], now)
                ? journal.FormerAddresses()
                : null
        );
        if (former is not null)
            edition.PutFormerAddresses(former);
    }

    /// <summary>
    /// Records what time alone has shown or taken down since the last look, and all that was missed. What was missed waits while
    /// files are still being read: a report that is not in the index yet must not be recorded as gone.
    /// </summary>
    public void CatchUp(bool isReading = false)
    {
        if (isBehind && isReading)
            return;
        var now = clock.GetUtcNow();
        var seen =
            isBehind ? editions.Reports(now)
            : now > lastLook ? editions.VisibilityChanges(lastLook, now)
            : [];
        var former = TryRecord(() =>
            isBehind ? journal.Reconcile(StatusOf(seen), now) : RecordVisibilityChanges(StatusOf(seen), now)
        );
        if (Trouble is not null)
            return;
        if (former is not null && !former.SequenceEqual(editions.FormerAddresses()))
            PutFormerAddresses(former);
        (isBehind, lastLook) = (false, now);
    }

    IReadOnlyList<FormerAddress>? RecordVisibilityChanges(IReadOnlyList<ReportStatus> turned, DateTimeOffset now)
    {
        journal.Record(turned, [], now);
        return null;
    }

    void PutFormerAddresses(IReadOnlyCollection<FormerAddress> former)
    {
        using var edition = editions.Begin();
        edition.PutFormerAddresses(former);
        edition.Commit();
    }

    static IReadOnlyList<ReportStatus> StatusOf(IReadOnlyList<ReportSnapshot> reports) =>
        [
            .. reports.Select(report => new ReportStatus
            {
                Slug = report.Slug,
                Path = report.Path,
                Title = report.Title,
                Content = report.Hash,
                State = report.State switch
                {
                    ReportState.Published => AddressState.Published,
                    ReportState.Withdrawn => AddressState.Withdrawn,
                    _ => AddressState.Hidden,
                },
            }),
        ];

    /// <summary>A journal that cannot be written keeps no report from its readers: it is told, and made good later. An index that cannot is no matter of the journal.</summary>
    IReadOnlyList<FormerAddress>? TryRecord(Func<IReadOnlyList<FormerAddress>?> record)
    {
        if (editions.IsPreview)
            return null;
        try
        {
            var former = record();
            Trouble = null;
            return former;
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
        {
            (Trouble, isBehind) = (exception.Message, true);
            return null;
        }
    }
}
