namespace WorkReports.Index;

/// <summary>How a word stands in the reports of a part.</summary>
sealed class SearchMatches
{
    Region[] regions = [];
    int[] counts = [];
    int[] firsts = [];
    int[] ends = [];
    int[] places = [];
    int placed;

    public bool Any { get; private set; }

    /// <summary>False for a single character, whose places are not known.</summary>
    public bool HasPlaces => placed > 0;

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
        placed = 0;
        Any = false;
    }

    public void Add(int doc, Region region, int count)
    {
        if (region > regions[doc]) regions[doc] = region;
        counts[doc] += count;
        Any = true;
    }

    /// <summary>Adds all places of a part at once.</summary>
    public void Add(ReadOnlySpan<int> found, SearchDoc[] docs)
    {
        if (places.Length < found.Length) places = new int[found.Length];
        var (doc, end) = (-1, 0);
        foreach (var place in found)
        {
            if (place >= end)
            {
                do doc++; while (doc < docs.Length && place >= docs[doc].End);
                if (doc == docs.Length) return;
                end = docs[doc].End;
                firsts[doc] = placed;
            }
            // What vanished leaves its places behind.
            if (place < docs[doc].First) continue;
            // The first place is in the best region.
            if (counts[doc]++ == 0) regions[doc] = docs[doc].RegionOf(place);
            places[placed++] = place;
            ends[doc] = placed;
            Any = true;
        }
    }
}

/// <summary>Finds the reports of a part that hold a run of characters.</summary>
sealed class SearchFinder(SearchReader reader)
{
    int[] places = new int[4096];

    public void Find(SearchPart part, string run, SearchMatches matches)
    {
        matches.Clear(part.Docs.Length);
        if (run.Length == 1) FindSingle(part, run[0], matches);
        else matches.Add(FindPlaces(part, run), part.Docs);
    }

    void FindSingle(SearchPart part, char letter, SearchMatches matches)
    {
        reader.Read(0, part, letter);
        var list = reader.List(0);
        var doc = 0;
        for (var at = 0; at < list.Length;)
        {
            var (step, region, count) = SearchPart.Single(SearchList.Read(list, ref at));
            doc += step;
            // The last reports of the part may have vanished.
            if (doc >= part.Docs.Length) break;
            matches.Add(doc, region, count);
        }
    }

    /// <summary>Where the run begins: places that every pair of its characters agrees on. Pairs need not overlap, but they must cover it.</summary>
    ReadOnlySpan<int> FindPlaces(SearchPart part, string run)
    {
        var pairs = (run.Length + 1) / 2;
        Span<(int Length, int Pair)> order = stackalloc (int, int)[pairs];
        for (var pair = 0; pair < pairs; pair++)
        {
            order[pair] = (reader.Read(pair, part, KeyOf(run, pair)), pair);
            if (order[pair].Length == 0) return [];
        }
        // The rarest first: it leaves the fewest to be looked for in the others.
        order.Sort();
        var count = Read(reader.List(order[0].Pair), -At(run, order[0].Pair));
        foreach (var (_, pair) in order[1..]) count = Keep(reader.List(pair), count, At(run, pair));
        return places.AsSpan(0, count);
    }

    static int At(string run, int pair) => Math.Min(2 * pair, run.Length - 2);

    static uint KeyOf(string run, int pair) => SearchPart.KeyOf(run[At(run, pair)], run[At(run, pair) + 1]);

    int Read(ReadOnlySpan<byte> list, int place)
    {
        if (places.Length < list.Length) places = new int[list.Length];
        var count = 0;
        for (var at = 0; at < list.Length;)
        {
            place += (int)SearchList.Read(list, ref at);
            places[count++] = place;
        }
        return count;
    }

    /// <summary>Keeps the places that the list has, too, so much further on.</summary>
    int Keep(ReadOnlySpan<byte> list, int count, int further)
    {
        var (kept, next, place) = (0, 0, 0);
        for (var at = 0; at < list.Length && next < count;)
        {
            place += (int)SearchList.Read(list, ref at);
            while (next < count && places[next] + further < place) next++;
            if (next < count && places[next] + further == place) places[kept++] = places[next++];
        }
        return kept;
    }
}
