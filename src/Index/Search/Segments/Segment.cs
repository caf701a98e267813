using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search.Segments;

/// <summary>
/// A segment of the search index, as memory holds it: which reports are in it, and where its blocks begin. The posting
/// lists themselves stay on the disk. Nothing is ever added to a segment; reports are only removed from it.
/// </summary>
/// <param name="Id">Its key in <c>search_parts</c>.</param>
/// <param name="BlockKeys">The first key of each of its blocks.</param>
/// <param name="Docs">By their numbers; those that were removed stay as gaps.</param>
/// <param name="Bounds">Where in each of these title and headings end.</param>
/// <param name="ReportKeys">Which report each of these is.</param>
sealed record Segment(
    long Id,
    uint[] BlockKeys,
    SegmentReport[] Docs,
    FieldBounds[] Bounds,
    SegmentReportKey[] ReportKeys
)
{
    /// <summary>The block that holds a list, if any does.</summary>
    public long BlockOf(uint key)
    {
        var at = Array.BinarySearch(BlockKeys, key);
        return BlockId(Id, at >= 0 ? at : Math.Max(0, ~at - 1));
    }

    public static long BlockId(long segment, int number) => (segment << 20) | (uint)number;

    /// <summary>
    /// The key of a pair's list. A single character is its own key: no pair begins with a zero, so the keys cannot
    /// collide.
    /// </summary>
    public static uint PairKey(char first, char second) => ((uint)first << 16) | second;
}

/// <summary>
/// What decides whether a report is shown, and where it is counted. A search reads one for each report that it finds,
/// so it is small.
/// </summary>
/// <param name="Published">Seconds since 1970, as is the next.</param>
/// <param name="Facets">Their number in <see cref="FacetOrdinals.Facets"/>.</param>
/// <param name="Exists">False when it was removed.</param>
readonly record struct SegmentReport(long Published, long Expires, int Facets, bool IsDraft, bool Exists)
{
    public bool IsVisible(long now) => Exists && !IsDraft && Published <= now && now < Expires;
}

/// <summary>Which report it is. Read for the best alone.</summary>
/// <param name="Report">Its key in <c>reports</c>.</param>
/// <param name="Tie">
/// Of reports that are as good as each other, the greater comes first: made of the address, so that every index says
/// the same.
/// </param>
readonly record struct SegmentReportKey(long Report, ulong Tie);

/// <summary>Where in a report's text its title ends, and the headings that follow it.</summary>
readonly record struct FieldBounds(int TitleEnd, int HeadingsEnd)
{
    public MatchField FieldAt(int position) =>
        position < TitleEnd ? MatchField.Title
        : position < HeadingsEnd ? MatchField.Heading
        : MatchField.Body;
}
