using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace WorkReports.Content.Syntax;

/// <summary>A mail address that is written without brackets. It is found at its middle: what stands before was taken for text.</summary>
sealed class MailAddressParser : InlineParser
{
    const int NameLength = 64;
    const int ServerLength = 255;

    public MailAddressParser() => OpeningCharacters = ['@'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Inline is not LiteralInline before || before.Content.Text != slice.Text)
            return false;
        var (text, middle) = (slice.Text, slice.Start);
        var start = middle;
        while (start > before.Content.Start && middle - start < NameLength && IsOfName(text[start - 1]))
            start--;
        while (start < middle && text[start] is '.' or '-' or '_' or '+')
            start++;
        var end = EndOfServer(text, middle + 1, Math.Min(slice.End + 1, middle + ServerLength));
        if (start == middle || end < 0 || before.Content.End + 1 != middle)
            return false;
        var words = new StringSlice(text, start, end - 1);
        var link = WebAddressParser.LinkTo(processor, words, words.ToString(), "mailto:" + words.ToString());
        before.Span.End -= middle - start;
        before.Content.End = start - 1;
        if (before.Content.IsEmpty)
            before.Remove();
        processor.Inline = link;
        slice.Start = end;
        return true;
    }

    /// <summary>Behind a name with a dot in it, the last part of letters; -1 where none stands.</summary>
    static int EndOfServer(string text, int start, int limit)
    {
        var end = start;
        while (end < limit && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '.'))
            end++;
        while (end > start && text[end - 1] is '-' or '.')
            end--;
        var server = text.AsSpan(start, end - start);
        var dot = server.LastIndexOf('.');
        return
            dot > 0
            && char.IsAsciiLetterOrDigit(server[0])
            && server.Length - dot > 2
            && !server[(dot + 1)..].ContainsAnyExceptInRange('A', 'z')
            && !server.Contains("..", StringComparison.Ordinal)
            ? end
            : -1;
    }

    static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' or '+';
}
