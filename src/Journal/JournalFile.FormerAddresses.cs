using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Journal.Entries;

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
                select addresses.slug, last.now as CurrentSlug
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

    /// <summary>What a data folder tells of addresses; nothing where it has no journal, or none that can be read.</summary>
    public static AddressBook AddressesOf(Settings settings)
    {
        try
        {
            return File.Exists(settings.JournalFile) ? new JournalFile(settings).Addresses() : AddressBook.Empty;
        }
        catch (SqliteException)
        {
            return AddressBook.Empty;
        }
    }

    AddressBook Addresses()
    {
        using var connection = Open();
        return new AddressBook(
            FormerAddresses(connection)
                .Where(address => address.CurrentSlug is not null)
                .ToDictionary(address => address.Slug, address => address.CurrentSlug!),
            connection
                .Query<(string Slug, string Path)>(
                    "select slug, path from addresses where state not in @left",
                    new { left = new[] { AddressState.Moved, AddressState.Removed } }
                )
                .ToDictionary(address => address.Slug, address => address.Path)
        );
    }
}
