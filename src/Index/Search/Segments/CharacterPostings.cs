using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search.Segments;

/// <summary>Makes the lists of single characters: the reports that hold each, without the places.</summary>
sealed class CharacterPostings
{
    readonly PostingList?[] lists = new PostingList?[0x10000];
    readonly int[] counts = new int[0x10000];
    readonly List<(char Letter, MatchField Region)> seen = [];

    public void Count(SegmentRow doc, char[] text)
    {
        for (var at = doc.First; at < doc.End; at++)
        {
            var letter = text[at];
            // Where a character is first seen is the best place it has.
            if (letter is not (Tokenizer.Separator or Tokenizer.WordBoundary) && counts[letter]++ == 0)
                seen.Add((letter, doc.FieldAt(at)));
        }
        foreach (var (letter, region) in seen)
        {
            (lists[letter] ??= new PostingList()).Add(doc.Number, region, counts[letter]);
            counts[letter] = 0;
        }
        seen.Clear();
    }

    public void WriteTo(PostingBlocks blocks)
    {
        for (var letter = 0; letter < lists.Length; letter++)
        {
            if (lists[letter] is { } list)
                blocks.Add((uint)letter, list);
        }
    }

    public void Clear() => Array.Clear(lists);
}
