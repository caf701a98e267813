using System.Buffers;
using System.Text.RegularExpressions;

namespace WorkReports.Content.Budget;

sealed partial class MarkdownCounts
{
    const int LongestBacktickRun = 64;

    static readonly string[] AddressBeginnings = ["http://", "https://", "ftp://", "www.", "mailto:", "tel:"];

    /// <summary>Everything that <see cref="CountMark"/> counts begins with one of these. Most of a text holds none.</summary>
    static readonly SearchValues<char> Marks = SearchValues.Create("|[]*_~`<&\\hwfmt");

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
        current.HtmlCells += HtmlCell.Places(rest);
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
