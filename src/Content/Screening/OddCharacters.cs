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
            var (place, count) = (new PlaceInText(text), 0);
            var (first, shown) = (default(Place), "");
            foreach (var (at, odd) in found)
            {
                place.MoveTo(at);
                if (place.Line <= headLines || place.IsInCode)
                    continue;
                if (++count == 1)
                    (first, shown) = (new Place(place.Line, place.Column, odd.Length), odd);
            }
            if (count > 0)
                problems.Warn(
                    first,
                    code,
                    message(shown)
                        + (count > 1 ? string.Create(CultureInfo.InvariantCulture, $"全文共 {count} 处。") : "")
                );
        }
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

    [GeneratedRegex(
        @"(?<![\p{IsCJKUnifiedIdeographs}])[一二三四五六七八九〇零○◯ＯOo0０]{4}(?=年)(?<=[○◯ＯOo0０][一二三四五六七八九〇零○◯ＯOo0０]*)(?<=[一二三四五六七八九][一二三四五六七八九〇零○◯ＯOo0０]*)"
    )]
    private static partial Regex CircleInYear();

    [GeneratedRegex("[○◯ＯOo0０]")]
    private static partial Regex CircleForms();

    [GeneratedRegex(@"(?<=\p{IsCJKUnifiedIdeographs})[,;?!](?=\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex HalfWidthComma();
}
