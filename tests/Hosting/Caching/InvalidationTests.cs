using System.Globalization;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Caching;

/// <summary>Whatever editors do, what memory keeps is what would be rendered now.</summary>
[Needs(NeedsAttribute.Time)]
public sealed class InvalidationTests
{
    const int Reports = 8;
    static readonly int Edits = Lane.Count(sample: 60, deep: 1000);

    static readonly string[] Folders = ["政治机关", "书香机关"];
    static readonly string[] Units = ["第一单位", "第二单位"];
    static readonly string[] Titles =
    [
        "读书分享会情况",
        "读书角建设情况",
        "清单管理办法",
        "清单公开说明",
        "党员先锋岗评选",
    ];
    static readonly string[] Keywords = ["读书", "清单", "先锋岗"];

    readonly Random random = new(Lane.IsDeep ? Lane.Seed : 20261125);
    readonly Dictionary<int, Written> all = [];

    /// <summary>A report as its editor left it.</summary>
    sealed record Written(
        string Folder,
        string Title,
        string Unit,
        string Keyword,
        int Day,
        bool IsPinned,
        string Text
    );

    [Fact]
    public async Task After_each_of_many_edits_every_page_in_memory_is_the_page_that_would_be_rendered()
    {
        var content = ContentOf.Pillars();
        for (var number = 0; number < Reports; number++)
            Write(content, number, Any($"第{number}号正文"));
        await using var site = await TestSite.Of(content);
        for (var edit = 0; edit < Edits; edit++)
        {
            var number = random.Next(Reports);
            var said = Edit(content, number, edit);
            await Wait.Until(() => Fresh(site, number), page => page.Contains(said, StringComparison.Ordinal), said);
            for (var other = 0; other < Reports; other++)
            {
                var kept = await site.Get($"/reports/r-{other}");
                Assert.Equal((edit, other, await Fresh(site, other)), (edit, other, kept.Text));
            }
        }
    }

    /// <summary>An address in another spelling is not kept.</summary>
    static async Task<string> Fresh(TestSite site, int number) =>
        (await site.Get($"/reports/r-{number}/")).Text.Replace(
            $"%2Fr-{number}%2F",
            $"%2Fr-{number}",
            StringComparison.Ordinal
        );

    /// <summary>Mostly of the text alone, as editors do.</summary>
    /// <returns>What its page says then.</returns>
    string Edit(ContentOf content, int number, int edit)
    {
        var text = $"第{edit.ToString(CultureInfo.InvariantCulture)}次改的正文";
        var change = random.Next(12);
        if (change == 0 && all.Remove(number, out var gone))
        {
            content.Without(PathOf(number, gone));
            return "已经下线";
        }
        var now = !all.TryGetValue(number, out var old)
            ? Any(text)
            : change switch
            {
                1 => old with { Title = Titles[random.Next(Titles.Length)], Text = text },
                2 => old with { Day = random.Next(1, 28), Text = text },
                3 => old with { Unit = Units[random.Next(Units.Length)], Text = text },
                4 => old with { Keyword = Keywords[random.Next(Keywords.Length)], Text = text },
                5 => old with { IsPinned = !old.IsPinned, Text = text },
                _ => old with { Text = text },
            };
        Write(content, number, now);
        return text;
    }

    Written Any(string text) =>
        new(
            Folders[random.Next(Folders.Length)],
            Titles[random.Next(Titles.Length)],
            Units[random.Next(Units.Length)],
            Keywords[random.Next(Keywords.Length)],
            random.Next(1, 28),
            false,
            text
        );

    void Write(ContentOf content, int number, Written report)
    {
        all[number] = report;
        content.With(
            PathOf(number, report),
            $"---\n标题: {report.Title}\n网址: r-{number}\n发布日期: 2026-05-{report.Day:00}\n发布单位: {report.Unit}\n关键词: [{report.Keyword}]\n置顶: {(report.IsPinned ? "是" : "否")}\n---\n{report.Text}。"
        );
    }

    static string PathOf(int number, Written report) => $"{report.Folder}/2026-05-01-r{number}.md";
}
