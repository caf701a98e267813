using System.Buffers;
using System.Collections.Concurrent;
using System.Numerics;

namespace WorkReports.Index.Search.Text;

/// <summary>
/// How characters are read, tones left away. A character with several readings is found by each: 重 by <c>zhong</c> and
/// <c>chong</c>.
/// </summary>
static partial class Pinyin
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

    /// <summary>
    /// The letters of a run that may be typed for Han characters: two or more, nothing else; null when it cannot be.
    /// </summary>
    public static string? AsInput(string run) =>
        run.Trim(Tokenizer.WordBoundary) is { Length: > 1 } letters && letters.All(char.IsAsciiLetterLower)
            ? letters
            : null;

    /// <summary>
    /// The letter that every reading of a character begins with, 0 for what is not read, 1 when it may be several.
    /// </summary>
    public static byte Initial(char letter) =>
        (byte)(
            Initials[letter] == 0 ? 0
            : BitOperations.IsPow2(Initials[letter]) ? 'a' + BitOperations.TrailingZeroCount(Initials[letter])
            : Ambiguous
        );

    /// <summary>True for two characters that have a reading in common.</summary>
    public static bool AreHomophones(char one, char other) =>
        (Initials[one] & Initials[other]) != 0 && Readings[one].AsSpan().ContainsAny(Readings[other]);

    /// <summary>The character, and those that have a reading in common with it.</summary>
    public static SearchValues<char> HomophonesOf(char letter) =>
        SearchValues.Create(
            letter + string.Concat((Readings[letter] ?? []).Select(syllable => CharactersOf[syllable]))
        );

    static uint Bit(char letter) => 1U << (letter - 'a');
}
