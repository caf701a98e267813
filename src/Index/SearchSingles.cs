namespace WorkReports.Index;

/// <summary>Makes the lists of single characters: the reports that hold each, without the places.</summary>
sealed class SearchSingles
{
    readonly SearchList?[] lists = new SearchList?[0x10000];
    readonly int[] counts = new int[0x10000];
    readonly List<(char Letter, Region Region)> seen = [];

    public void Count(SearchDocRow doc, char[] text)
    {
        for (var at = doc.First; at < doc.End; at++)
        {
            var letter = text[at];
            // Where a character is first seen is the best place it has.
            if (letter is not (SearchText.Break or SearchText.Edge) && counts[letter]++ == 0)
                seen.Add((letter, doc.RegionOf(at)));
        }
        foreach (var (letter, region) in seen)
        {
            (lists[letter] ??= new SearchList()).Add(doc.Number, region, counts[letter]);
            counts[letter] = 0;
        }
        seen.Clear();
    }

    public void WriteTo(SearchBlocks blocks)
    {
        for (var letter = 0; letter < lists.Length; letter++)
        {
            if (lists[letter] is { } list)
                blocks.Add((uint)letter, list);
        }
    }

    public void Clear() => Array.Clear(lists);
}
