using WorkReports.Index.Search.Query;
using WorkReports.Index.Search.Segments;
using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search;

/// <summary>One search: goes through the parts, counts what it finds, and keeps the best.</summary>
/// <param name="matches">One for each word.</param>
/// <param name="most">How many of the best.</param>
sealed class SearchExecution(
    SegmentReader reader,
    QueryWord[] words,
    MatchBuffer[] matches,
    SearchFilter selection,
    FacetCounter tallies,
    bool byDate,
    int most
)
{
    readonly PhraseMatcher[] matchers = [.. words.Select(word => new PhraseMatcher(reader, word.Run))];

    /// <summary>Of the words that must be there.</summary>
    readonly MatchBuffer[] required = [.. matches.Where((_, at) => !words[at].IsExcluded)];

    /// <summary>The words, with how many reports held each where it was looked for last. The fewest come first: without these nothing else need be read.</summary>
    readonly (int Found, int Word)[] order = [.. words.Select((_, word) => (0, word))];

    /// <summary>Whatever holds the only word holds all that is asked for.</summary>
    readonly bool anyMatchCounts = words is [{ MinimumField: <= MatchField.Body, IsExcluded: false }];

    /// <summary>How near words stand to each other counts, so that their places must be known.</summary>
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

    public void Search(Segment part, Func<Segment, SegmentTitles> titles)
    {
        Array.Sort(order);
        for (var turn = 0; turn < order.Length; turn++)
        {
            var at = order[turn].Word;
            matchers[at].Find(part, matches[at], usesProximity && !words[at].IsExcluded);
            if (words[at].PinyinInput is { } typed)
                titles(part).AddRead(typed, words[at].IsPrefix, matches[at]);
            order[turn].Found = matches[at].Docs.Length;
            if (!matches[at].Any && !words[at].IsExcluded)
                return;
        }
        MatchBuffer[] near = [.. required.Where(found => found.HasPositions)];
        if (Rarest() is { } rarest)
        {
            foreach (var number in rarest.Docs)
                Collect(part, number, near);
        }
        else
        {
            for (var number = 0; number < part.Docs.Length; number++)
                Collect(part, number, near);
        }
    }

    /// <summary>The word that the fewest reports hold; null when all words are such as must not be there.</summary>
    MatchBuffer? Rarest() => required.MinBy(found => found.Docs.Length);

    void Collect(Segment part, int number, MatchBuffer[] near)
    {
        ref readonly var doc = ref part.Docs[number];
        if ((anyMatchCounts || HoldsAll(number)) && selection.Matches(doc) && tallies.Count(doc))
            Rank(part, number, near);
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

    /// <summary>Keeps it if it is one of the best.</summary>
    void Rank(Segment part, int number, MatchBuffer[] near)
    {
        var rank = byDate
            ? Ranking.Of(MatchField.None, 0, 0, part.Docs[number].Published)
            : RankOf(part.Docs[number], number, near);
        if (rank < lowestRank)
            return;
        var name = part.ReportKeys[number];
        if (best.Count < most)
            best.Enqueue(name.Report, (rank, name.Tie));
        else
            best.EnqueueDequeue(name.Report, (rank, name.Tie));
        if (best.Count == most && best.TryPeek(out _, out var last))
            lowestRank = last.Rank;
    }

    /// <summary>A report is as good as the word that stands worst in it. 0 for one that even with its words side by side is none of the best.</summary>
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
