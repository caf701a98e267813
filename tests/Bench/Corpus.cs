namespace WorkReports.Bench;

/// <summary>A content folder with many reports, made up from a seed and kept for the next time.</summary>
sealed record Corpus(string Folder, int Reports, long Bytes)
{
    static readonly (string Folder, string Slug, string Seal, string Motto)[] Pillars =
    [
        ("政治机关", "zhengzhi", "政", "把方向定准，把责任担实"),
        ("品牌机关", "pinpai", "品", "窗口有样子，服务有名声"),
        ("书香机关", "shuxiang", "书", "读一本书，明一个理"),
        ("活力机关", "huoli", "活", "人人有舞台，个个有干劲"),
        ("勤廉机关", "qinlian", "勤", "多做一点，多省一分"),
    ];

    public static int PillarCount => Pillars.Length;

    static readonly string[] Units =
    [
        "机关工委",
        "财政局",
        "教育局",
        "行政审批局",
        "水利局",
        "农业农村局",
        "文化和旅游局",
        "卫生健康局",
        "应急管理局",
        "统计局",
        "司法局",
        "民政局",
    ];

    public static Corpus Of(string parent, int reports, int seed)
    {
        var folder = Path.Combine(parent, $"corpus-{reports}-{seed}");
        if (!Directory.Exists(folder))
            Make(folder, reports, seed);
        var bytes = new DirectoryInfo(folder)
            .EnumerateFiles("*.md", SearchOption.AllDirectories)
            .Sum(file => file.Length);
        return new Corpus(folder, reports, bytes);
    }

    static void Make(string folder, int reports, int seed)
    {
        // Under another name until it is whole: an interrupted run must not leave half a corpus behind.
        var unfinished = folder + ".unfinished";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        Write(unfinished, "site.yml", SiteFile());
        foreach (var (pillar, order) in Pillars.Select((pillar, index) => (pillar, index + 1)))
            Write(unfinished, $"{pillar.Folder}/_index.md", PillarFile(pillar, order));
        foreach (var report in Make(reports, new Random(seed)))
            Write(unfinished, report.Path, report.Text);
        Directory.Move(unfinished, folder);
    }

    static IEnumerable<SampleReport> Make(int reports, Random random)
    {
        string[] folders = [.. Pillars.Select(pillar => pillar.Folder), "综合"];
        var paths = new HashSet<string>();
        while (paths.Count < reports)
        {
            // Every tenth report or so speaks of several pillars.
            var folder = folders[random.Next(10) == 0 ? ^1 : random.Next(Pillars.Length)];
            var report = SampleReport.Make(random, folder, ShortName(Units[random.Next(Units.Length)]));
            if (paths.Add(report.Path))
                yield return report;
        }
    }

    static string PillarFile((string Folder, string Slug, string Seal, string Motto) pillar, int order) =>
        $"""
            ---
            title: {pillar.Folder}
            slug: {pillar.Slug}
            order: {order}
            seal: {pillar.Seal}
            motto: {pillar.Motto}
            ---

            这一栏收录{pillar.Folder}建设的报告。

            """;

    static string SiteFile() =>
        $"""
            name: 云溪区机关工作报告
            domain: reports.example.cn
            units:
            {string.Concat(Units.Select((unit, index) => UnitEntry(unit, index + 1)))}
            """;

    static string UnitEntry(string unit, int number) =>
        $"""
              - slug: unit-{number}
                name: 云溪区{unit}
                short: {ShortName(unit)}
                address: 云溪区云溪大道{number}号
                default: {(number == 1 ? "true" : "false")}

            """;

    static string ShortName(string unit) => "云溪" + unit;

    static void Write(string folder, string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
