using System.Buffers;
using System.Globalization;
using System.Text;

namespace WorkReports.Index.Search.Text;

/// <summary>
/// Cuts text the same way for what is stored and for what is asked. What is left are runs: folded characters that stand side
/// by side, a break wherever a punctuation mark, a block or a space between two Han characters parts them. A Latin word or a
/// number has an edge at either end. To search is to ask whether one cut text holds another.
/// </summary>
static class Tokenizer
{
    public const char Break = '\n';

    /// <summary>Stands at both ends of a word of letters and digits; two words that follow each other share it.</summary>
    public const char Edge = '\u0001';

    static readonly char[] Folded = new char[0x10000];
    static readonly Kind[] Kinds = new Kind[0x10000];

    static Tokenizer()
    {
        for (var code = 0; code < Folded.Length; code++)
        {
            var letter = (char)code;
            Folded[code] = SimplifiedForms.Of(Small(letter));
            Kinds[code] = letter is >= '\uFE00' and <= '\uFE0F'
                ? Kind.None
                : KindOf(CharUnicodeInfo.GetUnicodeCategory(Folded[code]));
        }
        foreach (var space in "\t\u000B\f\r\u0085")
            Kinds[space] = Kind.Gap;
    }

    public static string Cut(string text)
    {
        using var cutter = new Cutter(text.Length, hasPlaces: false);
        cutter.Cut(text);
        return cutter.Letters.ToString();
    }

    /// <summary>With where in the text every character of the cut one comes from.</summary>
    public static Cutter CutWithPlaces(string text)
    {
        var cutter = new Cutter(text.Length, hasPlaces: true);
        cutter.Cut(text);
        return cutter;
    }

    /// <summary>The runs of a text.</summary>
    public static IEnumerable<string> Runs(string text) =>
        Cut(text).Split(Break, StringSplitOptions.RemoveEmptyEntries);

    public static bool IsHan(char letter) => Kinds[letter] == Kind.Han;

    static bool IsDigit(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(Folded[text[at]]);

    /// <summary>Full-width forms become half-width, radicals that PDF files write for characters become those, capitals small.</summary>
    static char Small(char letter)
    {
        var isForm =
            letter
            is (>= '\u2E80' and <= '\u2FDF')
                or (>= '\uF900' and <= '\uFAFF')
                or (>= '\uFF00' and <= '\uFFEF')
                or '\u3000';
        var plain = isForm && letter.ToString().Normalize(NormalizationForm.FormKC) is [var one] ? one : letter;
        return char.ToLowerInvariant(plain);
    }

    static Kind KindOf(UnicodeCategory category) =>
        category switch
        {
            UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Kind.Han,
            UnicodeCategory.LowercaseLetter
            or UnicodeCategory.UppercaseLetter
            or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter
            or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.NonSpacingMark => Kind.Word,
            UnicodeCategory.SpaceSeparator => Kind.Gap,
            UnicodeCategory.Format => Kind.None,
            UnicodeCategory.Surrogate => Kind.Surrogate,
            _ => Kind.Break,
        };

    enum Kind : byte
    {
        Break,
        Gap,
        Han,
        Word,
        Surrogate,

        /// <summary>Seen by nobody: what stands before and after it stands side by side.</summary>
        None,
    }

    /// <summary>Writes runs, into memory that it gives back in the end: a search cuts every text that it shows.</summary>
    internal sealed class Cutter(int length, bool hasPlaces) : IDisposable
    {
        // An edge or a break with every character at most, and one at the end.
        readonly char[] letters = ArrayPool<char>.Shared.Rent(length * 2 + 1);
        readonly int[] places = hasPlaces ? ArrayPool<int>.Shared.Rent(length * 2 + 1) : [];
        int count;
        Kind last = Kind.Break;
        bool gap;

        public ReadOnlySpan<char> Letters => letters.AsSpan(0, count);

        /// <summary>Where in the text each of them comes from.</summary>
        public ReadOnlySpan<int> Places => places.AsSpan(0, count);

        public void Cut(string text)
        {
            for (var at = 0; at < text.Length; at++)
            {
                at = Follow(text, at);
                if (at == text.Length)
                    break;
                var kind = Kinds[text[at]];
                if (
                    kind == Kind.Surrogate
                    && at + 1 < text.Length
                    && Rune.TryCreate(text[at], text[at + 1], out var rune)
                )
                    AddRare(rune, at++);
                else if (kind == Kind.Break && text[at] == '.' && IsDigit(text, at - 1) && IsDigit(text, at + 1))
                    Add('.', Kind.Word, at);
                else
                    Add(Folded[text[at]], kind, at);
            }
            if (last == Kind.Word)
                Append(Edge, text.Length);
        }

        public void Dispose()
        {
            ArrayPool<char>.Shared.Return(letters);
            if (hasPlaces)
                ArrayPool<int>.Shared.Return(places);
        }

        /// <summary>Most of a text: Han characters that follow each other.</summary>
        /// <returns>Where something else comes, that must be looked at.</returns>
        int Follow(string text, int at)
        {
            if (last != Kind.Han || gap)
                return at;
            for (; at < text.Length && Kinds[text[at]] == Kind.Han; at++)
                Append(Folded[text[at]], at);
            return at;
        }

        void Add(char letter, Kind kind, int at)
        {
            if (kind == Kind.Gap)
            {
                gap = true;
            }
            else if (kind != Kind.None)
            {
                Part(kind, at);
                if (kind is Kind.Han or Kind.Word)
                    Append(letter, at);
            }
        }

        void AddRare(Rune rune, int at)
        {
            if (SimplifiedForms.Of(rune) is { IsBmp: true } common)
                Add((char)common.Value, Kind.Han, at);
            else if (rune.Value is >= 0xE0100 and <= 0xE01EF)
                Add('\0', Kind.None, at);
            else if (KindOf(Rune.GetUnicodeCategory(rune)) is var kind && kind is not (Kind.Han or Kind.Word))
                Add('\0', kind, at);
            else
                AddPair(SimplifiedForms.Of(Rune.ToLowerInvariant(rune)), kind, at);
        }

        void AddPair(Rune rune, Kind kind, int at)
        {
            Span<char> pair = stackalloc char[2];
            rune.EncodeToUtf16(pair);
            Add(pair[0], kind, at);
            Append(pair[1], at);
        }

        /// <summary>Writes what parts the last character from the next.</summary>
        void Part(Kind next, int at)
        {
            var isWordEnd = last == Kind.Word && (next != Kind.Word || gap);
            if (isWordEnd || (next == Kind.Word && last == Kind.Han))
                Append(Edge, at);
            if (next is Kind.Break or Kind.Surrogate ? last != Kind.Break : last == Kind.Han && next == Kind.Han && gap)
                Append(Break, at);
            if (next == Kind.Word && last == Kind.Break)
                Append(Edge, at);
            last = next == Kind.Surrogate ? Kind.Break : next;
            gap = false;
        }

        void Append(char letter, int at)
        {
            if (hasPlaces)
                places[count] = at;
            letters[count++] = letter;
        }
    }
}
