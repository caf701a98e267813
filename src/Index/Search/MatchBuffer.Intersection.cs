using System.Numerics;
using WorkReports.Index.Search.Segments;

namespace WorkReports.Index.Search;

sealed partial class MatchBuffer
{
    /// <summary>
    /// Of up to so many positions each is looked for in the other list; of more, both lists are merged.
    /// </summary>
    const int LinearSearchLimit = 8;

    /// <summary>Keeps those positions that another list has, too.</summary>
    /// <param name="offset">Where in the word that list's pair stands.</param>
    public void Intersect(PostingListView list, int offset)
    {
        if (list.IsWide)
            Intersect(list.Reports, list.Positions<int>(), offset);
        else
            Intersect(list.Reports, list.Positions<ushort>(), offset);
    }

    void Intersect<T>(ReadOnlySpan<byte> reports, ReadOnlySpan<T> theirs, int offset)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var (at, doc, first, next, kept) = (0, 0, 0, 0, 0);
        docs[docCount] = int.MaxValue;
        while (at < reports.Length && next < docCount)
        {
            PostingListView.Read(reports, ref at, ref doc, out _, out var count);
            while (docs[next] < doc)
                matches[docs[next++]] = default;
            if (docs[next] == doc)
            {
                ref var match = ref matches[doc];
                var own = positions.AsSpan(match.FirstPosition, match.Count);
                var left = Intersect(own, theirs.Slice(first, count), offset);
                match = left == 0 ? default : match with { EndPosition = match.FirstPosition + left, Count = left };
                docs[kept] = doc;
                kept += left == 0 ? 0 : 1;
                next++;
            }
            first += count;
        }
        while (next < docCount)
            matches[docs[next++]] = default;
        docCount = kept;
    }

    /// <returns>How many were kept: they stand at the front.</returns>
    static int Intersect<T>(Span<int> own, ReadOnlySpan<T> theirs, int offset)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T> =>
        own.Length > LinearSearchLimit ? IntersectLong(own, theirs, offset) : IntersectShort(own, theirs, offset);

    /// <summary>Searches theirs for each: the runtime compares many at a time.</summary>
    static int IntersectShort<T>(Span<int> own, ReadOnlySpan<T> theirs, int offset)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var kept = 0;
        foreach (var position in own)
        {
            // What begins before the report, or ends where theirs cannot reach, must not be truncated into one of
            // theirs.
            var wanted = (uint)(position + offset);
            if (wanted <= uint.CreateTruncating(T.MaxValue) && theirs.Contains(T.CreateTruncating(wanted)))
                own[kept++] = position;
        }
        return kept;
    }

    static int IntersectLong<T>(Span<int> own, ReadOnlySpan<T> theirs, int offset)
        where T : unmanaged, IBinaryInteger<T>
    {
        var (kept, one, other) = (0, 0, 0);
        while (one < own.Length && other < theirs.Length)
        {
            var (position, there) = (own[one], int.CreateTruncating(theirs[other]) - offset);
            // Without a branch: which of both comes first is chance, and a mispredicted branch costs as much as ten
            // such steps.
            own[kept] = position;
            kept += position == there ? 1 : 0;
            one += position <= there ? 1 : 0;
            other += there <= position ? 1 : 0;
        }
        return kept;
    }
}
