using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import.Structure.Generated;

/// <summary>A document made at random, as offices write them, and the report that is in it.</summary>
sealed class GeneratedDocument
{
    public const string Unit = "新北区机关工委";

    const string Fang = "仿宋_GB2312";

    static readonly string[] Places = ["示例区", "试验县", "样本市"];
    static readonly string[] Organs = ["财政局", "教育局", "审批局", "人民政府办公室", "卫生健康委员会"];

    readonly Random random;
    readonly List<string> blocks = [];
    readonly List<string> taken = [];

    public GeneratedDocument(int seed)
    {
        random = new Random(seed);
        File.HeadingStyles();
        new GeneratedHead(this).Write();
        Text("现将有关情况报告如下，请予审阅，并请对不足之处提出意见，以便改进。");
        new GeneratedSections(this).Write();
        new GeneratedFoot(this).Write();
    }

    public WordFile File { get; } = new();
    public string Title { get; set; } = "";
    public DateOnly? Date { get; set; }

    /// <summary>The Markdown that it must become.</summary>
    public string Body => string.Join("\n\n", blocks) + "\n";

    /// <summary>Lines that must be told, since the body lacks them.</summary>
    public IReadOnlyList<string> Taken => taken;

    public int Next(int limit) => random.Next(limit);

    public T Pick<T>(params T[] some) => some[random.Next(some.Length)];

    public string Organ() => Pick(Places) + Pick(Organs);

    public void Text(string text) => Add(text, text);

    /// <summary>A paragraph in the letters of the text, and what becomes of it.</summary>
    public void Add(string text, string markdown)
    {
        File.Line(text, font: Fang, size: 16);
        blocks.Add(markdown);
    }

    /// <summary>A further item of the list before it.</summary>
    public void AddItem(string text, string markdown)
    {
        File.Line(text, font: Fang, size: 16);
        blocks[^1] += "\n" + markdown;
    }

    /// <summary>What stands before the block that comes next, where one paragraph becomes two.</summary>
    public void Before(string markdown) => blocks.Add(markdown);

    /// <param name="style">One of Word's own styles for headings; null for a plain paragraph.</param>
    /// <param name="font">Null for that of the text.</param>
    public void Heading(string text, int level, string? style, string? font)
    {
        File.Line(text, style: style, font: font ?? Fang, size: 16);
        blocks.Add(new string('#', level) + " " + text);
    }

    /// <summary>A line that leaves the body.</summary>
    public void Take(string line, string? side = "center", double size = 16, string? colour = null)
    {
        File.Line(line, side: side, size: size, colour: colour);
        taken.Add(line);
    }

    /// <summary>A table that leaves the body.</summary>
    public void TakeTable(params string[][] rows)
    {
        File.Table(rows);
        taken.AddRange(rows.SelectMany(row => row).Where(cell => cell.Length > 0));
    }
}
