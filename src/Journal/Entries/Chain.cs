using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace WorkReports.Journal.Entries;

/// <summary>
/// What chains the entries: the hash of each covers all that it says, the entry before, and one further back. So a proof that an
/// entry belongs to a head needs a few dozen hashes, not all the entries between.
/// </summary>
static class Chain
{
    public const int Format = 2;

    /// <summary>
    /// The further entry that an entry's hash covers; 0 where there is none. For 10 it is 7, for 7 it is 0: the number is the sum of the
    /// largest numbers 1, 3, 7, 15 …, and the last of them is taken away (Myers, An applicative random-access stack, 1983). From any
    /// entry to any before it this takes at most three steps for each doubling; where the last binary digit is taken away, as in a
    /// Fenwick tree, it takes the square of that.
    /// </summary>
    public static long SkipOf(long number)
    {
        for (var rest = number; ; )
        {
            var largest = (1L << BitOperations.Log2((ulong)rest + 1)) - 1;
            if (largest == rest)
                return number - largest;
            rest -= largest;
        }
    }

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
