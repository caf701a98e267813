using WorkReports.Index.Search.Query;
using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search;

/// <summary>A stretch of text, marked when it is what the reader searched for.</summary>
public readonly record struct HighlightedText(string Text, bool Marked);

/// <summary>A place of a text where a word of a query stands.</summary>
/// <param name="Word">Which of the words.</param>
readonly record struct SearchMark(int From, int To, int Word);

/// <summary>Where in a text the words of a query stand.</summary>
sealed class Highlighter
{
    readonly string text;
    readonly List<SearchMark> marks = [];

    /// <param name="readFrom">From where on words typed as pinyin are looked for: titles and keywords.</param>
    public Highlighter(string text, SearchQuery query, int readFrom = int.MaxValue)
    {
        this.text = text;
        using var cut = Tokenizer.CutWithPlaces(text);
        for (var word = 0; word < query.Marked.Count; word++)
            Find(cut, query.Marked[word], word);
        if (readFrom < text.Length)
            FindRead(readFrom, query);
        marks.Sort((one, other) => one.From.CompareTo(other.From));
    }

    /// <summary>In the order of where they begin; they may overlap.</summary>
    public IReadOnlyList<SearchMark> All => marks;

    /// <summary>What lies between two places of the text, in pieces. A line end is a space.</summary>
    public IReadOnlyList<HighlightedText> Pieces(int from, int to)
    {
        var pieces = new List<HighlightedText>();
        var at = from;
        foreach (var (start, end) in Spans().Where(span => span.From >= from && span.To <= to))
        {
            if (start > at)
                pieces.Add(new HighlightedText(Flat(text[at..start]), false));
            pieces.Add(new HighlightedText(Flat(text[start..end]), true));
            at = end;
        }
        if (at < to)
            pieces.Add(new HighlightedText(Flat(text[at..to]), false));
        return pieces;
    }

    /// <summary>The marks, those that touch or overlap as one.</summary>
    public IEnumerable<(int From, int To)> Spans()
    {
        for (var at = 0; at < marks.Count; )
        {
            var (from, to) = (marks[at].From, marks[at].To);
            for (at++; at < marks.Count && marks[at].From <= to; at++)
                to = Math.Max(to, marks[at].To);
            yield return (from, to);
        }
    }

    void Find(Tokenizer.Cutter cut, string run, int word)
    {
        for (int at = 0, step; (step = cut.Letters[at..].IndexOf(run)) >= 0; at++)
        {
            at += step;
            // Without the edges of words, which come from no character.
            var first = cut.Places[run[0] == Tokenizer.Edge ? at + 1 : at];
            var last = cut.Places[at + run.Length - (run[^1] == Tokenizer.Edge ? 2 : 1)];
            marks.Add(new SearchMark(first, last + (char.IsHighSurrogate(text[last]) ? 2 : 1), word));
        }
    }

    void FindRead(int from, SearchQuery query)
    {
        for (var word = 0; word < query.Marked.Count; word++)
        {
            if (Pinyin.Typed(query.Marked[word]) is not { } typed)
                continue;
            foreach (var (start, end) in Pinyin.Find(text[from..], typed))
                marks.Add(new SearchMark(from + start, from + end, word));
        }
    }

    static string Flat(string text) => text.Replace('\n', ' ');
}
