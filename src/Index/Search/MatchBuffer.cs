using System.Numerics;
using WorkReports.Index.Search.Segments;
using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search;

/// <summary>How a word stands in a report.</summary>
/// <param name="FirstPosition">Of all places the first that is in the report.</param>
/// <param name="EndPosition">The first behind them; none when the word was found in another way.</param>
readonly record struct ReportMatch(int FirstPosition, int EndPosition, int Count, MatchField Field);

/// <summary>How a word stands in the reports of a part. Large, and used again: from part to part, and from search to search.</summary>
sealed class MatchBuffer
{
    /// <summary>So many places are looked for one by one.</summary>
    const int LinearSearchLimit = 8;

    ReportMatch[] matches = [];

    /// <summary>The reports that hold it, and room for one more: only what was written for these is wiped out again.</summary>
    int[] found = [0];
    int founds;
    int docs;

    int[] places = [];

    public bool Any => founds > 0;

    /// <summary>The numbers of the reports that hold the word, in no order.</summary>
    public ReadOnlySpan<int> Docs => found.AsSpan(0, founds);

    /// <summary>False for a single character, whose places are not known.</summary>
    public bool HasPositions { get; private set; }

    public ref readonly ReportMatch MatchIn(int doc) => ref matches[doc];

    /// <summary>Where the word begins in a report, ascending; none when it was found in another way.</summary>
    public ReadOnlySpan<int> PositionsIn(int doc) =>
        places.AsSpan(matches[doc].FirstPosition, matches[doc].EndPosition - matches[doc].FirstPosition);

    /// <param name="docs">How many reports the part has; of the last some may have vanished that lists still name.</param>
    public void Reset(int docs)
    {
        foreach (var doc in Docs)
            matches[doc] = default;
        (founds, HasPositions, this.docs) = (0, false, docs);
        if (matches.Length < docs)
            (matches, found) = (new ReportMatch[docs], new int[docs + 1]);
    }

    public void Add(int doc, MatchField region, int count)
    {
        var last = matches[doc];
        if (last.Field == MatchField.None)
            found[founds++] = doc;
        matches[doc] = last with { Field = region > last.Field ? region : last.Field, Count = last.Count + count };
    }

    /// <summary>Takes what a list says, without the places. Nothing was found before.</summary>
    public void Load(PostingListView list)
    {
        var reports = list.Reports;
        var (at, doc) = (0, 0);
        while (at < reports.Length)
        {
            PostingListView.Read(reports, ref at, ref doc, out var region, out var count);
            if (doc >= docs)
                break;
            matches[doc] = new ReportMatch(0, 0, count, region);
            found[founds++] = doc;
        }
    }

    /// <summary>Takes the places of a list, of the pair that stands so much further on in what is looked for. Nothing was found before.</summary>
    public void Load(PostingListView list, int further)
    {
        HasPositions = true;
        if (places.Length < list.Count)
            places = new int[list.Count];
        if (list.IsWide)
            Copy(list.Positions<int>(), places, further);
        else
            Copy(list.Positions<ushort>(), places, further);
        var reports = list.Reports;
        var (at, doc, first) = (0, 0, 0);
        while (at < reports.Length)
        {
            PostingListView.Read(reports, ref at, ref doc, out _, out var count);
            if (doc >= docs)
                break;
            matches[doc] = new ReportMatch(first, first + count, count, MatchField.None);
            found[founds++] = doc;
            first += count;
        }
    }

    /// <summary>Keeps those places that another list has, too, so much further on.</summary>
    public void Intersect(PostingListView list, int further)
    {
        if (list.IsWide)
            Intersect(list.Reports, list.Positions<int>(), further);
        else
            Intersect(list.Reports, list.Positions<ushort>(), further);
    }

    void Intersect<T>(ReadOnlySpan<byte> reports, ReadOnlySpan<T> theirs, int further)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var (at, doc, first, next, kept) = (0, 0, 0, 0, 0);
        found[founds] = int.MaxValue;
        while (at < reports.Length && next < founds)
        {
            PostingListView.Read(reports, ref at, ref doc, out _, out var count);
            while (found[next] < doc)
                matches[found[next++]] = default;
            if (found[next] == doc)
            {
                ref var match = ref matches[doc];
                var left = Intersect(
                    places.AsSpan(match.FirstPosition, match.Count),
                    theirs.Slice(first, count),
                    further
                );
                match = left == 0 ? default : match with { EndPosition = match.FirstPosition + left, Count = left };
                found[kept] = doc;
                kept += left == 0 ? 0 : 1;
                next++;
            }
            first += count;
        }
        while (next < founds)
            matches[found[next++]] = default;
        founds = kept;
    }

    static void Copy<T>(ReadOnlySpan<T> from, Span<int> to, int further)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var at = 0; at < from.Length; at++)
            to[at] = int.CreateTruncating(from[at]) - further;
    }

    /// <returns>How many were kept: they stand at the front.</returns>
    static int Intersect<T>(Span<int> own, ReadOnlySpan<T> theirs, int further)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T> =>
        own.Length > LinearSearchLimit ? IntersectLong(own, theirs, further) : IntersectShort(own, theirs, further);

    /// <summary>Looks through theirs for each: many are compared with at a time.</summary>
    static int IntersectShort<T>(Span<int> own, ReadOnlySpan<T> theirs, int further)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var kept = 0;
        foreach (var place in own)
        {
            // What begins before the report, or ends where theirs cannot reach, is none of theirs.
            var wanted = (uint)(place + further);
            if (wanted <= uint.CreateTruncating(T.MaxValue) && theirs.Contains(T.CreateTruncating(wanted)))
                own[kept++] = place;
        }
        return kept;
    }

    static int IntersectLong<T>(Span<int> own, ReadOnlySpan<T> theirs, int further)
        where T : unmanaged, IBinaryInteger<T>
    {
        var (kept, one, other) = (0, 0, 0);
        while (one < own.Length && other < theirs.Length)
        {
            var (place, there) = (own[one], int.CreateTruncating(theirs[other]) - further);
            // Without a branch: which of both comes first is chance, and a processor that guesses wrong loses the time of ten such steps.
            own[kept] = place;
            kept += place == there ? 1 : 0;
            one += place <= there ? 1 : 0;
            other += there <= place ? 1 : 0;
        }
        return kept;
    }

    /// <summary>Says of all that was kept how good a place it is.</summary>
    public void SetFields(FieldBounds[] spans)
    {
        // The first place is in the best region.
        foreach (var doc in Docs)
            matches[doc] = matches[doc] with { Field = spans[doc].FieldAt(places[matches[doc].FirstPosition]) };
    }
}
