using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace WorkReports.Terminal;

/// <summary>
/// Text as one line of a terminal, a log or a build's output: what would steer those is written as <c>\u001b</c>. Inside a
/// string of JSON that is the same text.
/// </summary>
public static partial class PrintableText
{
    static readonly SearchValues<char> Suspects = SearchValues.Create([
        .. Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(IsSuspect),
    ]);

    /// <summary>Also without what a build server would obey as a command: <c>::error</c> at a line's start, <c>##vso[</c> anywhere.</summary>
    public static string Of(string text)
    {
        var printable = WithoutControls(text);
        return printable.Contains("::", StringComparison.Ordinal) || printable.Contains("##", StringComparison.Ordinal)
            ? Command().Replace(printable, match => Escape(match.Value[0]))
            : printable;
    }

    /// <summary>For a line that is meant as a command, or that is part of one.</summary>
    public static string WithoutControls(string text)
    {
        var next = text.AsSpan().IndexOfAny(Suspects);
        if (next < 0)
            return text;

        var printable = new StringBuilder(text.Length + 16).Append(text, 0, next);
        for (var at = next; at < text.Length; )
        {
            var isRune = Rune.TryGetRuneAt(text, at, out var rune);
            var length = isRune ? rune.Utf16SequenceLength : 1;
            if (isRune && IsPrintable(rune))
                printable.Append(text, at, length);
            else
                foreach (var unit in text.AsSpan(at, length))
                    printable.Append(Escape(unit));
            at += length;
        }
        return printable.Length == text.Length ? text : printable.ToString();
    }

    /// <summary>Half a surrogate pair is suspect: whether the other half is there, the runes tell.</summary>
    static bool IsSuspect(char letter) => char.IsSurrogate(letter) || !IsPrintable(new Rune(letter));

    /// <summary>Two format characters stay, which join letters and emoji: they turn and hide nothing.</summary>
    static bool IsPrintable(Rune rune) =>
        rune.Value is 0x200C or 0x200D
        || (
            (rune.Value & 0xFFFE) != 0xFFFE
            && Rune.GetUnicodeCategory(rune)
                is not (
                    UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                )
        );

    static string Escape(char unit) => $"\\u{(int)unit:x4}";

    /// <summary>The first character of what GitHub, Azure or TeamCity takes for a command.</summary>
    [GeneratedRegex(@"(?<=^\s*):(?=:[A-Za-z])|#(?=#[A-Za-z]*\[[A-Za-z])")]
    private static partial Regex Command();
}
