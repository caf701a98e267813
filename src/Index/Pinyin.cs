using System.Numerics;

namespace WorkReports.Index;

/// <summary>
/// How characters are read, tones left away. A character with several readings is found by each: 重 by <c>zhong</c> and <c>chong</c>.
/// </summary>
static class Pinyin
{
    const byte Several = 1;

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
            foreach (var letter in letters)
            {
                Readings[letter] = [.. Readings[letter] ?? [], syllable];
                Initials[letter] |= Bit(syllable[0]);
            }
        }
    }

    /// <summary>The letters of a run that may be typed for Han characters: two or more, nothing else; null when it cannot be.</summary>
    public static string? Typed(string run) =>
        run.Trim(SearchText.Edge) is { Length: > 1 } letters && letters.All(char.IsAsciiLetterLower) ? letters : null;

    /// <summary>The letter that every reading of a character begins with, 0 for what is not read, 1 when it may be several.</summary>
    public static byte Initial(char letter) => (byte)(
        Initials[letter] == 0 ? 0
        : BitOperations.IsPow2(Initials[letter]) ? 'a' + BitOperations.TrailingZeroCount(Initials[letter])
        : Several);

    public static List<(int From, int To)> Find(string text, string typed, bool isTyping = false) => Find(text, [.. text.Select(Initial)], typed, isTyping);

    /// <summary>Where characters stand that are read as was typed: whole syllables, or the first letter of each.</summary>
    /// <param name="initials">Of the text, to skip most of it by.</param>
    /// <param name="isTyping">The last syllable may be only begun.</param>
    public static List<(int From, int To)> Find(string text, ReadOnlySpan<byte> initials, string typed, bool isTyping = false)
    {
        var found = new List<(int From, int To)>();
        for (var at = 0; initials[at..].IndexOfAny((byte)typed[0], Several) is >= 0 and var step; at++)
        {
            at += step;
            if ((EndOfInitials(text, at, typed) ?? EndOfSyllables(text, at, typed, isTyping)) is { } end) found.Add((at, end));
        }
        return found;
    }

    /// <summary>True for two characters that have a reading in common.</summary>
    public static bool SoundAlike(char one, char other) =>
        (Initials[one] & Initials[other]) != 0 && Readings[one].AsSpan().ContainsAny(Readings[other]);

    static int? EndOfInitials(string text, int at, string typed)
    {
        if (at + typed.Length > text.Length) return null;
        for (var letter = 0; letter < typed.Length; letter++)
        {
            if ((Initials[text[at + letter]] & Bit(typed[letter])) == 0) return null;
        }
        return at + typed.Length;
    }

    static int? EndOfSyllables(string text, int at, ReadOnlySpan<char> typed, bool isTyping)
    {
        if (typed.Length == 0) return at;
        if (at == text.Length || Readings[text[at]] is not { } readings) return null;
        foreach (var reading in readings)
        {
            if (typed.StartsWith(reading) && EndOfSyllables(text, at + 1, typed[reading.Length..], isTyping) is { } end) return end;
            if (isTyping && reading.AsSpan().StartsWith(typed)) return at + 1;
        }
        return null;
    }

    static uint Bit(char letter) => 1U << (letter - 'a');
}
