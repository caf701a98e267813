using System.Diagnostics.Metrics;
using WorkReports.Hosting.Protection;

namespace WorkReports.Hosting.Metrics;

/// <summary>What the program counts about work that has to wait, and readers who had to go.</summary>
static class LoadMeter
{
    public static void Observe(IServiceProvider services)
    {
        var meter = services.GetRequiredService<IMeterFactory>().Create(SiteMeter.Name);
        var bulkheads = services.GetRequiredService<Bulkheads>();
        var unsent = services.GetRequiredService<UnsentBytes>();
        var connections = services.GetRequiredService<ConnectionLimit>();
        meter.CreateObservableGauge(
            "workreports.load.running",
            () => ByWork(bulkheads, places => places.Running),
            null,
            "Searches and renderings that are being made."
        );
        meter.CreateObservableGauge(
            "workreports.load.waiting",
            () => ByWork(bulkheads, places => places.Waiting),
            null,
            "Searches and renderings that wait for a place."
        );
        meter.CreateObservableCounter(
            "workreports.load.refused",
            () => ByWork(bulkheads, places => places.Refused),
            null,
            "Searches and renderings that found no place in time, and got 503."
        );
        meter.CreateObservableGauge(
            "workreports.load.unsent",
            () => unsent.Count,
            "By",
            "What slow readers have not taken yet of large answers made for them alone."
        );
        meter.CreateObservableCounter(
            "workreports.connections.refused",
            () => connections.Refused,
            null,
            "Connections that were closed since their client had too many."
        );
    }

    static IEnumerable<Measurement<long>> ByWork(Bulkheads bulkheads, Func<Bulkhead, long> count) =>
        [
            new(count(bulkheads.Searches), new KeyValuePair<string, object?>("work", "search")),
            new(count(bulkheads.Renderings), new KeyValuePair<string, object?>("work", "rendering")),
        ];
}
