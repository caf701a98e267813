using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace WorkReports.Content;

/// <summary>What a reader sees of HTML, without the marks.</summary>
static partial class PlainText
{
    static readonly HashSet<string> Inline =
    [
        "a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "mark", "q", "rp", "rt", "ruby", "s", "small", "span", "strong", "sub", "sup", "u",
    ];

    /// <summary>A line for each block, so that no phrase is found across two.</summary>
    public static string Of(INode node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return string.Join('\n', text.ToString().Split('\n').Select(Squeeze).Where(line => line.Length > 0));
    }

    /// <summary>All on one line: headings.</summary>
    public static string OfLine(INode node) => Of(node).Replace('\n', ' ');

    static void Write(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words) text.Append(words.Data.Replace('\n', ' '));
            else if (child is IElement element && !IsFootnoteMark(element)) Write(element, text);
        }
    }

    static void Write(IElement element, StringBuilder text)
    {
        var isBlock = !Inline.Contains(element.LocalName);
        if (isBlock) text.Append('\n');
        Write((INode)element, text);
        if (isBlock) text.Append('\n');
    }

    static bool IsFootnoteMark(IElement element) => element.ClassList.Contains("footnote-ref") || element.ClassList.Contains("footnote-back-ref");

    static string Squeeze(string line) => Spaces().Replace(line, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
