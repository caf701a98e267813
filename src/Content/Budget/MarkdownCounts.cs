using System.Runtime.InteropServices;

namespace WorkReports.Content.Budget;

/// <summary>What a Markdown text holds, counted in one walk over its characters: never less than a parser finds.</summary>
sealed partial class MarkdownCounts
{
    readonly List<ParagraphCounts> paragraphs = [];
    ParagraphCounts current;

    MarkdownCounts() { }

    public IReadOnlyList<ParagraphCounts> Paragraphs => paragraphs;

    public int Characters { get; private set; }
    public int Lines { get; private set; }
    public int Headings { get; private set; }
    public int Items { get; private set; }

    /// <summary>Where it may be said where links of other places lead, or what a note says.</summary>
    public int Definitions { get; private set; }

    /// <summary>Marks at the beginning of a line that open a quotation or an item, within each other.</summary>
    public int Openings { get; private set; }

    public long Elements => Headings + 2L * Items + Openings + Total(paragraph => paragraph.Elements);

    public long Total(Func<ParagraphCounts, long> count)
    {
        var total = 0L;
        foreach (var paragraph in CollectionsMarshal.AsSpan(paragraphs))
            total += count(paragraph);
        return total;
    }

    public static MarkdownCounts Of(string text)
    {
        var counts = new MarkdownCounts { Characters = text.Length };
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            counts.CountLine(text.AsSpan(start, end - start), start);
            start = end + 1;
        }
        counts.EndParagraph(text.Length);
        return counts;
    }

    void CountLine(ReadOnlySpan<char> line, int start)
    {
        Lines++;
        var content = line.TrimStart(" \t>\r");
        var isNear = line.Length - line.TrimStart(' ').Length < 4;
        var isHeading = isNear && line.TrimStart(' ') is ['#', ..];
        if (content.IsEmpty || isHeading || (isNear && IsBullet(line.TrimStart(' '))))
            EndParagraph(start);
        if (content.IsEmpty)
            return;
        if (current.Lines == 0)
            current = new ParagraphCounts(start);
        Openings += OpeningsOf(line);
        CountBeginning(content);
        CountMarks(line);
        if (isHeading)
            EndParagraph(start + line.Length);
    }

    void EndParagraph(int at)
    {
        if (current.Lines > 0)
            paragraphs.Add(current);
        current = new ParagraphCounts(at);
    }

    /// <summary>It ends a paragraph wherever it stands; a number does so only where it is 1.</summary>
    static bool IsBullet(ReadOnlySpan<char> line) =>
        line is ['-' or '*' or '+', ' ' or '\t', ..] && !line[1..].IsWhiteSpace();

    static int OpeningsOf(ReadOnlySpan<char> line)
    {
        var openings = 0;
        var at = 0;
        while (at < line.Length)
        {
            if (line[at] == '>')
                openings++;
            else if (line[at] is '-' or '*' or '+' or '.' or ')' && at + 1 < line.Length && line[at + 1] is ' ' or '\t')
                openings += 2;
            else if (line[at] is not (' ' or '\t' or (>= '0' and <= '9')))
                break;
            at++;
        }
        return openings;
    }

    void CountBeginning(ReadOnlySpan<char> content)
    {
        current.Lines++;
        switch (content[0])
        {
            case '#':
                Headings++;
                break;
            case '=' or '-' when content.TrimEnd("=- \t\r").IsEmpty:
                Headings++;
                break;
            case '-' or '*' or '+' or ':' or (>= '0' and <= '9'):
                Items++;
                break;
        }
    }
}
