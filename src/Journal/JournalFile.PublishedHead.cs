using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Journal.Proof;

namespace WorkReports.Journal;

public sealed partial class JournalFile
{
    /// <param name="key">In use; null where nobody signs.</param>
    /// <returns>Null before the first entry.</returns>
    internal static PublishedHead? PublishedHead(SqliteConnection connection, JournalPublicKey? key)
    {
        var (number, hash, time, since) = connection.QuerySingleOrDefault<(
            long,
            string,
            DateTimeOffset,
            DateTimeOffset
        )>(
            """
            select last.number, last.hash, last.time, first.time
            from entries as last, entries as first
            where last.number = (select max(number) from entries) and first.number = 1
            """
        );
        if (number == 0)
            return null;
        var signature = key is null
            ? null
            : connection.QuerySingleOrDefault<HeadSignature>(
                "select number, time, key, signature as value from signatures where number = @number and key = @Id",
                new { number, key.Id }
            );
        return new PublishedHead(number, hash, time, since, signature, key?.Base64 ?? "");
    }
}
