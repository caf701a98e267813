using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace WorkReports.Content.Budget;

/// <summary>What a Markdown text holds, counted in one walk over its characters: never less than a parser finds.</summary>
sealed partial class MarkdownCounts
{
    const int LongestBacktickRun = 64;

    static readonly string[] AddressBeginnings = ["http://", "https://", "ftp://", "www.", "mailto:", "tel:"];

    /// <summary>Everything that <see cref="CountMark"/> counts begins with one of these. Most of a text holds none.</summary>
    static readonly SearchValues<char> Marks = SearchValues.Create("|[]*_~`<&\\hwfmt");

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

    void CountMarks(ReadOnlySpan<char> line)
    {
        var bars = current.Bars;
        Range destination = default;
        current.Characters += line.Length + 1;
        for (var at = 0; line[at..].IndexOfAny(Marks) is >= 0 and var next; at++)
        {
            at += next;
            CountMark(line, at, ref destination);
        }
        current.BarsOfLine = Math.Max(current.BarsOfLine, current.Bars - bars);
    }

    /// <param name="destination">Of the link that began last.</param>
    void CountMark(ReadOnlySpan<char> line, int at, ref Range destination)
    {
        switch (line[at])
        {
            case '|':
                current.Bars++;
                current.Alignments += at > 0 && line[at - 1] == ':' ? 1 : 0;
                break;
            case '[':
                destination = CountBracket(line, at);
                break;
            case ']' when at + 1 < line.Length && line[at + 1] == ':':
                Definitions++;
                break;
            case '*' or '_' or '~' when at == 0 || line[at - 1] != line[at]:
                current.Emphasis++;
                break;
            case '`' when at == 0 || line[at - 1] != '`':
                CountBackticks(line[at..]);
                break;
            case '<':
                CountTag(line[at..]);
                break;
            case '&' or '\\':
                current.Escapes++;
                break;
            case 'h' or 'w' or 'f' or 'm' or 't' when !IsIn(destination, at) && BeginsAddress(line[at..]):
                current.Addresses++;
                break;
        }
    }

    /// <summary>The destination of the link that begins here; nothing where none does.</summary>
    Range CountBracket(ReadOnlySpan<char> line, int at)
    {
        current.Brackets++;
        if (at > 0 && line[at - 1] == '\\')
            return default;
        foreach (var link in Link().EnumerateMatches(line[at..]))
        {
            current.Links++;
            var end = at + link.Length;
            return line[..end].LastIndexOf('(')..end;
        }
        return default;
    }

    /// <summary>Runs too long for a bit count as what looks for its end in vain.</summary>
    void CountBackticks(ReadOnlySpan<char> rest)
    {
        current.Backticks++;
        var length = rest.Length - rest.TrimStart('`').Length;
        if (length < LongestBacktickRun)
            current.BacktickLengths |= 1UL << length;
        else
            current.Declarations++;
    }

    void CountTag(ReadOnlySpan<char> rest)
    {
        current.Tags++;
        if (rest is ['<', '?' or '!', ..])
            current.Declarations++;
    }

    static bool BeginsAddress(ReadOnlySpan<char> rest)
    {
        foreach (var beginning in AddressBeginnings)
        {
            if (rest.StartsWith(beginning, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    static bool IsIn(Range range, int at) => range.Start.Value <= at && at < range.End.Value;

    /// <summary>What no parser takes for anything else, a note or the box of a task among it.</summary>
    [GeneratedRegex(@"\G\[(?!\^|[ xX]\])[^\[\]\\`<|]*\]\([^\s()\[\]\\`<>|]+\)")]
    private static partial Regex Link();
}
