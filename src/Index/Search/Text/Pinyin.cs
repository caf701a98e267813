using System.Buffers;
using System.Numerics;

namespace WorkReports.Index.Search.Text;

/// <summary>
/// How characters are read, tones left away. A character with several readings is found by each: 重 by <c>zhong</c> and
/// <c>chong</c>.
/// </summary>
static class Pinyin
{
    /// <summary>What <see cref="Initial"/> says of a character whose readings begin with several letters.</summary>
    public const byte Ambiguous = 1;

    public const int SyllableLengthLimit = 6;

    static readonly string[] AllSyllables;
    static readonly Dictionary<string, ushort>.AlternateLookup<ReadOnlySpan<char>> Numbers;

    /// <summary>By the syllable's number.</summary>
    static readonly string[] CharactersOf;

    /// <summary>The numbers of a character's syllables; null for what is not read.</summary>
    static readonly ushort[]?[] Readings = new ushort[]?[0x10000];

    /// <summary>A bit for each letter that a reading of the character begins with.</summary>
    static readonly uint[] Initials = new uint[0x10000];

    static Pinyin()
    {
        using var stream = typeof(Pinyin).Assembly.GetManifestResourceStream("Pinyin.txt")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        AllSyllables = [.. lines.Select(line => line[..line.IndexOf(' ')])];
        CharactersOf = [.. lines.Select(line => line[(line.IndexOf(' ') + 1)..])];
        Numbers = AllSyllables
            .Select((syllable, number) => (syllable, number))
            .ToDictionary(one => one.syllable, one => (ushort)one.number)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        for (var number = 0; number < AllSyllables.Length; number++)
        {
            // Half of a character beyond the basic plane is read as nothing.
            foreach (var letter in CharactersOf[number].Where(letter => !char.IsSurrogate(letter)))
            {
                Readings[letter] = [.. Readings[letter] ?? [], (ushort)number];
                Initials[letter] |= Bit(AllSyllables[number][0]);
            }
        }
    }

    /// <summary>All syllables; the place of each is its number.</summary>
    public static ReadOnlySpan<string> Syllables => AllSyllables;

    /// <summary>
    /// The letters of a run that may be typed for Han characters: two or more, nothing else; null when it cannot be.
    /// </summary>
    public static string? AsInput(string run) =>
        run.Trim(Tokenizer.WordBoundary) is { Length: > 1 } letters && letters.All(char.IsAsciiLetterLower)
            ? letters
            : null;

    /// <summary>The number of a syllable; null for letters that are none.</summary>
    public static ushort? NumberOf(ReadOnlySpan<char> letters) =>
        Numbers.TryGetValue(letters, out var number) ? number : null;

    /// <summary>The numbers of the syllables that a character is read as; none for what is not read.</summary>
    public static ReadOnlySpan<ushort> ReadingsOf(char letter) => Readings[letter];

    /// <summary>
    /// The letter that every reading of a character begins with, 0 for what is not read, 1 when it may be several.
    /// </summary>
    public static byte Initial(char letter) =>
        (byte)(
            Initials[letter] == 0 ? 0
            : BitOperations.IsPow2(Initials[letter]) ? 'a' + BitOperations.TrailingZeroCount(Initials[letter])
            : Ambiguous
        );

    /// <summary>True for a character with a reading that begins with this letter.</summary>
    public static bool BeginsWith(char character, char letter) => (Initials[character] & Bit(letter)) != 0;

    /// <summary>True for two characters that have a reading in common.</summary>
    public static bool AreHomophones(char one, char other) =>
        (Initials[one] & Initials[other]) != 0 && ReadingsOf(one).ContainsAny(ReadingsOf(other));

    /// <summary>The character, and those that have a reading in common with it.</summary>
    public static SearchValues<char> HomophonesOf(char letter) =>
        SearchValues.Create(letter + string.Concat((Readings[letter] ?? []).Select(number => CharactersOf[number])));

    static uint Bit(char letter) => 1U << (letter - 'a');
}
