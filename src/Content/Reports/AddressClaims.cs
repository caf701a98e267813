namespace WorkReports.Content.Reports;

/// <summary>Who wants which address, for a look at files without an index.</summary>
/// <param name="published">The files that were published at addresses, by these.</param>
/// <param name="there">The files that lie in the folder.</param>
sealed class AddressClaims(IReadOnlyDictionary<string, string> published, IReadOnlySet<string> there)
{
    readonly List<ParsedReport> claims = [];
    readonly HashSet<string> elsewhere = [];

    public void Add(string path, ParsedReport parsed)
    {
        if (parsed.Report is not { } report)
            return;
        claims.Add(parsed);
        if (published.GetValueOrDefault(report.Slug) != path)
            elsewhere.Add(path);
    }

    /// <summary>What each is told that wants an address which another one holds.</summary>
    public IEnumerable<Problem> Conflicts() =>
        claims
            .GroupBy(claim => claim.Report!.Slug)
            .SelectMany(same =>
            {
                var holder = HolderOf(same.Key) ?? same.First().Report!.Path;
                return same.Where(claim => claim.Report!.Path != holder)
                    .Select(claim => AddressConflict.Of(claim.Report!, claim.AddressLine, holder));
            });

    /// <summary>
    /// The file that was published there, also while it has mistakes; null where it is gone, or wants another address now.
    /// </summary>
    string? HolderOf(string slug) =>
        published.TryGetValue(slug, out var path) && there.Contains(path) && !elsewhere.Contains(path) ? path : null;
}
