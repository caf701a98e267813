using System.Diagnostics.Metrics;

namespace WorkReports.Hosting.Metrics;

/// <summary>What the databases take.</summary>
static class StorageMeter
{
    public static void Observe(Meter meter, Settings settings)
    {
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

    static long SizeOf(string file) => new FileInfo(file) is { Exists: true } info ? info.Length : 0;
}
