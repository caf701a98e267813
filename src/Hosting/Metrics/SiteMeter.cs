using System.Data.Common;
using System.Diagnostics.Metrics;
using WorkReports.Clock;
using WorkReports.Content;
using WorkReports.Hosting.Caching;
using WorkReports.Hosting.Lifecycle;
using WorkReports.Index;

namespace WorkReports.Hosting.Metrics;

/// <summary>What the program counts about itself. While nobody collects it, it costs nothing.</summary>
sealed class SiteMeter
{
    public const string Name = "WorkReports";

    readonly EditionState editions;
    readonly TimeProvider clock;
    readonly Counter<long> published;
    readonly Counter<long> filesRead;
    readonly Histogram<double> duration;
    Publication? last;
    DateTimeOffset lastSuccess;

    static readonly Measurement<int> Build = new(
        1,
        new("version", BuildInfo.Current.Version),
        new("commit", BuildInfo.Current.Commit)
    );

    public SiteMeter(
        IMeterFactory meters,
        Settings settings,
        PageCache pages,
        EditionState editions,
        JournalRecorder recorder,
        Publisher publisher,
        Readiness readiness,
        PublicationClock clock
    )
    {
        (this.editions, this.clock) = (editions, clock);
        var meter = meters.Create(Name);
        published = meter.CreateCounter<long>(
            "workreports.publishing.editions",
            null,
            "Editions that were published since the start."
        );
        filesRead = meter.CreateCounter<long>(
            "workreports.publishing.files_read",
            null,
            "New or changed files that were read."
        );
        duration = meter.CreateHistogram(
            "workreports.publishing.duration",
            "s",
            "How long it took to publish an edition.",
            null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
            }
        );
        ObserveBuild(meter);
        ObservePages(meter, pages);
        ObserveContent(meter, recorder);
        TroubleMeter.Observe(meter, recorder, publisher, clock, readiness);
        StorageMeter.Observe(meter, settings);
    }

    public void Published(Publication publication, TimeSpan took)
    {
        (last, lastSuccess) = (publication, clock.GetUtcNow());
        if (!publication.IsNew)
            return;

        published.Add(1);
        filesRead.Add(publication.Read);
        duration.Record(took.TotalSeconds);
    }

    /// <summary>What another server published is shown here.</summary>
    public void Followed() => lastSuccess = clock.GetUtcNow();

    static void ObserveBuild(Meter meter) =>
        meter.CreateObservableGauge(
            "workreports.build.info",
            () => Build,
            null,
            "Always 1; its labels say which build runs."
        );

    static void ObservePages(Meter meter, PageCache pages)
    {
        meter.CreateObservableCounter(
            "workreports.page_cache.requests",
            () => CacheRequests(pages),
            null,
            "Requests for pages that the cache keeps, by whether it had them."
        );
        meter.CreateObservableGauge(
            "workreports.page_cache.size",
            () => pages.Size,
            "By",
            "What the pages in memory take."
        );
        meter.CreateObservableGauge("workreports.page_cache.entries", () => pages.Count, null, "Pages in memory.");
        meter.CreateObservableCounter(
            "workreports.page_cache.renderings",
            () => pages.Rendered,
            null,
            "How many times a page was rendered."
        );
    }

    void ObserveContent(Meter meter, JournalRecorder recorder)
    {
        meter.CreateObservableGauge(
            "workreports.publishing.active",
            () => recorder.Publishes ? 1 : 0,
            null,
            "1 on the server that publishes, 0 on those that follow it."
        );
        meter.CreateObservableGauge(
            "workreports.publishing.last_success_timestamp",
            () => lastSuccess.ToUnixTimeMilliseconds() / 1000.0,
            "s",
            "When the content was last looked at, and all of it published."
        );
        meter.CreateObservableGauge(
            "workreports.edition",
            Edition,
            null,
            "The number of the edition that readers see."
        );
        meter.CreateObservableGauge(
            "workreports.files",
            () => last?.Files ?? 0,
            null,
            "Files of reports that are known."
        );
        meter.CreateObservableGauge("workreports.problems", Problems, null, "Mistakes in the content, by severity.");
        meter.CreateObservableGauge(
            "workreports.reports",
            Reports,
            null,
            "Reports, by how they stand with their readers."
        );
    }

    static IEnumerable<Measurement<long>> CacheRequests(PageCache pages) =>
        [Labelled(pages.Hits, "result", "hit"), Labelled(pages.Misses, "result", "miss")];

    IEnumerable<Measurement<int>> Problems() =>
        ByName<Severity>("severity", severity => last?.Problems.Count(problem => problem.Severity == severity) ?? 0);

    IEnumerable<Measurement<long>> Edition()
    {
        try
        {
            return [new(editions.Edition())];
        }
        catch (DbException)
        {
            return [];
        }
    }

    IEnumerable<Measurement<int>> Reports()
    {
        try
        {
            var counts = editions.CountByState(clock.GetUtcNow());
            return ByName<ReportState>("state", state => counts.GetValueOrDefault(state));
        }
        catch (DbException)
        {
            // The index cannot be read: /readyz says so.
            return [];
        }
    }

    static Measurement<T> Labelled<T>(T value, string label, string name)
        where T : struct => new(value, new KeyValuePair<string, object?>(label, name));

    static IEnumerable<Measurement<int>> ByName<T>(string label, Func<T, int> count)
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(name => Labelled(count(name), label, name.ToString().ToLowerInvariant()));
}
