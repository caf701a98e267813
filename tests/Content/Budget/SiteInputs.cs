using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Budget;

/// <summary>What <c>site.yml</c> and the admin's word list can be full of.</summary>
public static class SiteInputs
{
    const string Before = "名称: 甲\n域名: www.example.cn\n";

    public static readonly IReadOnlyList<SlowInput> Words =
    [
        SlowInput.Numbered("甲{0}\n"),
        SlowInput.Numbered("甲{0} → 乙\n"),
        SlowInput.Numbered("!甲{0} → 乙甲{0}\n"),
        SlowInput.Numbered("{0}甲乙=>{0}甲乙丙\n"),
        SlowInput.Repeated("甲乙 → 甲乙丙\n"),
        SlowInput.Repeated("甲乙"),
        SlowInput.Repeated("\n"),
        SlowInput.Repeated("#\n"),
        SlowInput.Repeated(" ", "甲乙", "丙"),
        SlowInput.Repeated(" \n"),
        SlowInput.Repeated("→"),
        SlowInput.Repeated("甲 → "),
        SlowInput.Repeated("!"),
        SlowInput.Repeated("甲\n"),
        new("words that begin alike", length =>
            string.Concat(
                Enumerable
                    .Range(0, Math.Max(1, length / 30))
                    .Select(number => new string('甲', 2 + (number % 48)) + $"{number}\n")
            )
        ),
        new("corrections that hold the word often", length =>
            SlowInput.Many("甲甲 → " + SlowInput.Many("甲", 150) + "\n", Math.Max(1, length / 160))
        ),
    ];

    public static readonly IReadOnlyList<SlowInput> Sites =
    [
        .. YamlInputs.All.Select(input =>
            input with
            {
                Text = length => input.Text(length)["---\n".Length..^"\n---\n正文。".Length],
            }
        ),
        In(SlowInput.Numbered("  - {名称: 甲{0}, 网址: a{0}}\n"), "单位:\n"),
        In(SlowInput.Numbered("  - 名称: 甲{0}单位\n    电话: 0519-8{0}\n"), "单位:\n"),
        In(SlowInput.Repeated("  - 12-13\n"), "灰度日:\n"),
        In(SlowInput.Numbered("  - {0}\n"), "灰度日:\n"),
        In(SlowInput.Numbered("  - 0519{0}\n"), "允许号码:\n"),
        In(SlowInput.Numbered("  - 词{0}\n"), "关键词:\n"),
        In(SlowInput.Repeated("a."), "域名: "),
        In(SlowInput.Repeated("1"), "图片上限: "),
        In(SlowInput.Repeated("甲"), "简介: "),
    ];

    static SlowInput In(SlowInput input, string before) =>
        new(before + input.Name, length => Before + before + input.Text(length));
}
