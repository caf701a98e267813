using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using WorkReports.Content.Syntax.Html;

namespace WorkReports.Content.Rendering;

/// <summary>
/// The second of two checks against hostile Markdown: tags, attributes and classes are held against lists of what is allowed,
/// whatever Markdig wrote and whatever HTML stood among the Markdown.
/// </summary>
static class SanitizedHtml
{
    /// <summary>Deeper elements come out beside their parents: a recursive walk of thousands of levels would overflow the stack.</summary>
    const int NestingLimit = 256;

    static readonly HtmlParser Parser = new(new HtmlParserOptions { MaximumDepth = NestingLimit });

    static readonly HtmlSanitizer Sanitizer = MakeSanitizer(withLines: false);
    static readonly HtmlSanitizer SanitizerWithLines = MakeSanitizer(withLines: true);

    /// <summary>What stands in these is no text for readers.</summary>
    static readonly HashSet<string> NonTextTags = new(StringComparer.OrdinalIgnoreCase)
    {
        "script",
        "style",
        "iframe",
        "object",
        "embed",
        "template",
        "noscript",
        "svg",
        "math",
        "select",
        "textarea",
        "title",
        "xmp",
        "noembed",
        "noframes",
        "plaintext",
    };

    /// <param name="withLines">True where blocks keep the line that they begin in.</param>
    public static IHtmlDocument Parse(string html, bool withLines = false) =>
        (withLines ? SanitizerWithLines : Sanitizer).SanitizeDom(html);

    static HtmlSanitizer MakeSanitizer(bool withLines)
    {
        var sanitizer = new HtmlSanitizer(
            new HtmlSanitizerOptions
            {
                AllowedTags = new HashSet<string>(AllowedHtmlTags.Shown, StringComparer.OrdinalIgnoreCase),
                AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
                {
                    "alt",
                    "class",
                    "colspan",
                    "href",
                    "id",
                    "reversed",
                    "rowspan",
                    "src",
                    "start",
                    "title",
                    "value",
                },
                AllowedClasses = new HashSet<string>(StringComparer.Ordinal)
                {
                    ChineseTypography.RightClass,
                    ChineseTypography.CentreClass,
                    ChineseTypography.TaskClass,
                    "footnotes",
                    "footnote-ref",
                    "footnote-back-ref",
                },
                AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
                {
                    "http",
                    "https",
                    "mailto",
                    "tel",
                },
                UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
                AllowedCssProperties = new HashSet<string>(),
            }
        )
        {
            // The words inside an unknown tag are the editor's; only what runs or styles is dropped with its content.
            KeepChildNodes = true,
            // The usual parser reads style sheets, too; here none survives.
            HtmlParserFactory = () => Parser,
        };
        if (withLines)
            sanitizer.AllowedAttributes.Add(ChineseTypography.LineAttribute);
        sanitizer.RemovingTag += static (_, removal) =>
        {
            if (NonTextTags.Contains(removal.Tag.LocalName))
                removal.Tag.TextContent = "";
        };
        return sanitizer;
    }
}
