using System.Globalization;

namespace WorkReports.Content.Budget;

/// <summary>A cell of a table that is written as HTML, and how many places of the table it takes.</summary>
static class HtmlCell
{
    /// <summary>Rows or columns that one cell may take.</summary>
    public const int SpanLimit = 1000;

    /// <summary>A tag is looked through as far as this: a whole line for each bracket would take quadratic time.</summary>
    const int TagLength = 200;

    /// <summary>Zero for what is no cell.</summary>
    /// <param name="rest">It begins with the bracket of a tag.</param>
    public static long Places(ReadOnlySpan<char> rest)
    {
        var isCell =
            rest.Length >= 3
            && (rest[1] | 0x20) == 't'
            && (rest[2] | 0x20) is 'd' or 'h'
            && (rest.Length == 3 || !char.IsAsciiLetterOrDigit(rest[3]));
        if (!isCell)
            return 0;
        var tag = rest[..Math.Min(rest.Length, TagLength)];
        tag = tag.IndexOf('>') is >= 0 and var end ? tag[..end] : tag;
        return (long)Span(tag, "colspan") * Span(tag, "rowspan");
    }

    /// <summary>Within its bounds; 1 for what is no number, as browsers take it.</summary>
    public static int Span(ReadOnlySpan<char> value) =>
        int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var span)
            ? Math.Clamp(span, 1, SpanLimit)
            : 1;

    static int Span(ReadOnlySpan<char> tag, string name)
    {
        var at = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return 1;
        var value = tag[(at + name.Length)..].TrimStart(" \t=\"'");
        var end = value.IndexOfAnyExceptInRange('0', '9');
        return Span(end < 0 ? value : value[..end]);
    }
}
