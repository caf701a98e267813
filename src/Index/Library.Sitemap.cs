using Dapper;

namespace WorkReports.Index;

/// <summary>A report as a crawler's map lists it.</summary>
public sealed record SitemapEntry
{
    public required string Slug { get; init; }
    public required DateTimeOffset Published { get; init; }
    public DateTimeOffset? Updated { get; init; }
}

public sealed partial class Library
{
    /// <summary>The newest visible reports, as many as one sitemap file may hold.</summary>
    public IReadOnlyList<SitemapEntry> SitemapEntries(int most)
    {
        return Connection
            .Query<SitemapEntry>(
                $"""
                select slug, published, updated
                from reports
                where {Visible}
                order by published desc, slug
                limit @most
                """,
                new { most, now }
            )
            .AsList();
    }
}
