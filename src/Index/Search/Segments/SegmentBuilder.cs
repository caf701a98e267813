using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search.Segments;

/// <summary>Where a report lies in the text of its segment; a row of <c>search_docs</c>.</summary>
sealed record SegmentRow(long Report, int Number, int First, int TitleEnd, int HeadingsEnd, int End)
{
    /// <param name="position">In the text of the segment.</param>
    public MatchField FieldAt(int position) => new FieldBounds(TitleEnd, HeadingsEnd).FieldAt(position);
}

/// <summary>
/// The normalized text of many reports, from which the posting lists of a segment are made: for every two characters
/// that stand side by side their positions, for every character the reports that hold it, without the positions.
/// </summary>
sealed partial class SegmentBuilder
{
    /// <summary>
    /// About a thousand reports: enough for long lists in few blocks, little enough to hold in memory.
    /// </summary>
    public const int SizeLimit = 2_000_000;

    readonly List<SegmentRow> docs = [];
    readonly PostingList?[] characters = new PostingList?[0x10000];

    /// <summary>
    /// How often each character stands in the report that is being added; all zero between two reports.
    /// </summary>
    readonly int[] characterCounts = new int[0x10000];

    readonly List<(char Character, MatchField Field)> charactersOfReport = [];
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
        AddCharacters(docs[^1]);
    }

    /// <summary>Hands over every list with its key, in ascending order: a block is found by its first key.</summary>
    public void WriteTo(PostingBlocks blocks)
    {
        for (var character = 0; character < characters.Length; character++)
        {
            if (characters[character] is { } list)
                blocks.Add((uint)character, list);
        }
        WritePairs(blocks, text.AsSpan(0, length));
    }

    public void Clear()
    {
        docs.Clear();
        Array.Clear(characters);
        length = 0;
    }

    void Append(string words)
    {
        var normalized = Tokenizer.Normalize(words);
        if (length + normalized.Length + 1 > text.Length)
            Array.Resize(ref text, Math.Max(text.Length * 2, length + normalized.Length + 1));
        normalized.CopyTo(0, text, length, normalized.Length);
        length += normalized.Length;
        text[length++] = Tokenizer.Separator;
    }

    void AddCharacters(SegmentRow doc)
    {
        for (var at = doc.First; at < doc.End; at++)
        {
            var character = text[at];
            // The title comes first, then the headings: the first occurrence is in the best field.
            if (character is not (Tokenizer.Separator or Tokenizer.WordBoundary) && characterCounts[character]++ == 0)
                charactersOfReport.Add((character, doc.FieldAt(at)));
        }
        foreach (var (character, field) in charactersOfReport)
        {
            (characters[character] ??= new PostingList()).Add(doc.Number, field, characterCounts[character]);
            characterCounts[character] = 0;
        }
        charactersOfReport.Clear();
    }
}
