using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search.Segments;

/// <summary>Where a report lies in the text of its part; a row of <c>search_docs</c>.</summary>
sealed record SegmentRow(long Report, int Number, int First, int TitleEnd, int HeadingsEnd, int End)
{
    /// <param name="place">In the text of the part.</param>
    public MatchField FieldAt(int place) => new FieldBounds(TitleEnd, HeadingsEnd).FieldAt(place);
}

/// <summary>
/// The cut text of many reports, from which the lists of a part are made: for every two characters that stand side by side
/// the places where they do, for every character the reports that hold it.
/// </summary>
sealed class SegmentBuilder
{
    /// <summary>About a thousand reports: enough for long lists in few blocks, little enough to hold in memory.</summary>
    public const int SizeLimit = 2_000_000;

    readonly List<SegmentRow> docs = [];
    readonly CharacterPostings singles = new();
    readonly PairPostings pairs = new();
    char[] text = new char[64 * 1024];
    int length;

    public bool IsFull => length >= SizeLimit;

    public int Length => length;

    public IReadOnlyList<SegmentRow> Docs => docs;

    public void Add(long report, string title, string headings, string rest)
    {
        var first = length;
        Append(title);
        var titleEnd = length;
        Append(headings);
        var headingsEnd = length;
        Append(rest);
        docs.Add(new SegmentRow(report, docs.Count, first, titleEnd, headingsEnd, length));
        singles.Count(docs[^1], text);
    }

    /// <summary>Hands over every list with its key, in the order of the keys.</summary>
    public void WriteTo(PostingBlocks blocks)
    {
        singles.WriteTo(blocks);
        pairs.WriteTo(blocks, text.AsSpan(0, length), docs);
    }

    public void Clear()
    {
        docs.Clear();
        singles.Clear();
        length = 0;
    }

    void Append(string words)
    {
        var cut = Tokenizer.Normalize(words);
        if (length + cut.Length + 1 > text.Length)
            Array.Resize(ref text, Math.Max(text.Length * 2, length + cut.Length + 1));
        cut.CopyTo(0, text, length, cut.Length);
        length += cut.Length;
        text[length++] = Tokenizer.Separator;
    }
}
