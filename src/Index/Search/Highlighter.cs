using WorkReports.Index.Search.Query;
using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search;

/// <summary>A stretch of text, marked when it is what the reader searched for.</summary>
public readonly record struct HighlightedText(string Text, bool IsMatch);

/// <summary>Where in a text a word of a query stands.</summary>
/// <param name="Word">Which of the words.</param>
readonly record struct TextMatch(int From, int To, int Word);

/// <summary>Where in a text the words of a query stand.</summary>
sealed class Highlighter
{
    readonly string text;
    readonly List<TextMatch> matches = [];

    /// <param name="pinyinFrom">
    /// Words typed as pinyin are looked for from here on: in titles and keywords, not in the text.
    /// </param>
    public Highlighter(string text, SearchQuery query, int pinyinFrom = int.MaxValue)
    {
        this.text = text;
        using var normalized = Tokenizer.NormalizeWithPositions(text);
        for (var word = 0; word < query.HighlightedRuns.Count; word++)
            Find(normalized, query.HighlightedRuns[word], word);
        if (pinyinFrom < text.Length)
            FindPinyin(pinyinFrom, query);
        matches.Sort((one, other) => one.From.CompareTo(other.From));
    }

    /// <summary>In the order of where they begin; they may overlap.</summary>
    public IReadOnlyList<TextMatch> Matches => matches;

    /// <summary>What lies between two places of the text, in pieces. A line end is a space.</summary>
    public IReadOnlyList<HighlightedText> Pieces(int from, int to)
    {
        var pieces = new List<HighlightedText>();
        var at = from;
        foreach (var (start, end) in Spans().Where(span => span.From >= from && span.To <= to))
        {
            if (start > at)
                pieces.Add(new HighlightedText(OnOneLine(text[at..start]), false));
            pieces.Add(new HighlightedText(OnOneLine(text[start..end]), true));
            at = end;
        }
        if (at < to)
            pieces.Add(new HighlightedText(OnOneLine(text[at..to]), false));
        return pieces;
    }

    /// <summary>The matches, those that touch or overlap as one.</summary>
    public IEnumerable<(int From, int To)> Spans()
    {
        for (var at = 0; at < matches.Count; )
        {
            var (from, to) = (matches[at].From, matches[at].To);
            for (at++; at < matches.Count && matches[at].From <= to; at++)
                to = Math.Max(to, matches[at].To);
            yield return (from, to);
        }
    }

    void Find(Tokenizer.NormalizedText normalized, string run, int word)
    {
        for (int at = 0, step; (step = normalized.Characters[at..].IndexOf(run)) >= 0; at++)
        {
            at += step;
            // Without the word boundaries, which stand for no character of the text.
            var first = normalized.Positions[run[0] == Tokenizer.WordBoundary ? at + 1 : at];
            var last = normalized.Positions[at + run.Length - (run[^1] == Tokenizer.WordBoundary ? 2 : 1)];
            matches.Add(new TextMatch(first, last + (char.IsHighSurrogate(text[last]) ? 2 : 1), word));
        }
    }

    void FindPinyin(int from, SearchQuery query)
    {
        for (var word = 0; word < query.HighlightedRuns.Count; word++)
        {
            foreach (var (start, end) in query.TypedPinyin[word]?.Find(text[from..]) ?? [])
                matches.Add(new TextMatch(from + start, from + end, word));
        }
    }

    static string OnOneLine(string text) => text.Replace('\n', ' ');
}
