using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace WorkReports.Import.Coverage;

/// <summary>The text of a draft without the marks of Markdown that an import writes; what is escaped is text.</summary>
static partial class DraftText
{
    const string Escapable = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    public static string Of(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            if (!IsTableRule(line))
                AddLine(line, text);
            text.Append('\n');
        }
        return text.ToString();
    }

    static void AddLine(ReadOnlySpan<char> line, StringBuilder text)
    {
        for (var at = MarkerLength(line); at < line.Length; )
            at += AddAt(line[at..], text);
    }

    /// <summary>How many characters stand for what was added.</summary>
    static int AddAt(ReadOnlySpan<char> rest, StringBuilder text)
    {
        switch (rest[0])
        {
            case '\\' when rest.Length == 1:
                return 1;
            case '\\' when Escapable.Contains(rest[1]):
                text.Append(rest[1]);
                return 2;
            case '*' or '|':
                return 1;
            case '~' when rest is ['~', '~', ..]:
                return 2;
            case '<' when TagLength(rest) is > 0 and var tag:
                return tag;
            case '&' when Entity().EnumerateMatches(rest) is var found && found.MoveNext() && found.Current.Index == 0:
                text.Append(WebUtility.HtmlDecode(rest[..found.Current.Length].ToString()));
                return found.Current.Length;
            case '!' when rest is ['!', '[', ..] && Close(rest, "](") is > 0 and var alternative:
                return alternative + AddressLength(rest[alternative..]);
            case '[' when rest is ['[', '^', ..] && rest.IndexOf(']') is > 0 and var note:
                return note + (rest[(note + 1)..] is [':', ..] ? 2 : 1);
            case '[':
                return 1;
            case ']' when rest is [']', '(', ..]:
                return AddressLength(rest);
            case ']':
                return 1;
            default:
                text.Append(rest[0]);
                return 1;
        }
    }

    /// <summary>Of a quote, a heading or a bullet; a number is text.</summary>
    static int MarkerLength(ReadOnlySpan<char> line)
    {
        var at = line.Length - line.TrimStart(' ').Length;
        var rest = line[at..];
        var sharps = rest.Length - rest.TrimStart('#').Length;
        return rest switch
        {
            ['>' or '-' or '+', ' ', ..] => at + 2,
            _ when sharps is > 0 and <= 6 && sharps < rest.Length && rest[sharps] == ' ' => at + sharps,
            _ => at,
        };
    }

    static bool IsTableRule(ReadOnlySpan<char> line) =>
        line.StartsWith('|') && line.Contains("---", StringComparison.Ordinal) && !line.ContainsAnyExcept("|-: ");

    static int TagLength(ReadOnlySpan<char> rest)
    {
        const int longest = 200;
        var isTag = rest.Length > 2 && (char.IsAsciiLetter(rest[1]) || rest[1] == '/');
        return isTag ? rest[..Math.Min(rest.Length, longest)].IndexOf('>') + 1 : 0;
    }

    /// <summary>From the bracket that ends what is shown to the one that ends the address.</summary>
    static int AddressLength(ReadOnlySpan<char> rest) => rest.IndexOf(')') is > 0 and var end ? end + 1 : 1;

    /// <summary>Where a label ends, whose own brackets are escaped.</summary>
    static int Close(ReadOnlySpan<char> rest, string end)
    {
        for (var at = 2; at < rest.Length; at++)
        {
            if (rest[at] == '\\')
                at++;
            else if (rest[at] == ']')
                return rest[at..].StartsWith(end) ? at : 0;
        }
        return 0;
    }

    [GeneratedRegex(@"^&(#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")]
    private static partial Regex Entity();
}
