namespace WorkReports.Index;

/// <summary>Makes the lists of single characters: the reports that hold each.</summary>
sealed class SearchSingles
{
    readonly SearchList?[] lists = new SearchList?[0x10000];
    readonly int[] lasts = new int[0x10000];
    readonly int[] counts = new int[0x10000];
    readonly List<(char Letter, Region Region)> seen = [];

    public void Count(SearchDocRow doc, char[] text)
    {
        for (var at = doc.First; at < doc.End; at++)
        {
            var letter = text[at];
            if (letter is SearchText.Break or SearchText.Edge || counts[letter]++ > 0) continue;
            // The title comes first, then the headings: where a character is first seen is the best place it has.
            seen.Add((letter, at < doc.TitleEnd ? Region.Title : at < doc.HeadingsEnd ? Region.Heading : Region.Body));
        }
        foreach (var (letter, region) in seen)
        {
            (lists[letter] ??= new SearchList()).Add(SearchPart.Single(doc.Number - lasts[letter], region, counts[letter]));
            lasts[letter] = doc.Number;
            counts[letter] = 0;
        }
        seen.Clear();
    }

    public void WriteTo(SearchBlocks blocks)
    {
        for (var letter = 0; letter < lists.Length; letter++)
        {
            if (lists[letter] is { } list) blocks.Add((uint)letter, list.Bytes);
        }
    }

    public void Clear()
    {
        Array.Clear(lists);
        Array.Clear(lasts);
    }
}
