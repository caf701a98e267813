using Dapper;
using Microsoft.Data.Sqlite;

namespace WorkReports.Journal;

public sealed partial class JournalFile
{
    /// <summary>
    /// Addresses that were published once and hold no report now, each with the place where its report went.
    /// </summary>
    public IReadOnlyList<FormerAddress> FormerAddresses()
    {
        using var connection = Open();
        return FormerAddresses(connection);
    }

    internal static IReadOnlyList<FormerAddress> FormerAddresses(SqliteConnection connection) =>
        connection
            .Query<FormerAddress>(
                """
                with recursive trail (slug, now, steps) as (
                    select slug, moved_to, 0
                    from addresses
                    where state in @left
                    union all
                    select trail.slug, addresses.moved_to, steps + 1
                    from trail
                    join addresses on addresses.slug = trail.now
                    where addresses.state = @Moved and steps < 32
                )
                select addresses.slug, last.now
                from addresses
                join (select slug, now, max(steps) from trail group by slug) as last using (slug)
                where was_published
                order by addresses.slug
                """,
                new
                {
                    left = new[] { AddressState.Moved, AddressState.Removed, AddressState.TakenDown },
                    AddressState.Moved,
                }
            )
            .AsList();

    /// <summary>
    /// Addresses from which readers are redirected; none where there is no journal, or none that can be read.
    /// </summary>
    public static IReadOnlyList<string> RedirectedSlugs(Settings settings)
    {
        try
        {
            return File.Exists(settings.JournalFile)
                ?
                [
                    .. new JournalFile(settings)
                        .FormerAddresses()
                        .Where(address => address.Now is not null)
                        .Select(address => address.Slug),
                ]
                : [];
        }
        catch (SqliteException)
        {
            return [];
        }
    }
}
