using System.Buffers;
using System.Text;
using AngleSharp.Dom;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Rendering;

/// <summary>The text of HTML as a reader sees it.</summary>
sealed class PlainText
{
    static readonly HashSet<string> InlineTags =
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

    static readonly SearchValues<char> WhiteSpace = SearchValues.Create([
        .. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(char.IsWhiteSpace),
    ]);

    readonly StringBuilder text = new();

    /// <summary>What to write before the next word: nothing, a space or a line end.</summary>
    char? pendingSeparator;

    PlainText() { }

    /// <summary>A line for each block, so that no phrase is found across two.</summary>
    public static string Of(INode node)
    {
        var plain = new PlainText();
        plain.WriteInside(node);
        return TextDecoder.WithoutControlCharacters(plain.text.ToString());
    }

    /// <summary>All on one line: headings.</summary>
    public static string OfLine(INode node) => BidiText.Isolated(Of(node).Replace('\n', ' '));

    void WriteInside(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
                Write(words.Data);
            else if (child is IElement element && !IsFootnoteMark(element))
                Write(element);
        }
    }

    void Write(IElement element)
    {
        var isBlock = !InlineTags.Contains(element.LocalName);
        if (isBlock)
            pendingSeparator = '\n';
        WriteInside(element);
        if (isBlock)
            pendingSeparator = '\n';
    }

    void Write(ReadOnlySpan<char> words)
    {
        while (!words.IsEmpty)
        {
            var start = words.IndexOfAnyExcept(WhiteSpace);
            if (start != 0)
                pendingSeparator ??= ' ';
            if (start < 0)
                return;
            if (text.Length > 0 && pendingSeparator is { } written)
                text.Append(written);
            pendingSeparator = null;
            var rest = words[start..];
            var end = rest.IndexOfAny(WhiteSpace) is >= 0 and var found ? found : rest.Length;
            text.Append(rest[..end]);
            words = rest[end..];
        }
    }

    static bool IsFootnoteMark(IElement element) =>
        element.LocalName == "a"
        && (element.ClassList.Contains("footnote-ref") || element.ClassList.Contains("footnote-back-ref"));
}
