using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace WorkReports.Index.Search.Text;

/// <summary>Where in a text characters stand that are read as was typed.</summary>
static partial class Pinyin
{
    public static List<(int From, int To)> Find(string text, string input, bool isPrefix = false) =>
        Find(text, [.. text.Select(Initial)], input, isPrefix);

    /// <summary>
    /// Where characters stand that are read as was typed: whole syllables, or the first letter of each.
    /// </summary>
    /// <param name="initials">Of the text, to skip most of it by.</param>
    /// <param name="isPrefix">The last syllable may be only begun.</param>
    public static List<(int From, int To)> Find(
        string text,
        ReadOnlySpan<byte> initials,
        string input,
        bool isPrefix = false
    )
    {
        var found = new List<(int From, int To)>();
        Add(text, initials, input, [], found);
        foreach (var syllables in Syllables(input, isPrefix))
        {
            // A syllable that is only begun begins with the same letter, too.
            Add(
                text,
                initials,
                string.Concat(syllables.Select(syllable => syllable.Initial)),
                [.. syllables.Select(syllable => syllable.Readers)],
                found
            );
        }
        return found;
    }

    /// <summary>Adds the positions where characters stand whose readings begin with these letters.</summary>
    /// <param name="characterSets">The characters that each may be; none when the letters are enough.</param>
    static void Add(
        string text,
        ReadOnlySpan<byte> initials,
        string letters,
        SearchValues<char>[] characterSets,
        List<(int From, int To)> found
    )
    {
        var last = initials.Length - letters.Length;
        for (var at = Next(initials, letters, 0); at <= last; at = Next(initials, letters, at + 1))
        {
            if (HasInitials(initials[at..], text.AsSpan(at), letters) && AreRead(text.AsSpan(at), characterSets))
                found.Add((at, at + letters.Length));
        }
    }

    static bool AreRead(ReadOnlySpan<char> text, SearchValues<char>[] characterSets)
    {
        for (var at = 0; at < characterSets.Length; at++)
        {
            if (!characterSets[at].Contains(text[at]))
                return false;
        }
        return true;
    }

    /// <summary>
    /// The next position where the first letter, or the first two, may stand: many compared together, since titles are
    /// many.
    /// </summary>
    static int Next(ReadOnlySpan<byte> initials, string letters, int at)
    {
        var (first, second) = ((byte)letters[0], (byte)letters[Math.Min(1, letters.Length - 1)]);
        var further = letters.Length > 1 ? 1 : 0;
        for (; at + further + Vector256<byte>.Count <= initials.Length; at += Vector256<byte>.Count)
        {
            var found = MayBe(initials[at..], first) & MayBe(initials[(at + further)..], second);
            if (found != 0)
                return at + BitOperations.TrailingZeroCount(found);
        }
        return at;
    }

    /// <summary>A bit for each of the next characters that may begin with the letter.</summary>
    static uint MayBe(ReadOnlySpan<byte> initials, byte letter)
    {
        var next = Vector256.Create(initials);
        return (
            Vector256.Equals(next, Vector256.Create(letter)) | Vector256.Equals(next, Vector256.Create(Ambiguous))
        ).ExtractMostSignificantBits();
    }

    static bool HasInitials(ReadOnlySpan<byte> initials, ReadOnlySpan<char> text, string input)
    {
        if (initials.Length < input.Length)
            return false;
        for (var letter = 0; letter < input.Length; letter++)
        {
            if (
                initials[letter] != input[letter]
                && (initials[letter] != Ambiguous || (Initials[text[letter]] & Bit(input[letter])) == 0)
            )
                return false;
        }
        return true;
    }

    /// <summary>Every way to part what was typed into syllables, with the characters that are read so.</summary>
    static IEnumerable<(char Initial, SearchValues<char> Readers)[]> Syllables(string input, bool isPrefix)
    {
        if (input.Length == 0)
            yield return [];
        for (var length = 1; length <= Math.Min(SyllableLengthLimit, input.Length); length++)
        {
            if (!CharacterSets.TryGetValue(input[..length], out var characterSets))
                continue;
            foreach (var rest in Syllables(input[length..], isPrefix))
                yield return [(input[0], characterSets), .. rest];
        }
        if (isPrefix && StartingWith(input) is { } begun)
            yield return [(input[0], begun)];
    }

    /// <summary>The characters with a reading that begins so; null when none does.</summary>
    static SearchValues<char>? StartingWith(string input) =>
        input.Length is > 0 and < SyllableLengthLimit
        && CharactersOf.Keys.Any(syllable => syllable.StartsWith(input, StringComparison.Ordinal))
            ? PrefixSets.GetOrAdd(input, static begun =>
                SearchValues.Create(
                    string.Concat(
                        CharactersOf
                            .Where(syllable => syllable.Key.StartsWith(begun, StringComparison.Ordinal))
                            .Select(syllable => syllable.Value)
                    )
                )
            )
            : null;
}
