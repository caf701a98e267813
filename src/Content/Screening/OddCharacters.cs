using System.Globalization;
using System.Text.RegularExpressions;
using WorkReports.Characters;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Screening;

/// <summary>Characters that look like others and are none of them: whoever searches for the right ones finds nothing in other programs.</summary>
static partial class OddCharacters
{
    /// <summary>The first one found of a kind, and how many there are.</summary>
    readonly record struct Found(Place At, string Text, int Count);

    /// <param name="isProse">True for the lines in which a comma stands in a sentence; in others it parts the words of a list.</param>
    public static void Check(string text, Func<int, bool> isProse, ProblemList problems)
    {
        var (radical, circle, comma) = (default(Found), default(Found), default(Found));
        var fence = new CodeFence();
        var number = 0;
        // A line at a time: what stands before a place is asked of its line alone, however many places a text has.
        foreach (var span in text.AsSpan().EnumerateLines())
        {
            number++;
            if (fence.Holds(span) || !span.ContainsAnyExceptInRange('\0', '\u007F'))
                continue;
            var line = WithoutCode(span);
            radical = Add(radical, number, RadicalForms.In(line));
            circle = Add(circle, number, PlacesOf(CircleInYear(), line));
            if (isProse(number))
                comma = Add(comma, number, PlacesOf(HalfWidthComma(), line));
        }
        Tell(
            radical,
            "char-radical",
            found =>
                $"“{found}”是部首的符号，不是汉字，多半是从 PDF 复制来的：别的软件搜不到，有的电脑显示不出来。请改成“{RadicalForms.Plain(found)}”。",
            problems
        );
        Tell(
            circle,
            "char-circle",
            found => $"“{found}”里的零写成了圆圈或字母。请改成“{CircleForms().Replace(found, "〇")}”。",
            problems
        );
        Tell(
            comma,
            "comma-half-width",
            found => $"汉字之间用了半角的“{found}”。请改成全角的“{Wide(found)}”。",
            problems
        );
    }

    static IEnumerable<(int At, string Text)> PlacesOf(Regex form, string line) =>
        form.Matches(line).Select(match => (match.Index, match.Value));

    static Found Add(Found before, int line, IEnumerable<(int At, string Text)> places)
    {
        foreach (var (at, text) in places)
            before =
                before.Count == 0
                    ? new Found(new Place(line, at + 1, text.Length), text, 1)
                    : before with
                    {
                        Count = before.Count + 1,
                    };
        return before;
    }

    static void Tell(Found found, string code, Func<string, string> message, ProblemList problems)
    {
        if (found.Count > 0)
            problems.Warn(
                found.At,
                code,
                message(found.Text)
                    + (found.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"全文共 {found.Count} 处。") : "")
            );
    }

    /// <summary>What stands between backticks is written as it must be; as long as before.</summary>
    static string WithoutCode(ReadOnlySpan<char> line)
    {
        if (!line.Contains('`'))
            return line.ToString();
        var letters = line.ToArray();
        var isCode = false;
        for (var at = 0; at < letters.Length; at++)
        {
            isCode ^= letters[at] == '`';
            if (isCode)
                letters[at] = ' ';
        }
        return new string(letters);
    }

    static string Wide(string sign) =>
        sign switch
        {
            "," => "，",
            ";" => "；",
            "?" => "？",
            "!" => "！",
            _ => "：",
        };

    /// <summary>The lines between fences, those of quotations and lists, too.</summary>
    struct CodeFence
    {
        char mark;
        int length;

        public bool Holds(ReadOnlySpan<char> line)
        {
            var rest = line.TrimStart(" \t>");
            if (rest is not ['`' or '~', ..] || (mark != '\0' && rest[0] != mark))
                return mark != '\0';
            var marks = rest.Length - rest.TrimStart(rest[0]).Length;
            if (mark == '\0' && marks >= 3 && !rest[marks..].Contains('`'))
                (mark, length) = (rest[0], marks);
            else if (mark != '\0' && marks >= length && rest[marks..].IsWhiteSpace())
                mark = '\0';
            else
                return mark != '\0';
            return true;
        }
    }

    [GeneratedRegex(
        @"(?<![\p{IsCJKUnifiedIdeographs}])[一二三四五六七八九〇零○◯ＯOo0０]{4}(?=年)(?<=[○◯ＯOo0０][一二三四五六七八九〇零○◯ＯOo0０]*)(?<=[一二三四五六七八九][一二三四五六七八九〇零○◯ＯOo0０]*)"
    )]
    private static partial Regex CircleInYear();

    [GeneratedRegex("[○◯ＯOo0０]")]
    private static partial Regex CircleForms();

    [GeneratedRegex(@"(?<=\p{IsCJKUnifiedIdeographs})[,;?!](?=\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex HalfWidthComma();
}
