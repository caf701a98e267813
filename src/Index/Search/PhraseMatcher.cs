using WorkReports.Index.Search.Segments;

namespace WorkReports.Index.Search;

/// <summary>Finds the reports that hold a run of characters, part after part.</summary>
sealed class PhraseMatcher
{
    readonly SegmentReader reader;
    readonly string run;

    /// <summary>
    /// The pairs of the run's characters, with the length of their lists where these were read last. They need not overlap, but
    /// they must cover the run.
    /// </summary>
    readonly (int Length, int Pair)[] pairs;

    public PhraseMatcher(SegmentReader reader, string run)
    {
        (this.reader, this.run) = (reader, run);
        pairs = [.. Enumerable.Range(0, (run.Length + 1) / 2).Select(pair => (0, pair))];
    }

    /// <param name="withPlaces">Where in the reports it stands is to be known, too, unless it is a single character.</param>
    public void Find(Segment part, MatchBuffer matches, bool withPlaces = false)
    {
        matches.Reset(part.Docs.Length);
        if (run.Length == 1)
            matches.Load(Read(part, run[0]));
        else if (run.Length == 2 && !withPlaces)
            matches.Load(Read(part, KeyOf(0)));
        else
            FindPositions(part, matches);
    }

    /// <summary>
    /// Finds the places that every pair agrees on. The pair that was the rarest in the part before comes first: it leaves the
    /// fewest to be looked for, and often none, so that the long lists of the others are not read.
    /// </summary>
    void FindPositions(Segment part, MatchBuffer matches)
    {
        Array.Sort(pairs);
        for (var at = 0; at < pairs.Length && (at == 0 || matches.Any); at++)
        {
            var pair = pairs[at].Pair;
            var list = Read(part, KeyOf(pair));
            pairs[at].Length = list.Count;
            if (at == 0)
                matches.Load(list, OffsetOf(pair));
            else
                matches.Intersect(list, OffsetOf(pair));
        }
        matches.SetFields(part.Bounds);
    }

    PostingListView Read(Segment part, uint key) => new(reader.Read(part, key));

    int OffsetOf(int pair) => Math.Min(2 * pair, run.Length - 2);

    uint KeyOf(int pair) => Segment.PairKey(run[OffsetOf(pair)], run[OffsetOf(pair) + 1]);
}
