using WorkReports.Content.Coverage.Page;

namespace WorkReports.Content.Coverage;

/// <summary>
/// The proof that nothing was lost: every visible character of a source stands on its page, or is told. Compares the text that an
/// editor wrote with the text that readers get, whatever lies between.
/// </summary>
static class TextCoverage
{
    /// <summary>A link's words where its picture has none: what no source says.</summary>
    public const string UnnamedPicture = "图片";

    /// <summary>What stands between two losses of one line belongs to one loss.</summary>
    const int GapLength = 8;

    /// <param name="told">What the editor is told of in other words.</param>
    /// <param name="html">The page, one part after the other.</param>
    public static TextRanges Missing(string source, TextRanges told, params ReadOnlySpan<string> html)
    {
        var page = PageText.Of(html);
        var walk = new SourceWalk(source, page, told);
        walk.Walk();
        if (!walk.Unmatched.Any)
            return walk.Unmatched;
        return Joined(source, told, MovedText.Missing(source, walk.Unmatched, page, walk.Leftovers));
    }

    static TextRanges Joined(string source, TextRanges told, TextRanges missing)
    {
        var joined = new TextRanges();
        (int Start, int End)? open = null;
        foreach (var range in missing.OrderBy(range => range.Start).SelectMany(range => Untold(range, told)))
        {
            var (start, end) = Trimmed(source, range);
            if (start == end)
                continue;
            if (
                open is var (first, last)
                && start - last <= GapLength
                && !source.AsSpan(last, start - last).Contains('\n')
            )
            {
                open = (first, end);
                continue;
            }
            Close();
            open = (start, end);
        }
        Close();
        return joined;

        void Close()
        {
            if (open is var (start, end))
                joined.Add(start, end);
        }
    }

    static IEnumerable<(int Start, int End)> Untold((int Start, int End) range, TextRanges told)
    {
        var start = range.Start;
        foreach (var (from, to) in told.Where(other => other.Start < range.End && other.End > range.Start))
        {
            yield return (start, Math.Max(start, from));
            start = Math.Max(start, to);
        }
        yield return (start, Math.Max(start, range.End));
    }

    static (int Start, int End) Trimmed(string source, (int Start, int End) range)
    {
        var (start, end) = range;
        while (start < end && !VisibleText.IsVisible(source[start]))
            start++;
        while (end > start && !VisibleText.IsVisible(source[end - 1]))
            end--;
        return (start, end);
    }
}
