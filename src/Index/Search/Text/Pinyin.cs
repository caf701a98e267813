using System.Buffers;
using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace WorkReports.Index.Search.Text;

/// <summary>
/// How characters are read, tones left away. A character with several readings is found by each: 重 by <c>zhong</c> and <c>chong</c>.
/// </summary>
static class Pinyin
{
    const byte Ambiguous = 1;
    const int SyllableLengthLimit = 6;

    static readonly Dictionary<string, string> CharactersOf = [];
    static readonly Dictionary<string, SearchValues<char>> CharacterSets = [];
    static readonly ConcurrentDictionary<string, SearchValues<char>> PrefixSets = [];
    static readonly string[][] Readings = new string[0x10000][];

    /// <summary>A bit for each letter that a reading of the character begins with.</summary>
    static readonly uint[] Initials = new uint[0x10000];

    static Pinyin()
    {
        using var stream = typeof(Pinyin).Assembly.GetManifestResourceStream("Pinyin.txt")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var (syllable, letters) = (line[..line.IndexOf(' ')], line[(line.IndexOf(' ') + 1)..]);
            CharactersOf.Add(syllable, letters);
            CharacterSets.Add(syllable, SearchValues.Create(letters));
            foreach (var letter in letters)
            {
                Readings[letter] = [.. Readings[letter] ?? [], syllable];
                Initials[letter] |= Bit(syllable[0]);
            }
        }
    }

    /// <summary>The letters of a run that may be typed for Han characters: two or more, nothing else; null when it cannot be.</summary>
    public static string? AsInput(string run) =>
        run.Trim(Tokenizer.WordBoundary) is { Length: > 1 } letters && letters.All(char.IsAsciiLetterLower)
            ? letters
            : null;

    /// <summary>The letter that every reading of a character begins with, 0 for what is not read, 1 when it may be several.</summary>
    public static byte Initial(char letter) =>
        (byte)(
            Initials[letter] == 0 ? 0
            : BitOperations.IsPow2(Initials[letter]) ? 'a' + BitOperations.TrailingZeroCount(Initials[letter])
            : Ambiguous
        );

    public static List<(int From, int To)> Find(string text, string typed, bool isTyping = false) =>
        Find(text, [.. text.Select(Initial)], typed, isTyping);

    /// <summary>Where characters stand that are read as was typed: whole syllables, or the first letter of each.</summary>
    /// <param name="initials">Of the text, to skip most of it by.</param>
    /// <param name="isTyping">The last syllable may be only begun.</param>
    public static List<(int From, int To)> Find(
        string text,
        ReadOnlySpan<byte> initials,
        string typed,
        bool isTyping = false
    )
    {
        var found = new List<(int From, int To)>();
        Add(text, initials, typed, [], found);
        foreach (var syllables in Syllables(typed, isTyping))
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

    /// <summary>True for two characters that have a reading in common.</summary>
    public static bool AreHomophones(char one, char other) =>
        (Initials[one] & Initials[other]) != 0 && Readings[one].AsSpan().ContainsAny(Readings[other]);

    /// <summary>The character, and those that have a reading in common with it.</summary>
    public static SearchValues<char> HomophonesOf(char letter) =>
        SearchValues.Create(
            letter + string.Concat((Readings[letter] ?? []).Select(syllable => CharactersOf[syllable]))
        );

    /// <summary>Adds the places where characters stand whose readings begin with these letters.</summary>
    /// <param name="readers">The characters that each may be; none when the letters are enough.</param>
    static void Add(
        string text,
        ReadOnlySpan<byte> initials,
        string letters,
        SearchValues<char>[] readers,
        List<(int From, int To)> found
    )
    {
        var last = initials.Length - letters.Length;
        for (var at = Next(initials, letters, 0); at <= last; at = Next(initials, letters, at + 1))
        {
            if (HasInitials(initials[at..], text.AsSpan(at), letters) && AreRead(text.AsSpan(at), readers))
                found.Add((at, at + letters.Length));
        }
    }

    static bool AreRead(ReadOnlySpan<char> text, SearchValues<char>[] readers)
    {
        for (var at = 0; at < readers.Length; at++)
        {
            if (!readers[at].Contains(text[at]))
                return false;
        }
        return true;
    }

    /// <summary>The next place where the first letter, or the first two, may stand: many looked at together, since titles are many.</summary>
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

    static bool HasInitials(ReadOnlySpan<byte> initials, ReadOnlySpan<char> text, string typed)
    {
        if (initials.Length < typed.Length)
            return false;
        for (var letter = 0; letter < typed.Length; letter++)
        {
            if (
                initials[letter] != typed[letter]
                && (initials[letter] != Ambiguous || (Initials[text[letter]] & Bit(typed[letter])) == 0)
            )
                return false;
        }
        return true;
    }

    /// <summary>Every way to part what was typed into syllables, with the characters that are read so.</summary>
    static IEnumerable<(char Initial, SearchValues<char> Readers)[]> Syllables(string typed, bool isTyping)
    {
        if (typed.Length == 0)
            yield return [];
        for (var length = 1; length <= Math.Min(SyllableLengthLimit, typed.Length); length++)
        {
            if (!CharacterSets.TryGetValue(typed[..length], out var readers))
                continue;
            foreach (var rest in Syllables(typed[length..], isTyping))
                yield return [(typed[0], readers), .. rest];
        }
        if (isTyping && StartingWith(typed) is { } begun)
            yield return [(typed[0], begun)];
    }

    /// <summary>The characters with a reading that begins so; null when none does.</summary>
    static SearchValues<char>? StartingWith(string typed) =>
        typed.Length is > 0 and < SyllableLengthLimit
        && CharactersOf.Keys.Any(syllable => syllable.StartsWith(typed, StringComparison.Ordinal))
            ? PrefixSets.GetOrAdd(typed, static begun =>
                SearchValues.Create(
                    string.Concat(
                        CharactersOf
                            .Where(syllable => syllable.Key.StartsWith(begun, StringComparison.Ordinal))
                            .Select(syllable => syllable.Value)
                    )
                )
            )
            : null;

    static uint Bit(char letter) => 1U << (letter - 'a');
}
