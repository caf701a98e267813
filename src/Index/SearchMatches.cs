namespace WorkReports.Index;

/// <summary>How a word stands in a report.</summary>
/// <param name="First">Of the places of its part the first that is in the report.</param>
/// <param name="End">The first behind them; none when the word was found in another way.</param>
readonly record struct SearchMatch(int First, int End, int Count, Region Region);

/// <summary>How a word stands in the reports of a part. Large, and used again: from part to part, and from search to search.</summary>
sealed class SearchMatches
{
    SearchMatch[] matches = [];

    /// <summary>The reports that hold it: only what was written for these is wiped out again.</summary>
    int[] found = [];
    int founds;

    int[] places = [];

    public bool Any => founds > 0;

    /// <summary>The numbers of the reports that hold the word, in no order.</summary>
    public ReadOnlySpan<int> Found => found.AsSpan(0, founds);

    /// <summary>False for a single character, whose places are not known.</summary>
    public bool HasPlaces { get; private set; }

    public Region RegionIn(int doc) => matches[doc].Region;

    public int CountIn(int doc) => matches[doc].Count;

    /// <summary>Where the word begins in a report, ascending; none when it was found in another way.</summary>
    public ReadOnlySpan<int> PlacesIn(int doc) => places.AsSpan(matches[doc].First, matches[doc].End - matches[doc].First);

    public void Clear(int docs)
    {
        foreach (var doc in Found) matches[doc] = default;
        (founds, HasPlaces) = (0, false);
        if (matches.Length < docs) (matches, found) = (new SearchMatch[docs], new int[docs]);
    }

    public void Add(int doc, Region region, int count)
    {
        var last = matches[doc];
        if (last.Region == Region.None) found[founds++] = doc;
        matches[doc] = last with { Region = region > last.Region ? region : last.Region, Count = last.Count + count };
    }

    /// <summary>Where all places of the part are to be written, ascending.</summary>
    public Span<int> RoomFor(int count)
    {
        if (places.Length < count) places = new int[count];
        return places;
    }

    /// <summary>Adds the places that were written, and nothing was added before them.</summary>
    public void AddPlaces(int count, SearchSpan[] spans)
    {
        var all = places.AsSpan(0, count);
        var at = 0;
        for (var doc = 0; doc < spans.Length && at < all.Length; doc++)
        {
            ref readonly var span = ref spans[doc];
            // What vanished leaves its places behind.
            while (at < all.Length && all[at] < span.First) at++;
            var first = at;
            while (at < all.Length && all[at] < span.End) at++;
            if (at == first) continue;
            // The first place is in the best region.
            matches[doc] = new SearchMatch(first, at, at - first, span.RegionOf(all[first]));
            found[founds++] = doc;
        }
        HasPlaces = founds > 0;
    }
}
