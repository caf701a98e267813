using System.Text;
using WorkReports.Index.Search;
using WorkReports.Index.Search.Query;

namespace WorkReports.Pages.Parts;

/// <summary>
/// Marks the words of a search in the sanitized body of a report. It adds elements, and changes no text.
/// </summary>
static class MarkedHtml
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

    public static string Of(string html, SearchQuery query)
    {
        // Where in the HTML each character of the text comes from; what ends a run comes from nowhere.
        var text = new StringBuilder(html.Length);
        var sources = new List<(int From, int To)>(html.Length);
        for (var at = 0; at < html.Length; )
        {
            var end = EndOfToken(html, at);
            var token = html.AsSpan(at, end - at);
            if (token[0] != '<')
                Add(token is [var letter] ? letter : Entities.GetValueOrDefault(token.ToString(), '\uFFFD'), at, end);
            else if (IsFootnoteMark(token))
                end = html.IndexOf("</a>", end, StringComparison.Ordinal) is >= 0 and var close ? close : html.Length;
            else if (!Inline.Contains(NameOf(token)))
                Add('\n', end, end);
            at = end;
        }
        return Insert(html, sources, new Highlighter(text.ToString(), query).Spans());

        void Add(char letter, int from, int to)
        {
            text.Append(letter);
            sources.Add((from, to));
        }
    }

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

    static string NameOf(ReadOnlySpan<char> tag)
    {
        var name = tag.Trim("</>");
        return name[..(name.IndexOf(' ') is >= 0 and var end ? end : name.Length)].ToString();
    }

    /// <summary>A mark that an element begins or ends within is parted there.</summary>
    static string Insert(string html, List<(int From, int To)> sources, IEnumerable<(int From, int To)> spans)
    {
        var marked = new StringBuilder(html.Length + 256);
        var copied = 0;
        foreach (var (from, to) in spans)
        {
            for (var at = from; at < to; )
            {
                var first = at;
                for (at++; at < to && sources[at].From == sources[at - 1].To; at++) { }
                marked.Append(html, copied, sources[first].From - copied).Append("<mark>");
                copied = sources[at - 1].To;
                marked.Append(html, sources[first].From, copied - sources[first].From).Append("</mark>");
            }
        }
        return marked.Append(html, copied, html.Length - copied).ToString();
    }
}
