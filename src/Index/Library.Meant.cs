namespace WorkReports.Index;

public sealed partial class Library
{
    /// <summary>
    /// The query with each word that no report holds put right: by one that titles or keywords have and that sounds the same, or
    /// differs in a character. Null when there is none such for every word.
    /// </summary>
    public string? Meant(SearchQuery query)
    {
        var text = query.Text;
        var shelf = database.Shelf;
        var parts = shelf.Parts(Connection, Edition());
        foreach (
            var word in query.Words.Where(word =>
                !word.Without && word.Run.Length > 1 && word.Run.All(SearchText.IsHan)
            )
        )
        {
            if (Exists(word.Run, parts))
                continue;
            var near = new NearMiss(word.Run);
            foreach (var part in parts)
                near.LookThrough(shelf.Titles(Connection, part).Text);
            if (near.Best is not { } best || !text.Contains(word.Run, StringComparison.Ordinal))
                return null;
            text = text.Replace(word.Run, best);
        }
        return text == query.Text ? null : text;
    }

    bool Exists(string run, IReadOnlyList<SearchPart> parts)
    {
        using var reader = new SearchReader(Connection);
        var (finder, matches) = (new SearchFinder(reader, run), new SearchMatches());
        foreach (var part in parts)
        {
            finder.Find(part, matches);
            foreach (var number in matches.Found)
            {
                if (part.Docs[number].Is)
                    return true;
            }
        }
        return false;
    }
}
