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
    public const char Separator = '\n';

    /// <summary>Stands at both ends of a word of letters and digits; two words that follow each other share it.</summary>
    public const char WordBoundary = '\u0001';

    static readonly char[] Folded = new char[0x10000];
    static readonly Kind[] Kinds = new Kind[0x10000];

    static Tokenizer()
    {
        for (var code = 0; code < Folded.Length; code++)
        {
            var letter = (char)code;
            Folded[code] = SimplifiedForms.Of(FoldCase(letter));
            Kinds[code] = letter is >= '\uFE00' and <= '\uFE0F'
                ? Kind.Ignored
                : KindOf(CharUnicodeInfo.GetUnicodeCategory(Folded[code]));
        }
        foreach (var space in "\t\u000B\f\r\u0085")
            Kinds[space] = Kind.Space;
    }

    public static string Normalize(string text)
    {
        using var cutter = new NormalizedText(text.Length, hasPlaces: false);
        cutter.AddText(text);
        return cutter.Characters.ToString();
    }

    /// <summary>With where in the text every character of the cut one comes from.</summary>
    public static NormalizedText NormalizeWithPositions(string text)
    {
        var cutter = new NormalizedText(text.Length, hasPlaces: true);
        cutter.AddText(text);
        return cutter;
    }

    /// <summary>The runs of a text.</summary>
    public static IEnumerable<string> Runs(string text) =>
        Normalize(text).Split(Separator, StringSplitOptions.RemoveEmptyEntries);

    public static bool IsHan(char letter) => Kinds[letter] == Kind.Han;

    static bool IsDigit(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(Folded[text[at]]);

    /// <summary>Full-width forms become half-width, radicals that PDF files write for characters become those, capitals small.</summary>
    static char FoldCase(char letter)
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
            UnicodeCategory.SpaceSeparator => Kind.Space,
            UnicodeCategory.Format => Kind.Ignored,
            UnicodeCategory.Surrogate => Kind.Surrogate,
            _ => Kind.Separator,
        };

    enum Kind : byte
    {
        Separator,
        Space,
        Han,
        Word,
        Surrogate,

        /// <summary>Seen by nobody: what stands before and after it stands side by side.</summary>
        Ignored,
    }

    /// <summary>Writes runs, into memory that it gives back in the end: a search cuts every text that it shows.</summary>
    internal sealed class NormalizedText(int length, bool hasPlaces) : IDisposable
    {
        // An edge or a break with every character at most, and one at the end.
        readonly char[] characters = ArrayPool<char>.Shared.Rent(length * 2 + 1);
        readonly int[] positions = hasPlaces ? ArrayPool<int>.Shared.Rent(length * 2 + 1) : [];
        int count;
        Kind last = Kind.Separator;
        bool pendingSpace;

        public ReadOnlySpan<char> Characters => characters.AsSpan(0, count);

        /// <summary>Where in the text each of them comes from.</summary>
        public ReadOnlySpan<int> Positions => positions.AsSpan(0, count);

        public void AddText(string text)
        {
            for (var at = 0; at < text.Length; at++)
            {
                at = AddHanRun(text, at);
                if (at == text.Length)
                    break;
                var kind = Kinds[text[at]];
                if (
                    kind == Kind.Surrogate
                    && at + 1 < text.Length
                    && Rune.TryCreate(text[at], text[at + 1], out var rune)
                )
                    AddSupplementary(rune, at++);
                else if (kind == Kind.Separator && text[at] == '.' && IsDigit(text, at - 1) && IsDigit(text, at + 1))
                    Add('.', Kind.Word, at);
                else
                    Add(Folded[text[at]], kind, at);
            }
            if (last == Kind.Word)
                Append(WordBoundary, text.Length);
        }

        public void Dispose()
        {
            ArrayPool<char>.Shared.Return(characters);
            if (hasPlaces)
                ArrayPool<int>.Shared.Return(positions);
        }

        /// <summary>Most of a text: Han characters that follow each other.</summary>
        /// <returns>Where something else comes, that must be looked at.</returns>
        int AddHanRun(string text, int at)
        {
            if (last != Kind.Han || pendingSpace)
                return at;
            for (; at < text.Length && Kinds[text[at]] == Kind.Han; at++)
                Append(Folded[text[at]], at);
            return at;
        }

        void Add(char letter, Kind kind, int at)
        {
            if (kind == Kind.Space)
            {
                pendingSpace = true;
            }
            else if (kind != Kind.Ignored)
            {
                Separate(kind, at);
                if (kind is Kind.Han or Kind.Word)
                    Append(letter, at);
            }
        }

        void AddSupplementary(Rune rune, int at)
        {
            if (SimplifiedForms.Of(rune) is { IsBmp: true } common)
                Add((char)common.Value, Kind.Han, at);
            else if (rune.Value is >= 0xE0100 and <= 0xE01EF)
                Add('\0', Kind.Ignored, at);
            else if (KindOf(Rune.GetUnicodeCategory(rune)) is var kind && kind is not (Kind.Han or Kind.Word))
                Add('\0', kind, at);
            else
                AddSurrogatePair(SimplifiedForms.Of(Rune.ToLowerInvariant(rune)), kind, at);
        }

        void AddSurrogatePair(Rune rune, Kind kind, int at)
        {
            Span<char> pair = stackalloc char[2];
            rune.EncodeToUtf16(pair);
            Add(pair[0], kind, at);
            Append(pair[1], at);
        }

        /// <summary>Writes what parts the last character from the next.</summary>
        void Separate(Kind next, int at)
        {
            var isWordEnd = last == Kind.Word && (next != Kind.Word || pendingSpace);
            if (isWordEnd || (next == Kind.Word && last == Kind.Han))
                Append(WordBoundary, at);
            if (
                next is Kind.Separator or Kind.Surrogate
                    ? last != Kind.Separator
                    : last == Kind.Han && next == Kind.Han && pendingSpace
            )
                Append(Separator, at);
            if (next == Kind.Word && last == Kind.Separator)
                Append(WordBoundary, at);
            last = next == Kind.Surrogate ? Kind.Separator : next;
            pendingSpace = false;
        }

        void Append(char letter, int at)
        {
            if (hasPlaces)
                positions[count] = at;
            characters[count++] = letter;
        }
    }
}
