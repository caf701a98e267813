namespace WorkReports.Index;

/// <summary>Finds the reports of a part that hold a run of characters.</summary>
sealed class SearchFinder(SearchReader reader)
{
    public void Find(SearchPart part, string run, SearchMatches matches)
    {
        matches.Clear(part.Docs.Length);
        if (run.Length == 1) FindSingle(part, run[0], matches);
        else FindPlaces(part, run, matches);
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

    /// <summary>Finds the places that every pair of the run's characters agrees on. Pairs need not overlap, but they must cover it.</summary>
    void FindPlaces(SearchPart part, string run, SearchMatches matches)
    {
        var pairs = (run.Length + 1) / 2;
        Span<(int Length, int Pair)> order = stackalloc (int, int)[pairs];
        for (var pair = 0; pair < pairs; pair++)
        {
            order[pair] = (reader.Read(pair, part, KeyOf(run, pair)), pair);
            if (order[pair].Length == 0) return;
        }
        // The rarest first: it leaves the fewest to be looked for in the others.
        order.Sort();
        var places = matches.RoomFor(order[0].Length / sizeof(ushort));
        var count = Read(reader.List(order[0].Pair), places, -At(run, order[0].Pair));
        foreach (var (_, pair) in order[1..]) count = Keep(reader.List(pair), places[..count], At(run, pair));
        matches.AddPlaces(count, part.Docs);
    }

    static int At(string run, int pair) => Math.Min(2 * pair, run.Length - 2);

    static uint KeyOf(string run, int pair) => SearchPart.KeyOf(run[At(run, pair)], run[At(run, pair) + 1]);

    static int Read(ReadOnlySpan<byte> list, Span<int> places, int place)
    {
        var count = 0;
        for (var at = 0; at < list.Length;)
        {
            place += SearchList.ReadDistance(list, ref at);
            places[count++] = place;
        }
        return count;
    }

    /// <summary>Keeps the places that the list has, too, so much further on.</summary>
    static int Keep(ReadOnlySpan<byte> list, Span<int> places, int further)
    {
        var (kept, next, place) = (0, 0, 0);
        for (var at = 0; at < list.Length && next < places.Length;)
        {
            place += SearchList.ReadDistance(list, ref at);
            while (next < places.Length && places[next] + further < place) next++;
            if (next < places.Length && places[next] + further == place) places[kept++] = places[next++];
        }
        return kept;
    }
}
