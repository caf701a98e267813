using Dapper;

namespace WorkReports.Index;

/// <summary>The reports before and after one.</summary>
public sealed record Neighbours(ReportSummary? Earlier, ReportSummary? Later);

public sealed partial class Library
{
    /// <summary>The report at an address; a withdrawn one too, since its page says why it is gone.</summary>
    public Report? Find(string slug)
    {
        var report = Connection.QuerySingleOrDefault<Report>(
            $"""
            select reports.*, bodies.html, bodies.text
            from reports
            join bodies on bodies.report = reports.id
            where slug = @slug
                and ({Visible} or withdrawn is not null and (draft = 0 and published <= @now or {database.IsPreview}))
            """,
            new { slug, now }
        );
        return report is null
            ? null
            : report with
            {
                Pillars = Connection
                    .Query<Membership>(
                        """
                        select memberships.pillar, memberships.section
                        from memberships
                        join reports on reports.id = memberships.report
                        join pillars on pillars.slug = memberships.pillar
                        where reports.slug = @slug
                        order by pillars."order", pillars.slug
                        """,
                        new { slug }
                    )
                    .AsList(),
            };
    }

    /// <summary>The file that a visible report was made of, and the hash of its bytes; null where there is none.</summary>
    public (string Path, string Hash)? SourceOf(string slug) =>
        Connection.QuerySingleOrDefault<(string, string)?>(
            $"select path, hash from reports where slug = @slug and {Visible}",
            new { slug, now }
        );

    /// <summary>What once was at an address where no visible report is; null when nothing ever was.</summary>
    /// <param name="address">As it was asked for: an old address, or the name of a report's file.</param>
    public FormerAddress? FindFormer(string address)
    {
        var former = Connection.QuerySingleOrDefault<FormerAddress>(
            "select slug, current_slug as CurrentSlug from former where slug = @address",
            new { address }
        );
        // An address stays with the report that was published there, whatever another one says of its own past.
        var current = Standing(former?.CurrentSlug) ?? SlugOfAlias(address) ?? Standing(address.ToLowerInvariant());
        return current is not null || former is not null || IsExpired(address)
            ? new FormerAddress { Slug = address, CurrentSlug = current }
            : null;

        string? Standing(string? slug) => slug is not null && slug != address && IsVisible(slug) ? slug : null;
    }

    /// <summary>Of several the one that readers have known longest.</summary>
    string? SlugOfAlias(string alias) =>
        Connection.QueryFirstOrDefault<string>(
            $"""
            select slug
            from aliases
            join reports on reports.id = aliases.report
            where alias = @alias and {Visible}
            order by published, noticed, slug
            """,
            new { alias, now }
        );

    bool IsVisible(string slug) =>
        Connection.ExecuteScalar<bool>(
            $"select exists (select 1 from reports where slug = @slug and ({Visible} or withdrawn is not null))",
            new { slug, now }
        );

    /// <summary>True for a report whose time on the site is over.</summary>
    bool IsExpired(string slug) =>
        Connection.ExecuteScalar<bool>(
            "select exists (select 1 from reports where slug = @slug and draft = 0 and published <= @now and expires <= @now)",
            new { slug, now }
        );

    /// <summary>The reports of the same folder that were published before and after this one.</summary>
    public Neighbours Neighbours(Report report)
    {
        ReportSummary? Next(string side, string order) =>
            Connection.QueryFirstOrDefault<ReportSummary>(
                $"""
                select {Summary}
                from reports
                where folder = @Folder and (published, slug) {side} (@Published, @Slug) and {Visible}
                order by published {order}, slug {order}
                limit 1
                """,
                new
                {
                    report.Folder,
                    report.Published,
                    report.Slug,
                    now,
                }
            );
        return new Neighbours(Next("<", "desc"), Next(">", "asc"));
    }
}
