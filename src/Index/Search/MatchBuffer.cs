using System.Numerics;
using WorkReports.Index.Search.Segments;
using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search;

/// <summary>How a word stands in a report.</summary>
/// <param name="FirstPosition">Of all positions in the buffer the first that is in the report.</param>
/// <param name="EndPosition">
/// The first behind them; none when the word was found by pinyin, or is a single character.
/// </param>
readonly record struct ReportMatch(int FirstPosition, int EndPosition, int Count, MatchField Field);

/// <summary>
/// How a word stands in the reports of a segment. Megabytes large, and used again: from segment to segment, and from
/// search to search.
/// </summary>
sealed partial class MatchBuffer
{
    ReportMatch[] matches = [];

    /// <summary>The reports that hold it, and room for one more: only what was written for these is reset.</summary>
    int[] docs = [0];
    int docCount;
    int segmentSize;

    int[] positions = [];

    public bool Any => docCount > 0;

    /// <summary>The numbers of the reports that hold the word, in no order.</summary>
    public ReadOnlySpan<int> Docs => docs.AsSpan(0, docCount);

    /// <summary>False for a single character, whose positions are not in the index.</summary>
    public bool HasPositions { get; private set; }

    public ref readonly ReportMatch MatchIn(int doc) => ref matches[doc];

    /// <summary>Where the word begins in a report, ascending; none when it was found in another way.</summary>
    public ReadOnlySpan<int> PositionsIn(int doc) =>
        positions.AsSpan(matches[doc].FirstPosition, matches[doc].EndPosition - matches[doc].FirstPosition);

    /// <param name="size">
    /// How many reports the segment has, without the last ones that were removed: its lists still name these.
    /// </param>
    public void Reset(int size)
    {
        foreach (var doc in Docs)
            matches[doc] = default;
        (docCount, HasPositions, segmentSize) = (0, false, size);
        if (matches.Length < size)
            (matches, docs) = (new ReportMatch[size], new int[size + 1]);
    }

    /// <summary>Adds the reports whose titles or keywords are read as was typed.</summary>
    public void AddPinyin(SegmentTitles titles, PinyinPattern typed)
    {
        var doc = 0;
        foreach (var (from, _) in typed.Find(titles.Text, titles.Initials))
        {
            while (from >= titles.Ends[doc])
                doc++;
            Add(doc, from < titles.TitleEnds[doc] ? MatchField.Title : MatchField.Heading, 1);
        }
    }

    void Add(int doc, MatchField field, int count)
    {
        var last = matches[doc];
        if (last.Field == MatchField.None)
            docs[docCount++] = doc;
        matches[doc] = last with { Field = field > last.Field ? field : last.Field, Count = last.Count + count };
    }

    /// <summary>Takes the reports of a list, without the positions. The buffer is empty before.</summary>
    public void Load(PostingListView list)
    {
        var reports = list.Reports;
        var (at, doc) = (0, 0);
        while (at < reports.Length)
        {
            PostingListView.Read(reports, ref at, ref doc, out var field, out var count);
            if (doc >= segmentSize)
                break;
            matches[doc] = new ReportMatch(0, 0, count, field);
            docs[docCount++] = doc;
        }
    }

    /// <summary>Takes a list with its positions. The buffer is empty before.</summary>
    /// <param name="offset">Where in the word the list's pair stands: the positions become those of the word.</param>
    public void Load(PostingListView list, int offset)
    {
        HasPositions = true;
        if (positions.Length < list.Count)
            positions = new int[list.Count];
        if (list.IsWide)
            Copy(list.Positions<int>(), positions, offset);
        else
            Copy(list.Positions<ushort>(), positions, offset);
        var reports = list.Reports;
        var (at, doc, first) = (0, 0, 0);
        while (at < reports.Length)
        {
            PostingListView.Read(reports, ref at, ref doc, out _, out var count);
            if (doc >= segmentSize)
                break;
            matches[doc] = new ReportMatch(first, first + count, count, MatchField.None);
            docs[docCount++] = doc;
            first += count;
        }
    }

    /// <summary>Sets for all reports that were kept the best field that the word stands in.</summary>
    public void SetFields(FieldBounds[] bounds)
    {
        // The title comes first, then the headings: the first position is in the best field.
        foreach (var doc in Docs)
            matches[doc] = matches[doc] with { Field = bounds[doc].FieldAt(positions[matches[doc].FirstPosition]) };
    }

    static void Copy<T>(ReadOnlySpan<T> from, Span<int> to, int offset)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var at = 0; at < from.Length; at++)
            to[at] = int.CreateTruncating(from[at]) - offset;
    }
}
