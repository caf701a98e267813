namespace WorkReports.Index;

/// <summary>How a word stands in the reports of a part.</summary>
sealed class SearchMatches
{
    Region[] regions = [];
    int[] counts = [];

    /// <summary>Where it begins, ascending; none for a single character, whose places are not kept.</summary>
    public List<int> Places { get; } = [];

    public bool Any { get; private set; }

    public Region RegionIn(int doc) => regions[doc];

    public int CountIn(int doc) => counts[doc];

    public void Clear(int docs)
    {
        if (regions.Length < docs) (regions, counts) = (new Region[docs], new int[docs]);
        Array.Clear(regions);
        Array.Clear(counts);
        Places.Clear();
        Any = false;
    }

    public void Add(int doc, Region region, int count)
    {
        if (region > regions[doc]) regions[doc] = region;
        counts[doc] += count;
        Any = true;
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
        else AddPlaces(part, FindPlaces(part, run), matches);
    }

    void FindSingle(SearchPart part, char letter, SearchMatches matches)
    {
        var list = reader.List(part, letter);
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
        var count = Read(reader.List(part, SearchPart.KeyOf(run[0], run[1])));
        for (var pair = 2; pair < run.Length && count > 0; pair += 2)
        {
            var at = Math.Min(pair, run.Length - 2);
            count = Keep(reader.List(part, SearchPart.KeyOf(run[at], run[at + 1])), count, at);
        }
        return places.AsSpan(0, count);
    }

    int Read(ReadOnlySpan<byte> list)
    {
        if (places.Length < list.Length) places = new int[list.Length];
        var (count, place) = (0, 0);
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

    static void AddPlaces(SearchPart part, ReadOnlySpan<int> found, SearchMatches matches)
    {
        var doc = 0;
        foreach (var place in found)
        {
            while (doc < part.Docs.Length && place >= part.Docs[doc].End) doc++;
            if (doc == part.Docs.Length) break;
            // What vanished leaves its places behind.
            if (place < part.Docs[doc].First) continue;
            matches.Add(doc, part.Docs[doc].RegionOf(place), 1);
            matches.Places.Add(place);
        }
    }
}
