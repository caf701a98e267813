namespace WorkReports.Content.Reports;

/// <summary>Who wants which address, for a look at files without an index.</summary>
/// <param name="published">The files that were published at addresses, by these.</param>
/// <param name="left">Addresses that reports left, each with the one to which readers are sent on.</param>
/// <param name="there">The files that lie in the folder.</param>
sealed class AddressClaims(
    IReadOnlyDictionary<string, string> published,
    IReadOnlyDictionary<string, string> left,
    IReadOnlySet<string> there
)
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

    /// <summary>What each is told whose old address, or the name of whose file, leads readers to another report.</summary>
    public IEnumerable<Problem> FormerConflicts()
    {
        var visible = claims.Where(claim => !claim.Report!.Draft).ToList();
        var current = visible
            .GroupBy(claim => claim.Report!.Slug)
            .ToDictionary(same => same.Key, same => same.First().Report!);
        // As readers are led: to the one that they have known longest.
        var eldest = visible
            .SelectMany(claim => claim.Report!.Aliases.Select(alias => (Alias: alias, Report: claim.Report!)))
            .GroupBy(claim => claim.Alias)
            .ToDictionary(
                same => same.Key,
                same =>
                    same.Select(claim => claim.Report)
                        .OrderBy(report => report.Published)
                        .ThenBy(report => report.Slug, StringComparer.Ordinal)
                        .First()
            );
        foreach (var claim in visible)
        {
            var report = claim.Report!;
            foreach (var alias in report.Aliases.Distinct().Where(alias => alias != report.Slug))
            {
                var holder = current.GetValueOrDefault(alias)?.Path ?? HeirOf(alias) ?? eldest[alias].Path;
                if (holder != report.Path)
                    yield return AddressConflict.OfAlias(report, claim.AliasesAt, alias, holder);
            }
            var name = AddressText.Composed(Path.GetFileNameWithoutExtension(report.Path));
            if (name != report.Slug && HeirOf(name) is { } heir && heir != report.Path)
                yield return AddressConflict.OfFileName(report, name, heir);
        }
    }

    /// <summary>The file of the report that left this address; null where there is none any more.</summary>
    string? HeirOf(string address) => left.TryGetValue(address, out var slug) ? HolderOf(slug) : null;

    /// <summary>
    /// The file that was published there, also while it has mistakes; null where it is gone, or wants another address now.
    /// </summary>
    string? HolderOf(string slug) =>
        published.TryGetValue(slug, out var path) && there.Contains(path) && !elsewhere.Contains(path) ? path : null;
}
