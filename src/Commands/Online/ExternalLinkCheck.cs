using System.Collections.Concurrent;
using WorkReports.Content.Rendering;

namespace WorkReports.Commands.Online;

/// <summary>Checks the links of reports to other sites: each address once, a few at a time, within a time limit.</summary>
sealed class ExternalLinkCheck(LinkConnector connector, TimeSpan? perLink = null, TimeSpan? inAll = null) : IDisposable
{
    const int ConcurrencyLimit = 8;
    const int ConcurrencyLimitPerHost = 2;

    /// <summary>No site of reports links more; a hostile file could hold a million.</summary>
    const int AddressLimit = 5000;

    readonly TimeSpan totalTimeout = inAll ?? TimeSpan.FromMinutes(2);

    readonly LinkProbe probe = new(connector, perLink ?? TimeSpan.FromSeconds(10));
    readonly ConcurrentDictionary<string, SemaphoreSlim> hosts = [];

    /// <returns>Problems, and a sentence with the totals.</returns>
    public async Task<(IReadOnlyList<Problem> Problems, string Summary)> Check(
        IReadOnlyList<ExternalLink> links,
        CancellationToken stop
    )
    {
        var addresses = HostsInTurn(links.GroupBy(link => link.Url.Split('#')[0]));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        end.CancelAfter(totalTimeout);
        var results = new LinkResult?[addresses.Count];
        try
        {
            await Parallel.ForAsync(
                0,
                Math.Min(addresses.Count, AddressLimit),
                new ParallelOptions { MaxDegreeOfParallelism = ConcurrencyLimit, CancellationToken = end.Token },
                async (at, token) => results[at] = await Check(addresses[at].Key, token)
            );
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // The time limit is reached: the links that are left count as unchecked, and what was found is still reported.
        }
        var problems = addresses.SelectMany(
            (links, at) =>
                results[at]?.Fault is var (code, message)
                    ? links.Select(link => new Problem(link.File, link.At, Severity.Warning, code, message))
                    : []
        );
        return ([.. problems], Summary(results));
    }

    public void Dispose()
    {
        probe.Dispose();
        foreach (var places in hosts.Values)
            places.Dispose();
    }

    /// <summary>One address of each host, then a second of each: a host that is slow keeps few others waiting.</summary>
    static List<IGrouping<string, ExternalLink>> HostsInTurn(IEnumerable<IGrouping<string, ExternalLink>> addresses) =>
        [
            .. addresses
                .GroupBy(address => HostOf(address.Key))
                .SelectMany(host => host.Select((address, turn) => (address, turn)))
                .OrderBy(one => one.turn)
                .Select(one => one.address),
        ];

    /// <summary>What stands between the slashes: a name that is wrong has to be told, not understood.</summary>
    static string HostOf(string url) => url.Split('/', 4) is [_, "", var host, ..] ? host.ToLowerInvariant() : "";

    async Task<LinkResult> Check(string url, CancellationToken stop)
    {
        var places = hosts.GetOrAdd(HostOf(url), _ => new SemaphoreSlim(ConcurrencyLimitPerHost));
        await places.WaitAsync(stop);
        try
        {
            return await probe.Ask(url, stop);
        }
        finally
        {
            places.Release();
        }
    }

    static string Summary(LinkResult?[] results)
    {
        var faults = results.Count(result => result is { Fault: not null });
        var inconclusive = results.Count(result => result is { IsConclusive: false });
        var notChecked = results.Count(result => result is null);
        return $"外部链接 {results.Length} 个地址：{results.Length - faults - inconclusive - notChecked} 个正常，{faults} 个有问题，{inconclusive} 个对方不让程序查看，{notChecked} 个没来得及查。";
    }
}
