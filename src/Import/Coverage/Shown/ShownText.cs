using System.Text;

namespace WorkReports.Import.Coverage.Shown;

/// <summary>What Word shows, in the order of reading, with the place of each piece.</summary>
sealed class ShownText
{
    readonly StringBuilder written = new();
    readonly StringBuilder comparable = new();
    readonly List<Piece> pieces = [];
    string? frozenWritten;
    string? frozenComparable;
    (int Piece, int Written, int Comparable) quoted = (-1, 0, 0);

    /// <summary>The visible characters, as they are compared.</summary>
    public string Comparable => frozenComparable ??= comparable.ToString();

    string Written => frozenWritten ??= written.ToString();

    public bool IsEmpty => comparable.Length == 0;

    public void Add(ReadOnlySpan<char> text, ShownPlace place, ShownKind kind)
    {
        if (text.Length == 0)
            return;
        (frozenWritten, frozenComparable) = (null, null);
        if (pieces is not [.., var last] || last.Kind != kind || last.Place != place)
            pieces.Add(new Piece(written.Length, comparable.Length, place, kind));
        written.Append(text);
        comparable.Append(ShownCharacter.Comparable(text));
    }

    /// <summary>So that no word runs on into the next where it is quoted; of no account otherwise.</summary>
    public void AddLineEnd()
    {
        if (pieces.Count == 0)
            return;
        frozenWritten = null;
        written.Append('\n');
    }

    /// <summary>All of another one behind this.</summary>
    public void Add(ShownText other)
    {
        (frozenWritten, frozenComparable) = (null, null);
        foreach (var piece in other.pieces)
            pieces.Add(
                piece with
                {
                    Written = piece.Written + written.Length,
                    Comparable = piece.Comparable + comparable.Length,
                }
            );
        written.Append(other.written);
        comparable.Append(other.comparable);
    }

    /// <summary>A range of visible characters, cut where one piece ends and the next begins.</summary>
    public IEnumerable<(int Start, int End)> Split(int start, int end)
    {
        for (var at = IndexOf(start); at < pieces.Count && pieces[at].Comparable < end; at++)
        {
            var (from, to) = (Math.Max(start, pieces[at].Comparable), Math.Min(end, EndOf(at)));
            if (to > from)
                yield return (from, to);
        }
    }

    /// <summary>What stands before a place in its piece; null where that is longer than asked for.</summary>
    public string? InPiece(int place, int longest)
    {
        var start = pieces[IndexOf(place)].Comparable;
        return place - start <= longest ? Comparable[start..place] : null;
    }

    /// <summary>What stands in a range that lies in one piece.</summary>
    public MissingText Quote(int start, int end)
    {
        var at = IndexOf(start);
        return new MissingText(
            pieces[at].Place,
            pieces[at].Kind,
            WordsOf(at, start, end),
            ShownCharacter.Count(Comparable.AsSpan(start, end - start))
        );
    }

    /// <summary>What is written, line by line; the cells of a row are one line, with bars between them.</summary>
    public IEnumerable<(ShownPlace Place, string Line)> Lines()
    {
        for (int first = 0, end; first < pieces.Count; first = end)
        {
            var (line, isRow) = (new StringBuilder(), false);
            for (end = first; end < pieces.Count && IsInLineOf(first, end); end++)
            {
                var isNext = end > first && pieces[end].Place != pieces[end - 1].Place;
                isRow |= isNext;
                line.Append(isNext ? "|" : "").Append(Written.AsSpan()[pieces[end].Written..WrittenEndOf(end)]);
            }
            line.Replace(ShownCharacter.AnySymbol, '★');
            foreach (var part in (isRow ? line.Replace('\n', ' ') : line).ToString().Split('\n'))
                yield return (pieces[first].Place, part.Trim());
        }
    }

    int WrittenEndOf(int piece) => piece + 1 < pieces.Count ? pieces[piece + 1].Written : Written.Length;

    bool IsInLineOf(int first, int piece)
    {
        var (one, other) = (pieces[first].Place, pieces[piece].Place);
        return one == other || (one.Table > 0 && one with { Cell = other.Cell } == other);
    }

    /// <summary>Each piece on its own.</summary>
    public IEnumerable<(ShownKind Kind, int Start, int End)> Pieces() =>
        pieces.Select((piece, at) => (piece.Kind, piece.Comparable, EndOf(at)));

    int EndOf(int piece) => piece + 1 < pieces.Count ? pieces[piece + 1].Comparable : Comparable.Length;

    int IndexOf(int place)
    {
        var (low, high) = (0, pieces.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (pieces[middle].Comparable <= place)
                low = middle + 1;
            else
                high = middle;
        }
        return Math.Max(0, low - 1);
    }

    /// <summary>Goes on from the last quotation of the same piece: one of a million characters may be quoted thousands of times.</summary>
    string WordsOf(int piece, int start, int end)
    {
        if (quoted.Piece != piece || quoted.Comparable > start)
            quoted = (piece, pieces[piece].Written, pieces[piece].Comparable);
        var words = new StringBuilder();
        var (at, place) = (quoted.Written, quoted.Comparable);
        for (; at < Written.Length; at++)
        {
            var isVisible = ShownCharacter.IsVisible(Written[at]);
            if (isVisible && place == end)
                break;
            if (place >= start && (isVisible || words.Length > 0))
                words.Append(AsQuoted(Written[at]));
            place += isVisible ? 1 : 0;
        }
        quoted = (piece, at, place);
        return words.ToString().Trim();
    }

    static char AsQuoted(char letter) =>
        char.IsWhiteSpace(letter) ? ' '
        : letter is ShownCharacter.AnySymbol or ShownCharacter.AnyGreek ? '※'
        : letter;

    readonly record struct Piece(int Written, int Comparable, ShownPlace Place, ShownKind Kind);
}
