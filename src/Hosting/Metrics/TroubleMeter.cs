using System.Diagnostics.Metrics;
using WorkReports.Clock;
using WorkReports.Content;
using WorkReports.Hosting.Lifecycle;

namespace WorkReports.Hosting.Metrics;

/// <summary>Figures that are 0 while all is well.</summary>
static class TroubleMeter
{
    public static void Observe(
        Meter meter,
        JournalRecorder recorder,
        Publisher publisher,
        PublicationClock clock,
        Readiness readiness
    )
    {
        Flag(meter, "workreports.trouble", "1 while /readyz has anything to say beside ready.", () =>
            readiness.Troubles is not []
        );
        Flag(meter, "workreports.journal.trouble", "1 while the journal cannot be written.", () =>
            recorder.Trouble is not null
        );
        Flag(meter, "workreports.clock.frozen", "1 while the clock is not believed, and nothing appears by time.", () =>
            clock.Fault is not null
        );
        meter.CreateObservableGauge(
            "workreports.held.removals",
            () => publisher.HeldCount,
            null,
            "Reports and pillars that stand though their files are gone, until they are back or accepted."
        );
    }

    static void Flag(Meter meter, string name, string description, Func<bool> isSo) =>
        meter.CreateObservableGauge(name, () => isSo() ? 1 : 0, null, description);
}
