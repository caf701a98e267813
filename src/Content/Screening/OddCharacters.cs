using System.Globalization;
using System.Text.RegularExpressions;
using WorkReports.Characters;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Screening;

/// <summary>Characters that look like others and are none of them: whoever searches for the right ones finds nothing in other programs.</summary>
static partial class OddCharacters
{
    /// <param name="headLines">Lines before the Markdown.</param>
    public static void Check(string text, int headLines, ProblemList problems)
    {
        Tell(RadicalForms.In(text), "char-radical", first =>
            $"“{first}”是部首的符号，不是汉字，多半是从 PDF 复制来的：别的软件搜不到，有的电脑显示不出来。请改成“{RadicalForms.Plain(first)}”。"
        );
        Tell(CircleInYear().Matches(text).Select(match => (match.Index, match.Value)), "char-circle", first =>
            $"“{first}”里的零写成了圆圈或字母。请改成“{CircleForms().Replace(first, "〇")}”。"
        );
        Tell(HalfWidthComma().Matches(text).Select(match => (match.Index, match.Value)), "comma-half-width", first =>
            $"汉字之间用了半角的“{first}”。请改成全角的“{Wide(first)}”。"
        );

        void Tell(IEnumerable<(int At, string Found)> found, string code, Func<string, string> message)
        {
            var all = found.Where(one => LineOf(text, one.At) > headLines && !IsInCode(text, one.At)).ToList();
            if (all.Count == 0)
                return;
            var (at, first) = all[0];
            problems.Warn(
                new Place(LineOf(text, at), at - text.AsSpan(0, at).LastIndexOf('\n'), first.Length),
                code,
                message(first)
                    + (all.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"全文共 {all.Count} 处。") : "")
            );
        }
    }

    static int LineOf(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;

    /// <summary>Between backticks of its line, or between fences.</summary>
    static bool IsInCode(string text, int at)
    {
        var before = text.AsSpan(0, at);
        var line = before[(before.LastIndexOf('\n') + 1)..];
        return line.Count('`') % 2 == 1 || Fence().Count(before) % 2 == 1;
    }

    [GeneratedRegex("^ {0,3}(?:```|~~~)", RegexOptions.Multiline)]
    private static partial Regex Fence();

    static string Wide(string sign) =>
        sign switch
        {
            "," => "，",
            ";" => "；",
            "?" => "？",
            "!" => "！",
            _ => "：",
        };

    [GeneratedRegex(
        @"(?<![\p{IsCJKUnifiedIdeographs}])[一二三四五六七八九〇零○◯ＯOo0０]{4}(?=年)(?<=[○◯ＯOo0０][一二三四五六七八九〇零○◯ＯOo0０]*)(?<=[一二三四五六七八九][一二三四五六七八九〇零○◯ＯOo0０]*)"
    )]
    private static partial Regex CircleInYear();

    [GeneratedRegex("[○◯ＯOo0０]")]
    private static partial Regex CircleForms();

    [GeneratedRegex(@"(?<=\p{IsCJKUnifiedIdeographs})[,;?!](?=\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex HalfWidthComma();
}
