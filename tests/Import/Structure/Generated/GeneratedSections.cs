namespace WorkReports.Tests.Import.Structure.Generated;

/// <summary>The sections of a document made at random: one scheme of numbers, or of letters, to the end.</summary>
sealed class GeneratedSections
{
    const string Hei = "黑体";
    const string Kai = "楷体_GB2312";
    const int LevelCount = 3;

    static readonly string[] Verbs = ["抓实", "强化", "突出", "深化", "推进", "规范", "做优", "建强"];
    static readonly string[] Nouns =
    [
        "理论学习",
        "调查研究",
        "支部建设",
        "作风转变",
        "便民服务",
        "制度执行",
        "阵地",
        "队伍",
    ];
    static readonly string[] Chinese = ["一", "二", "三", "四", "五", "六"];

    static readonly string[] Sentences =
    [
        "全年组织学习12次，开展调研8次，办结群众反映的事项52件。",
        "一是抓学习。二是抓调研。三是抓落实，一件一件抓到底。",
        "1.5万人次参加活动，比上年增长一成。",
        "第一，坚持问题导向；第二，坚持目标导向；第三，坚持结果导向。",
        "十分重要的是，干部群众都参加了进来，大家都说好。",
    ];

    readonly GeneratedDocument document;
    readonly bool isStyled;
    readonly bool hasFonts;
    readonly Func<int, string, string>[] labels;

    public GeneratedSections(GeneratedDocument document)
    {
        this.document = document;
        var scheme = document.Next(6);
        isStyled = scheme == 0 || document.Next(5) == 0;
        hasFonts = scheme == 1 || document.Next(2) == 0;
        labels = scheme switch
        {
            0 or 1 => [None, None, None],
            2 => [(at, _) => $"第{Chinese[at]}章　", (at, _) => $"第{Chinese[at]}节　", (at, _) => $"{Chinese[at]}、"],
            3 => [(at, _) => $"{at + 1}　", Decimal, Decimal],
            4 => [(at, _) => $"{Chinese[at]}、", (at, _) => $"{at + 1}．", (at, _) => $"（{at + 1}）"],
            _ => [(at, _) => $"{Chinese[at]}、", (at, _) => $"（{Chinese[at]}）", (at, _) => $"{at + 1}．"],
        };
    }

    public void Write() => Write(0, document.Next(3) + 2, "");

    void Write(int depth, int count, string path)
    {
        for (var at = 0; at < count; at++)
        {
            var own = path + (at + 1);
            document.Heading(
                labels[depth](at, own) + Words(depth, at),
                depth + 2,
                isStyled ? $"{depth + 1}" : null,
                !hasFonts || isStyled ? null
                    : depth == 0 ? Hei
                    : depth == 1 ? Kai
                    : null
            );
            // Letters tell two levels from each other, and from the text: of a third nothing is told.
            var isDeepest = depth == LevelCount - 1 || (!isStyled && depth == 1 && labels[0] == None);
            if (isDeepest || (at > 0 && document.Next(2) == 0))
                Content();
            else
                Write(depth + 1, document.Next(2) + 2, own + ".");
        }
    }

    /// <summary>The first heading of a level is short: one that runs on is known by it.</summary>
    string Words(int depth, int at)
    {
        var words = document.Pick(Verbs) + document.Pick(Nouns);
        var isLong = at > 0 && depth == 0 && labels[0] != None && document.Next(4) == 0;
        return isLong
            ? string.Join("，", Enumerable.Range(0, 7).Select(_ => document.Pick(Verbs) + document.Pick(Nouns)))
            : words;
    }

    void Content()
    {
        document.Text(document.Pick(Sentences));
        switch (document.Next(5))
        {
            case 0:
                document.Text("名单如下：");
                document.Add("1.财政局；", "1. 财政局；");
                document.AddItem("2.教育局；", "2. 教育局；");
                document.AddItem("3.审批局。", "3. 审批局。");
                break;
            case 1:
                document.Text("（1）身份证复印件；");
                document.Text("（2）近期照片。");
                break;
            default:
                document.Text(document.Pick(Sentences));
                break;
        }
    }

    static readonly Func<int, string, string> None = (_, _) => "";

    static readonly Func<int, string, string> Decimal = (_, path) => path + "　";
}
