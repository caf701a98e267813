using System.Data.Common;
using System.Diagnostics.Metrics;
using WorkReports.Content;
using WorkReports.Hosting.Caching;
using WorkReports.Hosting.Lifecycle;
using WorkReports.Index;

namespace WorkReports.Hosting.Metrics;

/// <summary>What the program counts about itself. While nobody listens it costs nothing.</summary>
sealed class SiteMeter
{
    public const string Name = "WorkReports";

    readonly PageCache pages;
    readonly EditionState indexer;
    readonly TimeProvider clock;
    readonly Counter<long> cacheUses;
    readonly Counter<long> editions;
    readonly Counter<long> filesRead;
    readonly Histogram<double> publishing;
    Publication? last;
    DateTimeOffset lastSuccess;

    static readonly Measurement<int> Build = new(
        1,
        new("version", BuildInfo.Current.Version),
        new("commit", BuildInfo.Current.Commit)
    );
    static readonly KeyValuePair<string, object?> Hit = new("result", "hit");
    static readonly KeyValuePair<string, object?> Miss = new("result", "miss");

    public SiteMeter(
        IMeterFactory meters,
        Settings settings,
        PageCache pages,
        EditionState indexer,
        JournalRecorder recorder,
        Readiness readiness,
        TimeProvider clock
    )
    {
        (this.pages, this.indexer, this.clock) = (pages, indexer, clock);
        var meter = meters.Create(Name);
        cacheUses = meter.CreateCounter<long>(
            "workreports.page_cache.requests",
            null,
            "Requests for pages that the cache keeps, by whether it had them."
        );
        editions = meter.CreateCounter<long>(
            "workreports.publishing.editions",
            null,
            "Editions that were published since the start."
        );
        filesRead = meter.CreateCounter<long>(
            "workreports.publishing.files_read",
            null,
            "New or changed files that were read."
        );
        publishing = meter.CreateHistogram<double>(
            "workreports.publishing.duration",
            "s",
            "How long it took to publish an edition.",
            null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
            }
        );
        meter.CreateObservableGauge(
            "workreports.build.info",
            () => Build,
            null,
            "Always 1; its labels say which build runs."
        );
        ObservePages(meter);
        ObserveContent(meter);
        Flag(meter, "workreports.trouble", "1 while /readyz has anything to say beside ready.", () =>
            readiness.Troubles is not []
        );
        Flag(meter, "workreports.journal.trouble", "1 while the journal cannot be written.", () =>
            recorder.Trouble is not null
        );
        meter.CreateObservableGauge(
            "workreports.index.size",
            () => SizeOf(settings.IndexFile) + SizeOf(settings.IndexFile + "-wal"),
            "By",
            "The index, with its write-ahead log."
        );
        meter.CreateObservableGauge(
            "workreports.journal.size",
            () => SizeOf(settings.JournalFile),
            "By",
            "The journal."
        );
    }

    public void Found() => cacheUses.Add(1, Hit);

    public void Missed() => cacheUses.Add(1, Miss);

    public void Published(Publication publication, TimeSpan took)
    {
        (last, lastSuccess) = (publication, clock.GetUtcNow());
        if (!publication.IsNew)
            return;

        editions.Add(1);
        filesRead.Add(publication.Read);
        publishing.Record(took.TotalSeconds);
    }

    void ObservePages(Meter meter)
    {
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

    void ObserveContent(Meter meter)
    {
        meter.CreateObservableGauge(
            "workreports.publishing.last_success_timestamp",
            () => lastSuccess.ToUnixTimeMilliseconds() / 1000.0,
            "s",
            "When the content was last looked at, and all of it published."
        );
        meter.CreateObservableGauge(
            "workreports.edition",
            () => last?.Edition ?? 0,
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

    static void Flag(Meter meter, string name, string description, Func<bool> isSo) =>
        meter.CreateObservableGauge(name, () => isSo() ? 1 : 0, null, description);

    IEnumerable<Measurement<int>> Problems() =>
        Enum.GetValues<Severity>()
            .Select(severity =>
                Labelled(last?.Problems.Count(problem => problem.Severity == severity) ?? 0, "severity", severity)
            );

    IEnumerable<Measurement<int>> Reports()
    {
        try
        {
            var counts = indexer.CountByState(clock.GetUtcNow());
            return Enum.GetValues<ReportState>()
                .Select(state => Labelled(counts.GetValueOrDefault(state), "state", state));
        }
        catch (DbException)
        {
            // The index is out of reach: health tells of it.
            return [];
        }
    }

    static Measurement<int> Labelled(int value, string label, Enum name) =>
        new(value, new KeyValuePair<string, object?>(label, name.ToString().ToLowerInvariant()));

    static long SizeOf(string file) => new FileInfo(file) is { Exists: true } there ? there.Length : 0;
}
