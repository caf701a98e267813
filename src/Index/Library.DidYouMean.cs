using WorkReports.Index.Search;
using WorkReports.Index.Search.Query;
using WorkReports.Index.Search.Segments;
using WorkReports.Index.Search.Text;

namespace WorkReports.Index;

public sealed partial class Library
{
    /// <summary>
    /// The query with each word that no report holds put right: by one that titles or keywords have and that sounds the same, or
    /// differs in a character. Null when there is none such for every word.
    /// </summary>
    public string? DidYouMean(SearchQuery query)
    {
        var text = query.Text;
        var shelf = database.Shelf;
        var parts = shelf.Parts(Connection, Edition());
        foreach (
            var word in query.Words.Where(word =>
                !word.IsExcluded && word.Run.Length > 1 && word.Run.All(Tokenizer.IsHan)
            )
        )
        {
            if (Exists(word.Run, parts))
                continue;
            var near = new SpellingSuggestion(word.Run);
            foreach (var part in parts)
                near.Scan(shelf.Titles(Connection, part).Text);
            if (near.Best is not { } best || !text.Contains(word.Run, StringComparison.Ordinal))
                return null;
            text = text.Replace(word.Run, best);
        }
        return text == query.Text ? null : text;
    }

    bool Exists(string run, IReadOnlyList<Segment> parts)
    {
        using var reader = new SegmentReader(Connection);
        var (finder, matches) = (new PhraseMatcher(reader, run), new MatchBuffer());
        foreach (var part in parts)
        {
            finder.Find(part, matches);
            foreach (var number in matches.Docs)
            {
                if (part.Docs[number].Exists)
                    return true;
            }
        }
        return false;
    }
}
