namespace WorkReports.Index;

/// <summary>A part of a report that shows why it was found. It travels as pieces; only the page writes markup.</summary>
/// <param name="Section">Where in the report it stands; null before the first heading, and for what stands beside the text.</param>
public sealed record Excerpt(IReadOnlyList<Piece> Pieces, Section? Section);

/// <summary>Chooses and cuts what is shown of a report that was found.</summary>
static class Excerpts
{
    const int Most = 3;
    const int Before = 24;
    const int Alone = 110;
    const int BesideOthers = 72;

    /// <summary>The blocks that hold most of the words, in their order; without one the summary.</summary>
    public static IReadOnlyList<Excerpt> Of(Report report, SearchQuery query)
    {
        var blocks = Blocks(report)
            .Select(block => (block.Text, block.Section, Marks: SearchMarks.In(block.Text, query)))
            .Where(block => block.Marks.Any)
            .ToList();
        if (blocks.Count == 0) return [new Excerpt(Cut(report.Summary, SearchMarks.In(report.Summary, query), Alone), null)];

        var chosen = blocks.Index().OrderByDescending(block => block.Item.Marks.Words).ThenBy(block => block.Index).Take(Most).OrderBy(block => block.Index).ToList();
        var length = chosen.Count > 1 ? BesideOthers : Alone;
        return [.. chosen.Select(block => new Excerpt(Cut(block.Item.Text, block.Item.Marks, length), block.Item.Section))];
    }

    /// <summary>The text block by block, then what stands beside it.</summary>
    static IEnumerable<(string Text, Section? Section)> Blocks(Report report)
    {
        Section? section = null;
        var next = 0;
        foreach (var line in report.Text.Split('\n'))
        {
            if (next < report.Sections.Count && report.Sections[next].Title == line) section = report.Sections[next++];
            yield return (line, section);
        }
        if (report.Keywords.Count > 0) yield return ($"关键词：{string.Join("、", report.Keywords)}", null);
        foreach (var file in report.Attachments) yield return ($"附件：{file.Title}", null);
    }

    static IReadOnlyList<Piece> Cut(string text, SearchMarks marks, int length)
    {
        var first = marks.Any ? marks.First : 0;
        var start = Boundary(text, text.Length <= length ? 0 : Math.Clamp(first - Before, 0, text.Length - length));
        var end = Boundary(text, Math.Min(text.Length, start + length));
        return [.. Ellipsis(start > 0), .. marks.Pieces(text, start, end), .. Ellipsis(end < text.Length)];
    }

    static IEnumerable<Piece> Ellipsis(bool wanted) => wanted ? [new Piece("……", false)] : [];

    /// <summary>Never between the two halves of a character beyond the basic plane.</summary>
    static int Boundary(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
