using WorkReports.Hosting;

namespace WorkReports.Commands;

/// <summary>What is wrong with the settings that say whom the server believes, and how much it gives.</summary>
static class SafetyFaults
{
    public static IEnumerable<string> Of(Settings settings)
    {
        foreach (var proxy in Proxies.Named(settings).Where(named => Proxies.Read(named) is null))
            yield return $"--proxies: '{proxy}' is no address and no network; write for example 10.0.0.0/8;127.0.0.1;::1, or none.";
        if (settings.SearchRate < 0) yield return "--search-rate: write a number of searches in ten seconds, for example 200; 0 sets no limit.";
    }
}
