namespace WorkReports.Content.Budget;

/// <summary>
/// Recognises HTML that a parser would need hours or all memory for: each tag costs as many steps as tags are open around it,
/// and unclosed ones are repeated in every paragraph to come. An estimate from the text alone, before anything is parsed.
/// </summary>
static class NestingCost
{
    const long StepsAlwaysAllowed = 1_000_000;

    /// <summary>Tags open around one, on the average.</summary>
    public const int AllowedDepth = 8;

    /// <summary>HTML closes these by itself, so their depth does not grow.</summary>
    static readonly HashSet<string> ClosedImplicitly =
    [
        "br",
        "col",
        "colgroup",
        "dd",
        "dt",
        "hr",
        "img",
        "input",
        "li",
        "link",
        "meta",
        "option",
        "p",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "wbr",
    ];

    /// <summary>No tag stands inside these.</summary>
    static readonly HashSet<string> RawText =
    [
        "iframe",
        "noembed",
        "noframes",
        "plaintext",
        "script",
        "style",
        "textarea",
        "title",
        "xmp",
    ];

    public static bool IsExcessive(string html)
    {
        long steps = 0,
            tags = 0;
        var open = new Stack<string>();
        for (var at = html.IndexOf('<'); at >= 0 && at < html.Length - 1; at = html.IndexOf('<', at))
        {
            var isEnd = html[at + 1] == '/';
            var name = NameAt(html, isEnd ? at + 2 : at + 1);
            at = name.Length > 0 ? AfterTag(html, at) : AfterOther(html, at);
            if (isEnd && open.TryPeek(out var last) && last == name)
                open.Pop();
            if (isEnd || name.Length == 0)
                continue;

            steps += open.Count;
            tags++;
            if (RawText.Contains(name))
                at = IndexOrEnd(html, "</" + name, at);
            else if (!ClosedImplicitly.Contains(name))
                open.Push(name);
        }
        return steps > StepsAlwaysAllowed + AllowedDepth * tags;
    }

    static string NameAt(string html, int start)
    {
        var end = start;
        while (end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || (end > start && html[end] is '-' or ':')))
            end++;
        return start < html.Length && char.IsAsciiLetter(html[start]) ? html[start..end].ToLowerInvariant() : "";
    }

    /// <summary>A quoted value may hold what looks like a tag's end.</summary>
    static int AfterTag(string html, int at)
    {
        for (; at < html.Length; at++)
        {
            if (html[at] == '>')
                return at + 1;
            if (html[at] is '"' or '\'' && html[at - 1] == '=')
                at = IndexOrEnd(html, html[at].ToString(), at + 1);
        }
        return html.Length;
    }

    static int AfterOther(string html, int at) =>
        html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal) ? IndexOrEnd(html, "-->", at + 4) : at + 1;

    static int IndexOrEnd(string html, string what, int from) =>
        from < html.Length && html.IndexOf(what, from, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
            ? at
            : html.Length;
}
