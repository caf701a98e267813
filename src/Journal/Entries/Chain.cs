using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace WorkReports.Journal.Entries;

/// <summary>
/// What chains the entries: the hash of each covers all that it says, the entry before, and one further back, as a skip list has
/// it. So a proof that an entry belongs to a head needs a few dozen hashes, not all the entries between.
/// </summary>
static class Chain
{
    public const int Format = 2;

    /// <summary>The further entry that an entry's hash covers: 0 where there is none. For 12 it is 8, for 8 it is 0.</summary>
    public static long SkipOf(long number) => number - (number & -number);

    /// <param name="previous">The hash of the entry before; empty for the first.</param>
    /// <param name="skip">The hash of the entry <see cref="SkipOf"/>; empty for none. The first builds did without.</param>
    public static string HashOf(JournalEntry entry, string previous, string skip) =>
        entry.Format == 1 ? FirstFormat(entry, previous) : Link(previous, skip, DigestOf(entry));

    public static string Link(string previous, string skip, string digest) =>
        Hex(Encoding.ASCII.GetBytes($"{previous}\n{skip}\n{digest}"));

    /// <summary>Of all that an entry says by itself.</summary>
    public static string DigestOf(JournalEntry entry) =>
        Hex(
            JsonSerializer.SerializeToUtf8Bytes(
                new object?[]
                {
                    entry.Format,
                    entry.Number,
                    entry.Time.ToUnixTimeSeconds(),
                    (int)entry.Event,
                    entry.Slug,
                    entry.Formerly,
                    entry.Path,
                    entry.Title,
                    entry.Content,
                    entry.Reading,
                    entry.Refers,
                    entry.Note,
                }
            )
        );

    static string FirstFormat(JournalEntry entry, string previous) =>
        Hex(
            JsonSerializer.SerializeToUtf8Bytes(
                new object[]
                {
                    previous,
                    entry.Number,
                    entry.Time.ToUnixTimeSeconds(),
                    (int)entry.Event,
                    entry.Slug,
                    entry.Formerly,
                    entry.Path,
                    entry.Title,
                    entry.Content,
                }
            )
        );

    static string Hex(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
