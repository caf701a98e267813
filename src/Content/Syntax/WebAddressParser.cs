using System.Buffers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WorkReports.Content.Syntax;

/// <summary>An address that is written without brackets is a link that ends where the address ends: at Chinese text at the latest.</summary>
sealed class WebAddressParser : InlineParser
{
    static readonly string[] Schemes = ["https://", "http://", "ftp://", "mailto:", "tel:", "www."];

    static readonly SearchValues<char> AddressCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()+,;=%"
    );

    public WebAddressParser() => OpeningCharacters = ['h', 'H', 'w', 'W', 'f', 'F', 'm', 'M', 't', 'T'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        if (SchemeOf(rest) is not { } scheme || !IsBeginning(slice.PeekCharExtra(-1), scheme))
            return false;
        var length = LengthOf(rest);
        var address = Unescaped(rest[..length].ToString());
        if (address.Length <= scheme.Length || !IsWhole(address.AsSpan(scheme.Length), scheme))
            return false;
        processor.Inline = LinkTo(
            processor,
            new StringSlice(slice.Text, slice.Start, slice.Start + length - 1),
            address,
            scheme == "www." ? "http://" + address : HtmlHelper.Unescape(address, removeBackSlash: false)
        );
        slice.Start += length;
        return true;
    }

    /// <summary>The link, with its own address as its words.</summary>
    /// <param name="written">Where it stands in the source.</param>
    public static LinkInline LinkTo(InlineProcessor processor, StringSlice written, string words, string url)
    {
        var span = new SourceSpan(
            processor.GetSourcePosition(written.Start, out var line, out var column),
            processor.GetSourcePosition(written.End)
        );
        var link = new LinkInline
        {
            Url = url,
            UrlSpan = span,
            Span = span,
            Line = line,
            Column = column,
            IsClosed = true,
            IsAutoLink = true,
        };
        link.AppendChild(
            new LiteralInline
            {
                Content = new StringSlice(words),
                Span = span,
                Line = line,
                Column = column,
                IsClosed = true,
            }
        );
        return link;
    }

    static string? SchemeOf(ReadOnlySpan<char> text)
    {
        foreach (var scheme in Schemes)
        {
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                return scheme;
        }
        return null;
    }

    /// <summary>A name of a server may be the end of a longer one.</summary>
    static bool IsBeginning(char before, string scheme) =>
        !char.IsAsciiLetterOrDigit(before)
        && (scheme != "www." || before is not ('.' or '-' or '/' or '@' or ':' or '_'));

    /// <summary>Marks that end a sentence are no part of the address, nor a bracket that was opened before it.</summary>
    static int LengthOf(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (true)
        {
            var end = text[length..].IndexOfAnyExcept(AddressCharacters);
            length = end < 0 ? text.Length : length + end;
            if (!IsEscape(text[length..]))
                break;
            length += 2;
        }
        length = text[..length].IndexOf("~~") is >= 0 and var struck ? struck : length;
        // Counted once, and on from there: counted anew for each character that is left out, a row of them would never end.
        var unopened = text[..length].Count(')') - text[..length].Count('(');
        for (; length > 0; length--)
        {
            var last = text[length - 1];
            var isSurplus =
                last is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '_' or '~' or '&' or '(' or '\\'
                || (last == ')' && unopened > 0);
            if (!isSurplus)
                break;
            unopened += last switch
            {
                ')' => -1,
                '(' => 1,
                _ => 0,
            };
        }
        return length;
    }

    /// <summary>What programs that write Markdown put a backslash before, wherever it stands.</summary>
    static bool IsEscape(ReadOnlySpan<char> text) => text is ['\\', '_' or '*' or '~' or '&' or '#', ..];

    static string Unescaped(string address) =>
        address.Contains('\\') ? address.Replace("\\", "", StringComparison.Ordinal) : address;

    static bool IsWhole(ReadOnlySpan<char> address, string scheme)
    {
        if (scheme == "tel:")
            return char.IsAsciiDigit(address[0]) || address is ['+', >= '0' and <= '9', ..];
        if (scheme == "mailto:")
            return address.IndexOf('@') is > 0 and var at && IsServer(address[(at + 1)..], needsDot: true);
        return IsServer(address, needsDot: scheme == "www.");
    }

    static bool IsServer(ReadOnlySpan<char> address, bool needsDot)
    {
        var end = address.IndexOfAny("/?#:");
        var server = end < 0 ? address : address[..end];
        if (server.IndexOf('@') is >= 0 and var at)
            server = server[(at + 1)..];
        var isName = server.Length > 0 && char.IsAsciiLetterOrDigit(server[0]);
        foreach (var letter in server)
            isName &= char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.';
        return isName && !server.Contains("..", StringComparison.Ordinal) && (!needsDot || server.Contains('.'));
    }
}
