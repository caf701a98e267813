using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search.Segments;

/// <summary>
/// Makes the lists of pairs: the places where two characters stand side by side. All places are sorted by their first
/// character, then those of each by the second; what memory that takes is kept for the next part.
/// </summary>
sealed class PairPostings
{
    /// <summary>Of every stretch of so many characters (64) is known which report it begins in.</summary>
    const int StretchBits = 6;

    readonly int[] ends = new int[0x10000];
    readonly int[] counts = new int[0x10000];
    readonly List<char> seconds = [];
    readonly PostingList list = new();
    int[] places = [];
    int[] sorted = [];
    int[] stretches = [];

    /// <param name="text">Ends with a break.</param>
    public void WriteTo(PostingBlocks blocks, ReadOnlySpan<char> text, IReadOnlyList<SegmentRow> docs)
    {
        FindStretches(text.Length, docs);
        SortByFirst(text);
        var from = 0;
        for (var first = 0; first < ends.Length; first++)
        {
            var to = ends[first];
            if (to > from)
                Write(blocks, (char)first, text, places.AsSpan(from, to - from), docs);
            from = to;
        }
    }

    void FindStretches(int length, IReadOnlyList<SegmentRow> docs)
    {
        var count = (length >> StretchBits) + 1;
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

    SegmentRow DocAt(int place, IReadOnlyList<SegmentRow> docs)
    {
        var doc = stretches[place >> StretchBits];
        while (place >= docs[doc].End)
            doc++;
        return docs[doc];
    }

    void SortByFirst(ReadOnlySpan<char> text)
    {
        if (places.Length < text.Length)
            places = new int[text.Length];
        Array.Clear(ends);
        for (var at = 0; at + 1 < text.Length; at++)
        {
            if (IsPair(text, at))
                ends[text[at]]++;
        }
        var start = 0;
        for (var first = 0; first < ends.Length; first++)
            (ends[first], start) = (start, start + ends[first]);
        for (var at = 0; at + 1 < text.Length; at++)
        {
            if (IsPair(text, at))
                places[ends[text[at]]++] = at;
        }
    }

    static bool IsPair(ReadOnlySpan<char> text, int at) =>
        text[at] != Tokenizer.Separator && text[at + 1] != Tokenizer.Separator;

    void Write(
        PostingBlocks blocks,
        char first,
        ReadOnlySpan<char> text,
        ReadOnlySpan<int> own,
        IReadOnlyList<SegmentRow> docs
    )
    {
        SortBySecond(text, own);
        var from = 0;
        foreach (var second in seconds)
        {
            Fill(sorted.AsSpan(from, counts[second] - from), docs);
            from = counts[second];
            counts[second] = 0;
            blocks.Add(Segment.PairKey(first, second), list);
        }
        seconds.Clear();
    }

    void Fill(ReadOnlySpan<int> all, IReadOnlyList<SegmentRow> docs)
    {
        list.Clear();
        for (var at = 0; at < all.Length; )
        {
            var doc = DocAt(all[at], docs);
            var first = at;
            while (at < all.Length && all[at] < doc.End)
                list.AddPosition(all[at++] - doc.First);
            // The first place is in the best region.
            list.Add(doc.Number, doc.FieldAt(all[first]), at - first);
        }
    }

    /// <summary>Leaves in the counts where the places of each second character end.</summary>
    void SortBySecond(ReadOnlySpan<char> text, ReadOnlySpan<int> own)
    {
        if (sorted.Length < own.Length)
            sorted = new int[own.Length];
        foreach (var place in own)
        {
            if (counts[text[place + 1]]++ == 0)
                seconds.Add(text[place + 1]);
        }
        seconds.Sort();
        var start = 0;
        foreach (var second in seconds)
            (counts[second], start) = (start, start + counts[second]);
        foreach (var place in own)
            sorted[counts[text[place + 1]]++] = place;
    }
}
