namespace WorkReports.Content.Syntax.Html;

/// <summary>A tag as it is written: its name in small letters, and how many characters it takes.</summary>
/// <param name="NameEnd">How many characters it takes up to the end of its name.</param>
readonly record struct HtmlTag(string Name, bool IsEnd, int NameEnd, int Length)
{
    /// <summary>The tag that a text begins with; null where it begins with none, or with one that never ends.</summary>
    public static HtmlTag? Read(ReadOnlySpan<char> text)
    {
        var isEnd = text is ['<', '/', ..];
        var start = isEnd ? 2 : 1;
        var end = start;
        while (end < text.Length && IsOfName(text[end], end == start))
            end++;
        if (end == start || text is not ['<', ..] || (end < text.Length && !IsBehindName(text[end])))
            return null;
        return EndOf(text, end) is { } length
            ? new HtmlTag(text[start..end].ToString().ToLowerInvariant(), isEnd, end, length)
            : null;
    }

    static bool IsOfName(char letter, bool isFirst) =>
        char.IsAsciiLetter(letter) || (!isFirst && (char.IsAsciiDigit(letter) || letter is '-' or ':'));

    static bool IsBehindName(char letter) => letter is '>' or '/' || char.IsWhiteSpace(letter);

    /// <summary>A value in quotation marks may hold what looks like the tag's end.</summary>
    static int? EndOf(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            if (text[at] == '>')
                return at + 1;
            if (text[at] == '<')
                return null;
            if (text[at] is '"' or '\'' && text[..at].TrimEnd() is [.., '='])
            {
                var closing = text[(at + 1)..].IndexOf(text[at]);
                if (closing < 0)
                    return null;
                at += closing + 1;
            }
            at++;
        }
        return null;
    }

    /// <summary>Where the value of an attribute stands; empty where there is none.</summary>
    /// <param name="text">It begins with the tag.</param>
    public (int From, int To) AttributeOf(ReadOnlySpan<char> text, string name)
    {
        var tag = text[..Length];
        for (var at = NameEnd; at < Length; at++)
        {
            if (!tag[at..].StartsWith(name, StringComparison.OrdinalIgnoreCase) || !char.IsWhiteSpace(tag[at - 1]))
                continue;
            var rest = tag[(at + name.Length)..].TrimStart();
            if (rest is not ['=', ..])
                continue;
            rest = rest[1..].TrimStart();
            var from = Length - rest.Length;
            if (rest is ['"' or '\'', ..])
                return (from + 1, from + 1 + rest[1..].IndexOf(rest[0]));
            return (from, from + rest.IndexOfAny(" \t\n/>"));
        }
        return (0, 0);
    }
}
