using WorkReports.Index.Search.Query;
using WorkReports.Index.Search.Segments;
using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search;

/// <summary>One search: goes through the segments, counts what it finds, and keeps the best.</summary>
/// <param name="matches">One for each word.</param>
/// <param name="limit">How many of the best are kept.</param>
/// <param name="cancellation">Set when nobody waits for the answer any more.</param>
sealed class SearchExecution(
    SegmentReader reader,
    QueryWord[] words,
    MatchBuffer[] matches,
    SearchFilter filter,
    FacetCounter facets,
    bool byDate,
    int limit,
    CancellationToken cancellation
)
{
    readonly PhraseMatcher[] matchers = [.. words.Select(word => new PhraseMatcher(reader, word.Run))];

    /// <summary>What is looked for in titles and keywords, too; null for a word that is not letters alone.</summary>
    readonly PinyinPattern?[] typed =
    [
        .. words.Select(word => word.PinyinInput is { } input ? new PinyinPattern(input, word.IsPrefix) : null),
    ];

    /// <summary>Of the words that must be there.</summary>
    readonly MatchBuffer[] required = [.. matches.Where((_, at) => !words[at].IsExcluded)];

    /// <summary>
    /// The words, with how many reports of the last segment held each. The rarest comes first: where no report holds
    /// it, no other list is read.
    /// </summary>
    readonly (int Found, int Word)[] order = [.. words.Select((_, word) => (0, word))];

    /// <summary>True where there is only one word: whatever holds it holds all that is asked for.</summary>
    readonly bool anyMatchCounts = words is [{ MinimumField: <= MatchField.Body, IsExcluded: false }];

    /// <summary>True where it counts how near words stand to each other: only then their positions are read.</summary>
    readonly bool usesProximity = !byDate && words.Count(word => !word.IsExcluded && word.Run.Length > 1) > 1;

    readonly PriorityQueue<long, (ulong Rank, ulong Tie)> best = new();
    ulong lowestRank;

    /// <summary>The keys of the best reports, the best first.</summary>
    public IReadOnlyList<long> Best()
    {
        var reports = new long[best.Count];
        for (var at = reports.Length - 1; at >= 0; at--)
            reports[at] = best.Dequeue();
        return reports;
    }

    public void Search(Segment segment, Func<Segment, SegmentTitles> titles)
    {
        Array.Sort(order);
        for (var turn = 0; turn < order.Length; turn++)
        {
            cancellation.ThrowIfCancellationRequested();
            var at = order[turn].Word;
            matchers[at].Find(segment, matches[at], usesProximity && !words[at].IsExcluded);
            if (typed[at] is { } pattern)
                matches[at].AddPinyin(titles(segment), pattern);
            order[turn].Found = matches[at].Docs.Length;
            if (!matches[at].Any && !words[at].IsExcluded)
                return;
        }
        MatchBuffer[] near = [.. required.Where(found => found.HasPositions)];
        if (Rarest() is { } rarest)
        {
            foreach (var number in rarest.Docs)
                Collect(segment, number, near);
        }
        else
        {
            for (var number = 0; number < segment.Docs.Length; number++)
                Collect(segment, number, near);
        }
    }

    /// <summary>The word that the fewest reports hold; null when all words are excluded.</summary>
    MatchBuffer? Rarest() => required.MinBy(found => found.Docs.Length);

    void Collect(Segment segment, int number, MatchBuffer[] near)
    {
        ref readonly var doc = ref segment.Docs[number];
        if ((anyMatchCounts || HoldsAll(number)) && filter.Matches(doc) && facets.Count(doc))
            Rank(segment, number, near);
    }

    bool HoldsAll(int doc)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (matches[at].MatchIn(doc).Field >= words[at].MinimumField == words[at].IsExcluded)
                return false;
        }
        return true;
    }

    /// <summary>Keeps the report if it is one of the best so far.</summary>
    void Rank(Segment segment, int number, MatchBuffer[] near)
    {
        var rank = byDate
            ? Ranking.Of(MatchField.None, 0, 0, segment.Docs[number].Published)
            : RankOf(segment.Docs[number], number, near);
        if (rank < lowestRank)
            return;
        var key = segment.ReportKeys[number];
        if (best.Count < limit)
            best.Enqueue(key.Report, (rank, key.Tie));
        else
            best.EnqueueDequeue(key.Report, (rank, key.Tie));
        if (best.Count == limit && best.TryPeek(out _, out var last))
            lowestRank = last.Rank;
    }

    /// <summary>
    /// A report ranks by the word that stands in the worst field. 0 for one that would not be among the best even with
    /// its words side by side: then their distance is not computed.
    /// </summary>
    ulong RankOf(in SegmentReport doc, int number, MatchBuffer[] near)
    {
        var (worst, count) = (MatchField.Title, 0);
        foreach (var word in required)
        {
            ref readonly var match = ref word.MatchIn(number);
            if (match.Field < worst)
                worst = match.Field;
            count += match.Count;
        }
        if (near.Length < 2)
            return Ranking.Of(worst, 0, count, doc.Published);
        return Ranking.Of(worst, Ranking.ClosenessLimit, count, doc.Published) < lowestRank
            ? 0
            : Ranking.Of(worst, Ranking.Closeness(near, number), count, doc.Published);
    }
}
