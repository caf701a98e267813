using WorkReports.Index.Search.Segments;

namespace WorkReports.Index.Search;

/// <summary>Finds the reports that hold a run of characters, segment after segment.</summary>
sealed class PhraseMatcher
{
    readonly SegmentReader reader;
    readonly string run;

    /// <summary>
    /// The pairs of the run's characters, each with the length of its list in the segment before. They need not
    /// overlap, but they must cover the run.
    /// </summary>
    readonly (int Length, int Pair)[] pairs;

    public PhraseMatcher(SegmentReader reader, string run)
    {
        (this.reader, this.run) = (reader, run);
        pairs = [.. Enumerable.Range(0, (run.Length + 1) / 2).Select(pair => (0, pair))];
    }

    /// <param name="withPositions">
    /// Reads where in the reports it stands, too; of a single character that is never known.
    /// </param>
    public void Find(Segment segment, MatchBuffer matches, bool withPositions = false)
    {
        matches.Reset(segment.Docs.Length);
        if (run.Length == 1)
            matches.Load(Read(segment, run[0]));
        else if (run.Length == 2 && !withPositions)
            matches.Load(Read(segment, KeyOf(0)));
        else
            FindPositions(segment, matches);
    }

    /// <summary>
    /// Finds the positions that every pair agrees on. The pair that was the rarest in the segment before comes first:
    /// it leaves the fewest positions, and often none, so that the long lists of the others are not read.
    /// </summary>
    void FindPositions(Segment segment, MatchBuffer matches)
    {
        Array.Sort(pairs);
        for (var at = 0; at < pairs.Length && (at == 0 || matches.Any); at++)
        {
            var pair = pairs[at].Pair;
            var list = Read(segment, KeyOf(pair));
            pairs[at].Length = list.Count;
            if (at == 0)
                matches.Load(list, OffsetOf(pair));
            else
                matches.Intersect(list, OffsetOf(pair));
        }
        matches.SetFields(segment.Bounds);
    }

    PostingListView Read(Segment segment, uint key) => new(reader.Read(segment, key));

    int OffsetOf(int pair) => Math.Min(2 * pair, run.Length - 2);

    uint KeyOf(int pair) => Segment.PairKey(run[OffsetOf(pair)], run[OffsetOf(pair) + 1]);
}
