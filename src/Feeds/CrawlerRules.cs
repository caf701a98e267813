namespace WorkReports.Feeds;

/// <summary>What sitemap.xml and robots.txt say of the site's addresses.</summary>
sealed record CrawlerRules
{
    /// <param name="listed">Route patterns of pages for the sitemap.</param>
    /// <param name="disallowed">Route patterns that crawlers should not ask for.</param>
    public CrawlerRules(IReadOnlyList<string> listed, IReadOnlyList<string> disallowed)
    {
        // Told at the start, not to the first crawler.
        if (listed.FirstOrDefault(pattern => !Sitemap.CanList(pattern)) is { } unknown)
            throw new InvalidOperationException($"The sitemap does not know which addresses {unknown} stands for.");
        (Listed, Disallowed) = (listed, disallowed);
    }

    public IReadOnlyList<string> Listed { get; }

    public IReadOnlyList<string> Disallowed { get; }
}
