using System.Text;

namespace WorkReports.Index;

/// <summary>A stretch of text, marked when it is what the reader searched for.</summary>
public readonly record struct Piece(string Text, bool Marked);

/// <summary>Cuts the part of a text that shows why it was found. It travels as pieces; only the page writes markup.</summary>
static class Excerpt
{
    const int Before = 30;
    const int Length = 110;

    public static IReadOnlyList<Piece> Of(string text, SearchQuery query)
    {
        var folded = Fold(text);
        var words = query.Runs.Select(run => run.Replace(" ", "")).ToList();
        var first = words.Select(word => folded.IndexOf(word, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(0).Min();
        var start = Boundary(text, Math.Max(0, first - Before));
        var end = Boundary(text, Math.Min(text.Length, start + Length));
        return [.. Ellipsis(start > 0), .. Mark(text, folded, start, end, words), .. Ellipsis(end < text.Length)];
    }

    /// <summary>The whole text in pieces: titles.</summary>
    public static IReadOnlyList<Piece> Whole(string text, SearchQuery query) =>
        [.. Mark(text, Fold(text), 0, text.Length, [.. query.Runs.Select(run => run.Replace(" ", ""))])];

    static IEnumerable<Piece> Mark(string text, string folded, int start, int end, List<string> words)
    {
        var from = start;
        while (NextHit(folded, from, end, words) is var (at, length) && length > 0)
        {
            if (at > from) yield return new Piece(Flat(text[from..at]), false);
            yield return new Piece(text.Substring(at, length), true);
            from = at + length;
        }
        if (from < end) yield return new Piece(Flat(text[from..end]), false);
    }

    static (int At, int Length) NextHit(string folded, int from, int end, List<string> words) =>
        words
            .Select(word => (At: folded.IndexOf(word, from, end - from, StringComparison.Ordinal), word.Length))
            .Where(hit => hit.At >= 0)
            .OrderBy(hit => hit.At)
            .ThenByDescending(hit => hit.Length)
            .FirstOrDefault();

    static IEnumerable<Piece> Ellipsis(bool wanted) => wanted ? [new Piece("……", false)] : [];

    /// <summary>Never between the two halves of a character beyond the basic plane.</summary>
    static int Boundary(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    static string Flat(string text) => text.Replace('\n', ' ');

    static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var small = SearchText.Fold(rune);
            // A letter whose small form has another length would shift every place after it.
            folded.Append(small.Utf16SequenceLength == rune.Utf16SequenceLength ? small : rune);
        }
        return folded.ToString();
    }
}
