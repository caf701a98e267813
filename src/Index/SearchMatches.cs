namespace WorkReports.Index;

/// <summary>How a word stands in the reports of a part.</summary>
sealed class SearchMatches
{
    Region[] regions = [];
    int[] counts = [];

    /// <summary>Which of the places are in each report.</summary>
    int[] firsts = [];
    int[] ends = [];
    int[] places = [];

    public bool Any { get; private set; }

    /// <summary>False for a single character, whose places are not known.</summary>
    public bool HasPlaces { get; private set; }

    public Region RegionIn(int doc) => regions[doc];

    public int CountIn(int doc) => counts[doc];

    /// <summary>Where the word begins in a report, ascending; none when it was found in another way.</summary>
    public ReadOnlySpan<int> PlacesIn(int doc) => places.AsSpan(firsts[doc], ends[doc] - firsts[doc]);

    public void Clear(int docs)
    {
        if (regions.Length < docs) (regions, counts, firsts, ends) = (new Region[docs], new int[docs], new int[docs], new int[docs]);
        Array.Clear(regions);
        Array.Clear(counts);
        Array.Clear(firsts);
        Array.Clear(ends);
        (Any, HasPlaces) = (false, false);
    }

    public void Add(int doc, Region region, int count)
    {
        if (region > regions[doc]) regions[doc] = region;
        counts[doc] += count;
        Any = true;
    }

    /// <summary>Where all places of the part are to be written, ascending.</summary>
    public Span<int> RoomFor(int count)
    {
        if (places.Length < count) places = new int[count];
        return places;
    }

    /// <summary>Adds the places that were written.</summary>
    public void AddPlaces(int count, SearchDoc[] docs)
    {
        var all = places.AsSpan(0, count);
        var at = 0;
        for (var doc = 0; doc < docs.Length && at < all.Length; doc++)
        {
            ref readonly var report = ref docs[doc];
            // What vanished leaves its places behind.
            while (at < all.Length && all[at] < report.First) at++;
            var first = at;
            while (at < all.Length && all[at] < report.End) at++;
            if (at == first) continue;
            (firsts[doc], ends[doc]) = (first, at);
            // The first place is in the best region.
            Add(doc, report.RegionOf(all[first]), at - first);
            HasPlaces = true;
        }
    }
}
