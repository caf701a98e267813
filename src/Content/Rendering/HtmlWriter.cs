using System.Buffers;
using System.Text;
using AngleSharp.Dom;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Rendering;

/// <summary>Writes a sanitized body out. AngleSharp's own writer takes time that grows with the square of the number of siblings.</summary>
static class HtmlWriter
{
    const int UsualLength = 8 * 1024;

    static readonly SearchValues<char> EncodedCharacters = SearchValues.Create("&<>\"\u00A0");
    static readonly HashSet<string> VoidElements = ["br", "col", "hr", "img"];

    public static string Of(IElement body)
    {
        var html = new StringBuilder(UsualLength);
        WriteInside(body, html);
        return TextDecoder.WithoutControlCharacters(html.ToString().Trim());
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
        html.Append('<').Append(element.LocalName);
        foreach (var attribute in element.Attributes)
        {
            html.Append(' ').Append(attribute.LocalName).Append("=\"");
            Encode(attribute.Value, html);
            html.Append('"');
        }
        html.Append('>');
        if (VoidElements.Contains(element.LocalName))
            return;

        // The first line feed of such a block is no text: it is dropped when the page is read.
        if (element is { LocalName: "pre", FirstChild: IText { Data: ['\n', ..] } })
            html.Append('\n');
        WriteInside(element, html);
        html.Append("</").Append(element.LocalName).Append('>');
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
