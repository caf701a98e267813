using System.Collections;

namespace WorkReports.Content.Coverage;

/// <summary>Parts of a text, each from its start up to its end. Parts that touch each other are one.</summary>
public sealed class TextRanges : IEnumerable<(int Start, int End)>
{
    readonly List<(int Start, int End)> ranges = [];
    bool isSorted = true;

    public bool Any => ranges.Count > 0;

    public void Add(int start, int end)
    {
        if (end <= start)
            return;
        if (ranges is [.., var last] && last.End == start)
        {
            ranges[^1] = (last.Start, end);
            return;
        }
        isSorted &= ranges is [] || ranges[^1].Start <= start;
        ranges.Add((start, end));
    }

    public bool Contains(int place)
    {
        Sort();
        var found = ranges.BinarySearch((place, int.MaxValue));
        return (found >= 0 ? found : ~found - 1) is >= 0 and var before && ranges[before].End > place;
    }

    public IEnumerator<(int Start, int End)> GetEnumerator()
    {
        Sort();
        return ranges.GetEnumerator();
    }

    void Sort()
    {
        if (!isSorted)
            ranges.Sort();
        isSorted = true;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
