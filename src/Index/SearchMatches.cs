namespace WorkReports.Index;

/// <summary>How a word stands in the reports of a part. Large, and used again: from part to part, and from search to search.</summary>
sealed class SearchMatches
{
    Region[] regions = [];
    int[] counts = [];

    /// <summary>The reports that hold it: only what was written for these is wiped out again.</summary>
    int[] found = [];
    int founds;

    /// <summary>Which of the places are in each report.</summary>
    int[] firsts = [];
    int[] ends = [];
    int[] places = [];

    public bool Any => founds > 0;

    /// <summary>The numbers of the reports that hold the word, in no order.</summary>
    public ReadOnlySpan<int> Found => found.AsSpan(0, founds);

    /// <summary>False for a single character, whose places are not known.</summary>
    public bool HasPlaces { get; private set; }

    public Region RegionIn(int doc) => regions[doc];

    public int CountIn(int doc) => counts[doc];

    /// <summary>Where the word begins in a report, ascending; none when it was found in another way.</summary>
    public ReadOnlySpan<int> PlacesIn(int doc) => places.AsSpan(firsts[doc], ends[doc] - firsts[doc]);

    public void Clear(int docs)
    {
        foreach (var doc in Found) (regions[doc], counts[doc], firsts[doc], ends[doc]) = (Region.None, 0, 0, 0);
        (founds, HasPlaces) = (0, false);
        if (regions.Length < docs) (regions, counts, found, firsts, ends) = (new Region[docs], new int[docs], new int[docs], new int[docs], new int[docs]);
    }

    public void Add(int doc, Region region, int count)
    {
        if (regions[doc] == Region.None) found[founds++] = doc;
        if (region > regions[doc]) regions[doc] = region;
        counts[doc] += count;
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
