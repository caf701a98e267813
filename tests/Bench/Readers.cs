using System.Collections.Concurrent;
using System.Diagnostics;

namespace WorkReports.Bench;

/// <summary>A steady stream of requests.</summary>
static class Readers
{
    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    /// <returns>Milliseconds that each request took.</returns>
    public static async Task<IReadOnlyCollection<double>> Read(
        ServerProcess server,
        IReadOnlyList<string> addresses,
        Random random,
        Task until
    )
    {
        var times = new ConcurrentBag<double>();
        var requests = new List<Task>();
        using var pace = new PeriodicTimer(Pace);
        while (!until.IsCompleted && await pace.WaitForNextTickAsync())
        {
            var address = addresses[random.Next(addresses.Count)];
            requests.Add(
                Task.Run(async () =>
                {
                    var begun = Stopwatch.GetTimestamp();
                    await server.Get(address);
                    times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                })
            );
        }
        await until;
        await Task.WhenAll(requests);
        return times;
    }
}
