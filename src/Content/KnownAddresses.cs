using WorkReports.Content.Reports;

namespace WorkReports.Content;

/// <summary>The addresses that the site answers at, as far as the content says so.</summary>
/// <param name="former">Last parts of addresses that reports had before, and that lead on.</param>
sealed class KnownAddresses(SiteContext context, IEnumerable<string> former)
{
    readonly HashSet<string> known =
    [
        .. context.Pillars.Select(pillar => Address.Pillar(pillar.Slug)),
        .. context.Site.Units.Select(unit => Address.Unit(unit.Slug)),
        .. former.Select(Address.Report),
    ];

    public void Add(Report report)
    {
        known.Add(Address.Report(report.Slug));
        foreach (var alias in report.Aliases)
            known.Add(Address.Report(alias));
    }

    /// <summary>True for an address of the site itself, with or without its name before it.</summary>
    public bool IsOwn(string url) => PathOf(url) is not null;

    /// <summary>True for a report, pillar or unit that is not there.</summary>
    public bool IsMissing(string url) =>
        PathOf(url) is { } path
        && path.Trim('/').Split('/') is ["reports" or "pillars" or "units", { Length: > 0 } slug, ..] parts
        && !known.Contains($"/{parts[0]}/{(slug.EndsWith(".md", StringComparison.Ordinal) ? slug[..^3] : slug)}");

    string? PathOf(string url)
    {
        if (url.StartsWith("//", StringComparison.Ordinal))
            url = "https:" + url;
        if (url.StartsWith('/'))
            url = context.Site.Origin + url;
        return Uri.TryCreate(url, UriKind.Absolute, out var whole) && whole.Host == new Uri(context.Site.Origin).Host
            ? Uri.UnescapeDataString(whole.AbsolutePath)
            : null;
    }
}
