using WorkReports.Index.Search.Query;

namespace WorkReports.Index.Search;

/// <summary>
/// A part of a report that shows why it was found. It travels as pieces; only the page writes markup.
/// </summary>
/// <param name="Section">
/// Where in the report it stands; null before the first heading, and for what stands beside the text.
/// </param>
/// <param name="IsHeading">It is the section's own heading.</param>
public sealed record Excerpt(IReadOnlyList<HighlightedText> Pieces, Section? Section, bool IsHeading = false);

/// <summary>Chooses and cuts what is shown of a report that was found.</summary>
static class Excerpts
{
    const int ExcerptLimit = 3;
    const int LengthBeforeMatch = 24;
    const int LengthAlone = 110;
    const int LengthBesideOthers = 72;

    /// <summary>A line of the text, with the first match in it and how many words of the query it holds.</summary>
    sealed record Block(int From, int To, Section? Section, bool IsHeading, int First, int Words);

    /// <summary>The blocks that hold most of the words, in their order; without one the summary.</summary>
    public static IReadOnlyList<Excerpt> Of(Report report, SearchQuery query)
    {
        var text = report.Text + KeywordsAndAttachments(report);
        var highlighter = new Highlighter(text, query, pinyinFrom: report.Text.Length);
        var blocks = Blocks(text, report, highlighter.Matches);
        if (blocks.Count == 0)
            return [new Excerpt(new Highlighter(report.Summary, query).Pieces(0, report.Summary.Length), null)];

        var chosen = blocks
            // A heading tells nothing that its section's link does not, unless nothing below it was found.
            .Where((block, at) => !block.IsHeading || IsAlone(blocks, at))
            .OrderByDescending(block => block.Words)
            .ThenBy(block => block.From)
            .Take(ExcerptLimit)
            .OrderBy(block => block.From)
            .ToList();
        var length = chosen.Count > 1 ? LengthBesideOthers : LengthAlone;
        return
        [
            .. chosen.Select(block => new Excerpt(
                Cut(text, block, highlighter, length),
                block.Section,
                block.IsHeading
            )),
        ];
    }

    /// <summary>What readers see beside the text.</summary>
    static string KeywordsAndAttachments(Report report) =>
        (report.Keywords.Count > 0 ? $"\n关键词：{string.Join("、", report.Keywords)}" : "")
        + string.Concat(report.Attachments.Select(file => $"\n附件：{file.Title}"));

    /// <summary>The lines that hold a match.</summary>
    static List<Block> Blocks(string text, Report report, IReadOnlyList<TextMatch> matches)
    {
        var blocks = new List<Block>();
        Section? section = null;
        var (next, match) = (0, 0);
        for (var from = 0; from < text.Length && match < matches.Count; )
        {
            var to = text.IndexOf('\n', from) is >= 0 and var end ? end : text.Length;
            var isHeading =
                next < report.Sections.Count && text.AsSpan(from, to - from).SequenceEqual(report.Sections[next].Title);
            if (isHeading)
                section = report.Sections[next++];
            if (from > report.Text.Length)
                section = null;
            var first = match;
            while (match < matches.Count && matches[match].From < to)
                match++;
            if (match > first)
                blocks.Add(
                    new Block(
                        from,
                        to,
                        section,
                        isHeading,
                        matches[first].From,
                        matches.Skip(first).Take(match - first).DistinctBy(found => found.Word).Count()
                    )
                );
            from = to + 1;
        }
        return blocks;
    }

    /// <summary>True for the one block of its section: blocks of a section follow each other.</summary>
    static bool IsAlone(List<Block> blocks, int at) =>
        (at == 0 || blocks[at - 1].Section != blocks[at].Section)
        && (at + 1 == blocks.Count || blocks[at + 1].Section != blocks[at].Section);

    static IReadOnlyList<HighlightedText> Cut(string text, Block block, Highlighter highlighter, int length)
    {
        var start = Boundary(
            text,
            block.To - block.From <= length
                ? block.From
                : Math.Clamp(block.First - LengthBeforeMatch, block.From, block.To - length)
        );
        var end = Boundary(text, Math.Min(block.To, start + length));
        return [.. Ellipsis(start > block.From), .. highlighter.Pieces(start, end), .. Ellipsis(end < block.To)];
    }

    static IEnumerable<HighlightedText> Ellipsis(bool wanted) => wanted ? [new HighlightedText("……", false)] : [];

    /// <summary>Never between the two halves of a character beyond the basic plane.</summary>
    static int Boundary(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
