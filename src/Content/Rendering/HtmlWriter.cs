using System.Buffers;
using System.Text;
using AngleSharp.Dom;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Rendering;

/// <summary>
/// Writes a sanitized body out. AngleSharp's own writer takes time that grows with the square of the number of siblings, and so does
/// putting one element in the place of another: what has another name on the page, or a frame around it, gets that here.
/// </summary>
static class HtmlWriter
{
    const int UsualLength = 8 * 1024;

    /// <summary>A wide table scrolls inside an element of its own, which the keyboard can reach.</summary>
    const string TableFrame = """<div class="table-wrapper" tabindex="0" role="group" aria-label="表格，可左右滚动">""";

    static readonly SearchValues<char> EncodedCharacters = SearchValues.Create("&<>\"\u00A0");
    static readonly HashSet<string> VoidElements = ["br", "col", "hr", "img"];

    public static string Of(IElement body)
    {
        var html = new StringBuilder(UsualLength);
        WriteInside(body, html);
        return TextDecoder.WithoutControlCharacters(html.ToString().Trim());
    }

    public static string WithTags(IElement element)
    {
        var html = new StringBuilder();
        Write(element, html);
        return html.ToString();
    }

    static void WriteInside(INode parent, StringBuilder html)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text)
                Encode(text.Data, html);
            else if (child is IElement element)
                Write(element, html);
        }
    }

    static void Write(IElement element, StringBuilder html)
    {
        // The page's own title is the only heading of level one.
        var name = element.LocalName == "h1" ? "h2" : element.LocalName;
        if (name == "table")
            html.Append(TableFrame);
        html.Append('<').Append(name);
        foreach (var attribute in element.Attributes)
        {
            html.Append(' ').Append(attribute.LocalName).Append("=\"");
            Encode(attribute.Value, html);
            html.Append('"');
        }
        html.Append('>');
        if (VoidElements.Contains(name))
            return;

        // The first line feed of such a block is no text: it is dropped when the page is read.
        if (element is { LocalName: "pre", FirstChild: IText { Data: ['\n', ..] } })
            html.Append('\n');
        WriteInside(element, html);
        html.Append("</").Append(name).Append('>');
        if (name == "table")
            html.Append("</div>");
    }

    static void Encode(string text, StringBuilder html)
    {
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAny(EncodedCharacters); at >= 0; at = rest.IndexOfAny(EncodedCharacters))
        {
            html.Append(rest[..at])
                .Append(
                    rest[at] switch
                    {
                        '&' => "&amp;",
                        '<' => "&lt;",
                        '>' => "&gt;",
                        '"' => "&quot;",
                        _ => "&nbsp;",
                    }
                );
            rest = rest[(at + 1)..];
        }
        html.Append(rest);
    }
}
