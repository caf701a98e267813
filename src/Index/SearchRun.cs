namespace WorkReports.Index;

/// <summary>One search: goes through the parts, counts what it finds, and keeps the best.</summary>
/// <param name="most">How many of the best.</param>
sealed class SearchRun(IReadOnlyList<SearchWord> words, SearchSelection selection, bool byDate, int most)
{
    readonly SearchMatches[] matches = [.. words.Select(_ => new SearchMatches())];
    readonly PriorityQueue<long, SearchRank> best = new();

    public SearchTallies Tallies { get; } = new();

    public int Total { get; private set; }

    /// <summary>The keys of the best reports, the best first.</summary>
    public IReadOnlyList<long> Best()
    {
        var reports = new long[best.Count];
        for (var at = reports.Length - 1; at >= 0; at--) reports[at] = best.Dequeue();
        return reports;
    }

    public void Through(SearchPart part, SearchFinder finder)
    {
        for (var at = 0; at < words.Count; at++)
        {
            finder.Find(part, words[at].Run, matches[at]);
            if (!matches[at].Any && !words[at].Without) return;
        }
        var closeness = new SearchCloseness([.. matches.Where((_, at) => !words[at].Without)]);
        for (var number = 0; number < part.Docs.Length; number++)
        {
            ref readonly var doc = ref part.Docs[number];
            if (HoldsAll(number) && selection.Admits(doc)) Count(doc, number, closeness);
        }
    }

    bool HoldsAll(int doc)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var region = matches[at].RegionIn(doc);
            var isThere = words[at].InTitle ? region == Region.Title : region != Region.None;
            if (isThere == words[at].Without) return false;
        }
        return true;
    }

    void Count(in SearchDoc doc, int number, SearchCloseness closeness)
    {
        var (ofUnit, ofPillar, ofYear) = (selection.IsOfUnit(doc), selection.IsOfPillar(doc), selection.IsOfYear(doc));
        if (ofPillar && ofYear) Tallies.CountUnit(doc);
        if (ofUnit && ofYear) Tallies.CountPillars(doc);
        if (ofUnit && ofPillar) Tallies.CountYear(doc);
        if (!(ofUnit && ofPillar && ofYear)) return;

        Total++;
        var rank = byDate ? new SearchRank(Region.None, 0, 0, doc.Published, doc.Report) : RankOf(doc, number, closeness);
        if (best.Count < most) best.Enqueue(doc.Report, rank);
        else best.EnqueueDequeue(doc.Report, rank);
    }

    /// <summary>A report is as good as the word that stands worst in it.</summary>
    SearchRank RankOf(in SearchDoc doc, int number, SearchCloseness closeness)
    {
        var (worst, count) = (Region.Title, 0);
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Without) continue;
            if (matches[at].RegionIn(number) < worst) worst = matches[at].RegionIn(number);
            count += matches[at].CountIn(number);
        }
        return new SearchRank(worst, closeness.In(doc), count, doc.Published, doc.Report);
    }
}

/// <summary>What one report comes before another for: title before headings before text, close words, many of them, the newer.</summary>
readonly record struct SearchRank(Region Region, int Closeness, int Count, long Published, long Report) : IComparable<SearchRank>
{
    public int CompareTo(SearchRank other)
    {
        if (Region != other.Region) return Region.CompareTo(other.Region);
        if (Closeness != other.Closeness) return Closeness.CompareTo(other.Closeness);
        if (Count != other.Count) return Count.CompareTo(other.Count);
        return Published != other.Published ? Published.CompareTo(other.Published) : Report.CompareTo(other.Report);
    }
}

/// <summary>How near to each other several words stand in a report. Reports are asked for in the order of their places.</summary>
sealed class SearchCloseness
{
    /// <summary>A phrase's width, a sentence's, a paragraph's.</summary>
    static readonly int[] Widths = [10, 40, 200];

    readonly IReadOnlyList<SearchMatches> words;
    readonly int[] next;

    public SearchCloseness(IReadOnlyList<SearchMatches> words)
    {
        // Places of single characters are not kept.
        this.words = [.. words.Where(word => word.Places.Count > 0)];
        next = new int[this.words.Count];
    }

    /// <summary>The greater, the closer; 0 for words far apart, and for one alone.</summary>
    public int In(in SearchDoc doc)
    {
        if (words.Count < 2) return 0;
        var widest = 0;
        for (var word = 1; word < words.Count; word++) widest = Math.Max(widest, Narrowest(doc, word));
        return Widths.Count(width => widest <= width);
    }

    /// <summary>The least distance between a place of the first word and one of another.</summary>
    int Narrowest(in SearchDoc doc, int other)
    {
        var (ones, others) = (words[0].Places, words[other].Places);
        var least = int.MaxValue;
        var (one, at) = (Skip(ones, 0, doc.First), Skip(others, other, doc.First));
        while (one < ones.Count && at < others.Count && ones[one] < doc.End && others[at] < doc.End)
        {
            least = Math.Min(least, Math.Abs(ones[one] - others[at]));
            if (ones[one] < others[at]) one++;
            else at++;
        }
        return least;
    }

    int Skip(List<int> places, int word, int first)
    {
        while (next[word] < places.Count && places[next[word]] < first) next[word]++;
        return next[word];
    }
}
