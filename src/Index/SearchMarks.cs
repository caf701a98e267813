namespace WorkReports.Index;

/// <summary>A stretch of text, marked when it is what the reader searched for.</summary>
public readonly record struct Piece(string Text, bool Marked);

/// <summary>Where in a text the words of a query stand: ascending, none within another.</summary>
sealed class SearchMarks
{
    readonly List<(int From, int To)> places;

    SearchMarks(List<(int From, int To)> places, int words)
    {
        this.places = places;
        Words = words;
    }

    /// <summary>How many of the query's words are there.</summary>
    public int Words { get; }

    public bool Any => places.Count > 0;

    public int First => places[0].From;

    public IReadOnlyList<(int From, int To)> Places => places;

    public static SearchMarks In(string text, SearchQuery query)
    {
        var sources = new List<int>(text.Length);
        var cut = SearchText.Cut(text, sources);
        var found = query.Marked.Select(run => Find(cut, run).Select(at => Source(text, sources, at, run)).ToList()).Where(places => places.Count > 0).ToList();
        return new SearchMarks(Merge(found.SelectMany(places => places)), found.Count);
    }

    /// <summary>The text, or what lies between two places of it, in pieces. A line end is a space.</summary>
    public IReadOnlyList<Piece> Pieces(string text, int from = 0, int to = int.MaxValue)
    {
        var pieces = new List<Piece>();
        var (at, end) = (from, Math.Min(to, text.Length));
        foreach (var place in places.Where(place => place.From >= from && place.To <= end))
        {
            if (place.From > at) pieces.Add(new Piece(Flat(text[at..place.From]), false));
            pieces.Add(new Piece(Flat(text[place.From..place.To]), true));
            at = place.To;
        }
        if (at < end) pieces.Add(new Piece(Flat(text[at..end]), false));
        return pieces;
    }

    static IEnumerable<int> Find(string cut, string run)
    {
        for (var at = cut.IndexOf(run, StringComparison.Ordinal); at >= 0; at = cut.IndexOf(run, at + 1, StringComparison.Ordinal)) yield return at;
    }

    /// <summary>Where the run stands in the text itself, without the edges of its words.</summary>
    static (int From, int To) Source(string text, List<int> sources, int at, string run)
    {
        var first = sources[run[0] == SearchText.Edge ? at + 1 : at];
        var last = sources[at + run.Length - (run[^1] == SearchText.Edge ? 2 : 1)];
        return (first, last + (char.IsHighSurrogate(text[last]) ? 2 : 1));
    }

    static List<(int From, int To)> Merge(IEnumerable<(int From, int To)> places)
    {
        var merged = new List<(int From, int To)>();
        foreach (var place in places.Order())
        {
            if (merged.Count > 0 && place.From <= merged[^1].To) merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, place.To));
            else merged.Add(place);
        }
        return merged;
    }

    static string Flat(string text) => text.Replace('\n', ' ');
}
