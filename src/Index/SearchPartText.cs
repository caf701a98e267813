using System.Runtime.InteropServices;

namespace WorkReports.Index;

/// <summary>Where a report lies in the text of its part; a row of <c>search_docs</c>.</summary>
sealed record SearchDocRow(long Report, int Number, int First, int TitleEnd, int HeadingsEnd, int End);

/// <summary>
/// The cut text of many reports, from which the lists of a part are made: for every two characters that stand side by side
/// the places where they do, for every character the reports that hold it.
/// </summary>
sealed class SearchPartText
{
    /// <summary>About a thousand reports: enough for long lists in few blocks, little enough to hold in memory.</summary>
    public const int Full = 2_000_000;

    readonly List<SearchDocRow> docs = [];
    readonly Singles singles = new();
    char[] text = new char[64 * 1024];
    int length;

    public bool IsFull => length >= Full;

    public int Length => length;

    public IReadOnlyList<SearchDocRow> Docs => docs;

    public void Add(long report, string title, string headings, string rest)
    {
        var first = length;
        Append(title);
        var titleEnd = length;
        Append(headings);
        var headingsEnd = length;
        Append(rest);
        docs.Add(new SearchDocRow(report, docs.Count, first, titleEnd, headingsEnd, length));
        singles.Count(docs[^1], text);
    }

    /// <summary>Hands over every list with its key, in the order of the keys.</summary>
    public void WriteTo(SearchBlocks blocks)
    {
        singles.WriteTo(blocks);
        var ids = new int[length];
        var counts = new List<int>();
        var keys = Number(ids, counts);
        var (starts, places) = Sort(ids, counts);
        var list = new SearchList();
        foreach (var (key, id) in keys.OrderBy(pair => pair.Key))
        {
            list.Clear();
            var last = 0;
            foreach (var place in places.AsSpan(starts[id], counts[id]))
            {
                list.Add((uint)(place - last));
                last = place;
            }
            blocks.Add(key, list.Bytes);
        }
    }

    public void Clear()
    {
        docs.Clear();
        singles.Clear();
        length = 0;
    }

    void Append(string words)
    {
        var cut = SearchText.Cut(words);
        if (length + cut.Length + 1 > text.Length) Array.Resize(ref text, Math.Max(text.Length * 2, length + cut.Length + 1));
        cut.CopyTo(0, text, length, cut.Length);
        length += cut.Length;
        text[length++] = SearchText.Break;
    }

    /// <summary>Gives each pair of characters a number, and counts it. Places with no pair get none.</summary>
    Dictionary<uint, int> Number(int[] ids, List<int> counts)
    {
        var keys = new Dictionary<uint, int>();
        for (var at = 0; at < length; at++)
        {
            ids[at] = -1;
            if (text[at] == SearchText.Break || text[at + 1] == SearchText.Break) continue;
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(keys, SearchPart.KeyOf(text[at], text[at + 1]), out var isKnown);
            if (!isKnown)
            {
                id = counts.Count;
                counts.Add(0);
            }
            ids[at] = id;
            counts[id]++;
        }
        return keys;
    }

    /// <summary>All places, those of each pair side by side and ascending.</summary>
    static (int[] Starts, int[] Places) Sort(int[] ids, List<int> counts)
    {
        var starts = new int[counts.Count];
        for (var id = 1; id < starts.Length; id++) starts[id] = starts[id - 1] + counts[id - 1];
        var next = starts.AsSpan().ToArray();
        var places = new int[counts.Sum()];
        for (var at = 0; at < ids.Length; at++)
        {
            if (ids[at] >= 0) places[next[ids[at]]++] = at;
        }
        return (starts, places);
    }

    /// <summary>The lists of single characters.</summary>
    sealed class Singles
    {
        readonly SearchList?[] lists = new SearchList?[0x10000];
        readonly int[] lasts = new int[0x10000];
        readonly int[] counts = new int[0x10000];
        readonly List<(char Letter, Region Region)> seen = [];

        public void Count(SearchDocRow doc, char[] text)
        {
            for (var at = doc.First; at < doc.End; at++)
            {
                var letter = text[at];
                if (letter is SearchText.Break or SearchText.Edge || counts[letter]++ > 0) continue;
                // The title comes first, then the headings: where a character is first seen is the best place it has.
                seen.Add((letter, at < doc.TitleEnd ? Region.Title : at < doc.HeadingsEnd ? Region.Heading : Region.Body));
            }
            foreach (var (letter, region) in seen)
            {
                (lists[letter] ??= new SearchList()).Add(SearchPart.Single(doc.Number - lasts[letter], region, counts[letter]));
                lasts[letter] = doc.Number;
                counts[letter] = 0;
            }
            seen.Clear();
        }

        public void WriteTo(SearchBlocks blocks)
        {
            for (var letter = 0; letter < lists.Length; letter++)
            {
                if (lists[letter] is { } list) blocks.Add((uint)letter, list.Bytes);
            }
        }

        public void Clear()
        {
            Array.Clear(lists);
            Array.Clear(lasts);
        }
    }
}
