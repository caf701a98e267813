using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using WorkReports.Index.Search;
using WorkReports.Index.Search.Query;

namespace WorkReports.Pages.Parts;

/// <summary>
/// Marks the words of a search in the sanitized body of a report. It adds elements, and changes no text. It is written
/// block by block, since no word stands in two: however long the report, little of it is in memory once more.
/// </summary>
sealed class MarkedHtml(string html, SearchQuery query) : IHtmlContent
{
    /// <summary>Elements that part no words; any other ends a run.</summary>
    static readonly HashSet<string> Inline =
    [
        "a",
        "abbr",
        "b",
        "cite",
        "code",
        "del",
        "em",
        "i",
        "ins",
        "mark",
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
        "u",
    ];

    static readonly Dictionary<string, char> Entities = new()
    {
        ["&amp;"] = '&',
        ["&lt;"] = '<',
        ["&gt;"] = '>',
        ["&quot;"] = '"',
        ["&nbsp;"] = '\u00A0',
    };

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> InlineNames = Inline.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        // Of one block: its text, and where in the HTML each character of it comes from.
        var text = new StringBuilder();
        var sources = new List<(int From, int To)>();
        var written = 0;
        for (var at = 0; at < html.Length; )
        {
            var end = EndOfToken(html, at);
            var token = html.AsSpan(at, end - at);
            if (token[0] != '<')
            {
                text.Append(CharacterOf(token));
                sources.Add((at, end));
            }
            else if (IsFootnoteMark(token))
                end = html.IndexOf("</a>", end, StringComparison.Ordinal) is >= 0 and var close ? close : html.Length;
            else if (!InlineNames.Contains(NameOf(token)))
                WriteBlock();
            at = end;
        }
        WriteBlock();
        writer.Write(html.AsSpan(written));

        void WriteBlock()
        {
            if (text.Length > 0)
                written = WriteMarked(writer, written, sources, new Highlighter(text.ToString(), query).Spans());
            text.Clear();
            sources.Clear();
        }
    }

    public override string ToString()
    {
        using var writer = new StringWriter(new StringBuilder(html.Length + 256));
        WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    static char CharacterOf(ReadOnlySpan<char> token) =>
        token is [var letter] ? letter : Entities.GetValueOrDefault(token.ToString(), '\uFFFD');

    /// <summary>The end of a tag, an entity or a character.</summary>
    static int EndOfToken(string html, int at)
    {
        var end = html[at] switch
        {
            '<' => html.IndexOf('>', at),
            '&' => html.IndexOf(';', at),
            _ => at,
        };
        return end < 0 ? html.Length : end + 1;
    }

    static bool IsFootnoteMark(ReadOnlySpan<char> tag) =>
        tag.StartsWith("<a ") && tag.Contains("\"footnote-", StringComparison.Ordinal);

    static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> tag)
    {
        var name = tag.Trim("</>");
        return name[..(name.IndexOf(' ') is >= 0 and var end ? end : name.Length)];
    }

    /// <summary>A mark that an element begins or ends within is parted there.</summary>
    /// <returns>Up to where in the HTML it is written now.</returns>
    int WriteMarked(
        TextWriter writer,
        int written,
        List<(int From, int To)> sources,
        IEnumerable<(int From, int To)> spans
    )
    {
        foreach (var (from, to) in spans)
        {
            for (var at = from; at < to; )
            {
                var first = sources[at].From;
                for (at++; at < to && sources[at].From == sources[at - 1].To; at++) { }
                writer.Write(html.AsSpan(written, first - written));
                writer.Write("<mark>");
                written = sources[at - 1].To;
                writer.Write(html.AsSpan(first, written - first));
                writer.Write("</mark>");
            }
        }
        return written;
    }
}
