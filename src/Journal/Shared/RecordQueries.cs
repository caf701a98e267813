using System.Data;
using Dapper;
using WorkReports.Journal.Entries;
using WorkReports.Journal.Holding;
using WorkReports.Journal.Proof;

namespace WorkReports.Journal.Shared;

/// <summary>What is asked in the same words of a journal in SQLite and of the record in PostgreSQL: their tables are the same.</summary>
static class RecordQueries
{
    /// <summary>The last entry.</summary>
    public static JournalHead Head(this IDbConnection record) =>
        record.QueryFirstOrDefault<JournalHead>("select number, hash from entries order by number desc limit 1")
        ?? JournalHead.None;

    /// <summary>Entries after this one, the oldest first.</summary>
    public static IReadOnlyList<JournalEntry> EntriesAfter(this IDbConnection record, long number, int limit) =>
        record
            .Query<JournalEntry>(
                "select * from entries where number > @number order by number limit @limit",
                new { number, limit }
            )
            .AsList();

    /// <summary>Hashes of the texts that were taken out for good.</summary>
    public static IReadOnlyList<string> ErasedTexts(this IDbConnection record) =>
        record.Query<string>("select hash from texts where bytes is null").AsList();

    /// <summary>Signatures of this entry and of later ones.</summary>
    public static IReadOnlyList<HeadSignature> SignaturesFrom(this IDbConnection record, long number) =>
        record
            .Query<HeadSignature>(
                "select number, time, key, signature as value from signatures where number >= @number",
                new { number }
            )
            .AsList();

    /// <summary>All acceptances, each with the entry that says so; null while no publisher has obeyed it.</summary>
    public static IReadOnlyList<(Acceptance Acceptance, long? Entry)> Acceptances(this IDbConnection record) =>
        [
            .. record.Query<Acceptance, long?, (Acceptance, long?)>(
                "select number, time, who, what, entry from acceptances order by number",
                (acceptance, entry) => (acceptance, entry),
                splitOn: "entry"
            ),
        ];
}
