namespace WorkReports.Index;

/// <summary>Finds the reports that hold a run of characters, part after part.</summary>
sealed class SearchFinder
{
    readonly SearchReader reader;
    readonly string run;

    /// <summary>
    /// The pairs of the run's characters, with the length of their lists where these were read last. They need not overlap, but
    /// they must cover the run.
    /// </summary>
    readonly (int Length, int Pair)[] pairs;

    public SearchFinder(SearchReader reader, string run)
    {
        (this.reader, this.run) = (reader, run);
        pairs = [.. Enumerable.Range(0, (run.Length + 1) / 2).Select(pair => (0, pair))];
    }

    public void Find(SearchPart part, SearchMatches matches)
    {
        matches.Clear(part.Docs.Length);
        if (run.Length == 1) FindSingle(part, matches);
        else FindPlaces(part, matches);
    }

    void FindSingle(SearchPart part, SearchMatches matches)
    {
        var list = reader.Read(part, run[0]);
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

    /// <summary>
    /// Finds the places that every pair agrees on. The pair that was the rarest in the part before comes first: it leaves the
    /// fewest to be looked for, and often none, so that the long lists of the others are not read.
    /// </summary>
    void FindPlaces(SearchPart part, SearchMatches matches)
    {
        Array.Sort(pairs);
        var places = Span<int>.Empty;
        var count = 0;
        for (var at = 0; at < pairs.Length && (at == 0 || count > 0); at++)
        {
            var pair = pairs[at].Pair;
            var list = reader.Read(part, KeyOf(pair));
            pairs[at].Length = list.Length;
            if (at == 0) places = matches.RoomFor(list.Length / sizeof(ushort));
            count = at == 0 ? Read(list, places, -At(pair)) : Keep(list, places[..count], At(pair));
        }
        matches.AddPlaces(count, part.Spans);
    }

    int At(int pair) => Math.Min(2 * pair, run.Length - 2);

    uint KeyOf(int pair) => SearchPart.KeyOf(run[At(pair)], run[At(pair) + 1]);

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
