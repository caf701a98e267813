using System.Text.RegularExpressions;
using Serilog.Events;
using WorkReports.Tests.Content.Budget;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>Whatever files say, the site answers, and what is saved beside them becomes public.</summary>
[Needs(NeedsAttribute.Time)]
[Collection(nameof(Alone))]
public sealed partial class FileFuzzTests
{
    const int FilesOfBatch = 40;
    const long GrowthLimit = 400L << 20;

    static readonly int Batches = Lane.Count(sample: 5, deep: 250);

    static readonly string[] Lists = ["/", "/archive", "/pillars/zhengzhi", "/units", "/feed.xml", "/search?q=甲"];

    /// <summary>Every construct of the slow inputs, once or twice.</summary>
    static readonly string[] Marks =
    [
        .. MarkdownInputs
            .All.Concat(YamlInputs.All)
            .Select(input => input.Text(8))
            .Where(text => text.Length is > 0 and < 100),
        "---\n",
        "标题: 甲\n",
        "网址: a\n",
        "\0",
        "\r\n",
    ];

    readonly LogLines log = new();
    readonly int seed = Lane.Seed;

    [Fact]
    public async Task Broken_files_keep_nothing_else_from_readers()
    {
        var sound = Directory
            .EnumerateFiles(Repository.Path("content"), "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)
            .ToList();
        var texts = new MutatedText(sound, Marks, seed);
        var introductions = new MutatedText([ContentOf.Introduction], Marks, seed);
        var sites = new MutatedText([ContentOf.SiteYml, "words: 词表.txt\n" + ContentOf.SiteYml], Marks, seed);
        var words = new MutatedText(["登陆 → 登录\n!甲乙\n# 说明\n"], Marks, seed);
        await using var site = await TestSite.Of(ContentOf.Pillars(), log: log.Log);
        long? after = null;
        for (var batch = 0; batch < Batches; batch++)
        {
            foreach (var number in Enumerable.Range(0, FilesOfBatch))
                site.Content.With($"政治机关/2021-08-{1 + number % 28:00}-乱{number}.md", texts.Next());
            site.Content.With("书香机关/_index.md", introductions.Next())
                .With("site.yml", sites.Next())
                .With("词表.txt", words.Next());
            // Without a head: any word of one may stand in the word list by now.
            site.Content.With("综合/2021-09-01-sentinel.md", $"# 哨兵\n\n第{batch}批。");
            await site.UntilSaid("/reports/2021-09-01-sentinel", $"第{batch}批");
            await ReadAll(site);
            var memory = GC.GetTotalMemory(forceFullCollection: true);
            after ??= memory;
            Assert.True(memory - after < GrowthLimit, $"Seed {seed}, batch {batch}: {(memory - after) >> 20} MB more");
        }
        NothingFailed();
    }

    async Task ReadAll(TestSite site)
    {
        var map = await site.Get("/sitemap.xml");
        var reports = Address().Matches(map.Text).Select(address => new Uri(address.Groups[1].Value).PathAndQuery);
        foreach (var address in Lists.Concat(reports))
        {
            var status = (await site.Get(address)).Status;
            Assert.True(status is 200 or 404 or 410 or 301, $"Seed {seed}: {status} at {address}");
        }
    }

    void NothingFailed()
    {
        var failures = log
            .All.Where(line => line.Exception is not null || line.Text.Contains("could not be published"))
            .Concat(log.All.Where(line => line.Level >= LogEventLevel.Error && line.Text.Contains("让程序出了意外")))
            .Select(line => $"{line.Text} {line.Exception}")
            .Take(3)
            .ToList();
        Assert.True(failures.Count == 0, $"Seed {seed}: {string.Join('\n', failures)}");
    }

    [GeneratedRegex("<loc>([^<]+)</loc>")]
    private static partial Regex Address();
}
