namespace WorkReports.Content.Syntax.Html;

/// <summary>Which tags of HTML this site knows. What is none of them is text: people write about tags, and name things in angle brackets.</summary>
static class AllowedHtmlTags
{
    /// <summary>They stand on the page.</summary>
    public static readonly IReadOnlySet<string> Shown = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
    };

    /// <summary>Looks and layout of other pages, which paste brings along: the words inside stay, the tags go.</summary>
    static readonly HashSet<string> Formatting = new(StringComparer.OrdinalIgnoreCase)
    {
        "article",
        "aside",
        "big",
        "center",
        "font",
        "footer",
        "header",
        "main",
        "nav",
        "nobr",
        "section",
        "strike",
        "tt",
        "wbr",
    };

    /// <summary>Namespaces of Word.</summary>
    static readonly string[] WordPrefixes = ["o:", "w:", "v:", "m:", "st1:", "st2:"];

    /// <summary>They have no end.</summary>
    public static readonly IReadOnlySet<string> Void = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "br",
        "col",
        "hr",
        "img",
        "wbr",
    };

    /// <summary>Their end may be left out.</summary>
    public static readonly IReadOnlySet<string> ClosedImplicitly = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "colgroup",
        "dd",
        "dt",
        "li",
        "rp",
        "rt",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
    };

    /// <summary>True for what is dropped, its words excepted.</summary>
    public static bool IsFormatting(string name) =>
        Formatting.Contains(name)
        || Array.Exists(WordPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    public static bool IsKnown(string name) => Shown.Contains(name) || IsFormatting(name);
}
