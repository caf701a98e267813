using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search.Segments;

/// <summary>
/// The lists of pairs: a counting sort of all positions by their first character, then of those of each by the second.
/// The arrays are kept for the next segment: of this size each would be a large object, freed only by a full
/// collection.
/// </summary>
sealed partial class SegmentBuilder
{
    /// <summary>For each stretch of so many characters (64) the report that it begins in is known.</summary>
    const int StretchBits = 6;

    readonly int[] ends = new int[0x10000];
    readonly int[] secondCounts = new int[0x10000];
    readonly List<char> seconds = [];
    readonly PostingList pairList = new();
    int[] positions = [];
    int[] sorted = [];
    int[] stretches = [];

    /// <param name="all">Ends with a separator.</param>
    void WritePairs(PostingBlocks blocks, ReadOnlySpan<char> all)
    {
        FindStretches(all.Length);
        SortByFirst(all);
        var from = 0;
        for (var first = 0; first < ends.Length; first++)
        {
            var to = ends[first];
            if (to > from)
                WritePairsOf((char)first, blocks, all, positions.AsSpan(from, to - from));
            from = to;
        }
    }

    void FindStretches(int textLength)
    {
        var count = (textLength >> StretchBits) + 1;
        if (stretches.Length < count)
            stretches = new int[count];
        var doc = 0;
        for (var stretch = 0; stretch < count; stretch++)
        {
            while (doc < docs.Count - 1 && stretch << StretchBits >= docs[doc].End)
                doc++;
            stretches[stretch] = doc;
        }
    }

    SegmentRow DocAt(int position)
    {
        var doc = stretches[position >> StretchBits];
        while (position >= docs[doc].End)
            doc++;
        return docs[doc];
    }

    void SortByFirst(ReadOnlySpan<char> all)
    {
        if (positions.Length < all.Length)
            positions = new int[all.Length];
        Array.Clear(ends);
        for (var at = 0; at + 1 < all.Length; at++)
        {
            if (IsPair(all, at))
                ends[all[at]]++;
        }
        var start = 0;
        for (var first = 0; first < ends.Length; first++)
            (ends[first], start) = (start, start + ends[first]);
        for (var at = 0; at + 1 < all.Length; at++)
        {
            if (IsPair(all, at))
                positions[ends[all[at]]++] = at;
        }
    }

    static bool IsPair(ReadOnlySpan<char> all, int at) =>
        all[at] != Tokenizer.Separator && all[at + 1] != Tokenizer.Separator;

    void WritePairsOf(char first, PostingBlocks blocks, ReadOnlySpan<char> all, ReadOnlySpan<int> ofFirst)
    {
        SortBySecond(all, ofFirst);
        var from = 0;
        foreach (var second in seconds)
        {
            FillPairList(sorted.AsSpan(from, secondCounts[second] - from));
            from = secondCounts[second];
            secondCounts[second] = 0;
            blocks.Add(Segment.PairKey(first, second), pairList);
        }
        seconds.Clear();
    }

    void FillPairList(ReadOnlySpan<int> ofPair)
    {
        pairList.Clear();
        for (var at = 0; at < ofPair.Length; )
        {
            var doc = DocAt(ofPair[at]);
            var first = at;
            while (at < ofPair.Length && ofPair[at] < doc.End)
                pairList.AddPosition(ofPair[at++] - doc.First);
            // The title comes first, then the headings: the first position is in the best field.
            pairList.Add(doc.Number, doc.FieldAt(ofPair[first]), at - first);
        }
    }

    /// <summary>Leaves in the counts where the positions of each second character end.</summary>
    void SortBySecond(ReadOnlySpan<char> all, ReadOnlySpan<int> ofFirst)
    {
        if (sorted.Length < ofFirst.Length)
            sorted = new int[ofFirst.Length];
        foreach (var position in ofFirst)
        {
            if (secondCounts[all[position + 1]]++ == 0)
                seconds.Add(all[position + 1]);
        }
        seconds.Sort();
        var start = 0;
        foreach (var second in seconds)
            (secondCounts[second], start) = (start, start + secondCounts[second]);
        foreach (var position in ofFirst)
            sorted[secondCounts[all[position + 1]]++] = position;
    }
}
