using System.Buffers;
using System.Text;

namespace WorkReports.Index.Search.Text;

static partial class Tokenizer
{
    /// <summary>A text as runs, in rented arrays: a search normalizes every text that it shows.</summary>
    internal sealed class NormalizedText(int length, bool hasPositions) : IDisposable
    {
        // A boundary or a separator with every character at most, and one at the end.
        readonly char[] characters = ArrayPool<char>.Shared.Rent(length * 2 + 1);
        readonly int[] positions = hasPositions ? ArrayPool<int>.Shared.Rent(length * 2 + 1) : [];
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
            if (hasPositions)
                ArrayPool<int>.Shared.Return(positions);
        }

        /// <summary>The fast path, since most of a text are Han characters that follow each other.</summary>
        /// <returns>Where something else comes.</returns>
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

        /// <summary>
        /// Appends what stands between the last character and the next: a word boundary, a separator, both or nothing.
        /// </summary>
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
            if (hasPositions)
                positions[count] = at;
            characters[count++] = letter;
        }
    }
}
