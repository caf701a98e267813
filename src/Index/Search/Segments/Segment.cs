using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search.Segments;

/// <summary>
/// A part of the search index, as memory holds it: which reports are in it, and where its lists begin. The lists themselves
/// stay on the disk. Nothing is ever added to a part; reports only vanish from it.
/// </summary>
/// <param name="Id">Its key in <c>search_parts</c>.</param>
/// <param name="BlockKeys">The first key of each of its blocks.</param>
/// <param name="Docs">By their numbers; those that vanished are no report.</param>
/// <param name="Bounds">What is where in each of these.</param>
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

    public static long BlockId(long part, int number) => (part << 20) | (uint)number;

    /// <summary>The key of the list of a pair's places. A character alone is its own key: no pair begins with a zero.</summary>
    public static uint PairKey(char first, char second) => ((uint)first << 16) | second;
}

/// <summary>What decides whether a report is shown, and where it is counted. A search looks at all that it finds, so it is small.</summary>
/// <param name="Published">Seconds since 1970, as is the next.</param>
/// <param name="Facets">Their number in <see cref="FacetOrdinals.Facets"/>.</param>
/// <param name="Exists">False when it vanished.</param>
readonly record struct SegmentReport(long Published, long Expires, int Facets, bool IsDraft, bool Exists)
{
    public bool IsVisible(long now) => Exists && !IsDraft && Published <= now && now < Expires;
}

/// <summary>Which report it is. Looked at for the best alone.</summary>
/// <param name="Report">Its key in <c>reports</c>.</param>
/// <param name="Tie">Of reports that are as good as each other, the greater comes first: made of the address, so that every index says the same.</param>
readonly record struct SegmentReportKey(long Report, ulong Tie);

/// <summary>Where in a report, which begins with its title, that ends, and the headings behind it.</summary>
readonly record struct FieldBounds(int TitleEnd, int HeadingsEnd)
{
    public MatchField FieldAt(int place) =>
        place < TitleEnd ? MatchField.Title
        : place < HeadingsEnd ? MatchField.Heading
        : MatchField.Body;
}
