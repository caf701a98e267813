using System.Collections.Concurrent;
using System.Globalization;
using WorkReports.Tests.Support;

[assembly: AssemblyFixture(typeof(EveryKind))]

namespace WorkReports.Tests.Support;

/// <summary>
/// A site with every kind of page, full of what is hard to lay out: twelve units, forty years, two hundred pages of a list,
/// titles without end, a report of thirty thousand characters, a table of fourteen columns.
/// </summary>
public sealed class EveryKind() : SharedSite(() => TestSite.Of(Content()))
{
    /// <summary>One address of each kind of page.</summary>
    public static readonly IReadOnlyList<string> Addresses =
    [
        "/",
        "/pillars/zhengzhi",
        "/pillars/zhengzhi?p=100",
        "/pillars/kongbai",
        "/units",
        "/units/unit-1",
        "/units/unit-12",
        "/archive",
        "/reports/general",
        "/reports/short",
        "/reports/endless-title",
        "/reports/withdrawn",
        "/reports/none",
        "/search",
        "/search?q=清单",
        "/search?q=没有这个词",
        "/sitemap",
        "/journal",
        "/fails/503",
    ];

    public const string General = "/reports/general";

    const string EndlessTitle =
        "关于进一步深化机关作风建设、优化营商环境、提升服务效能、推动高质量发展暨贯彻落实年度重点工作任务清单责任分解方案推进情况、存在问题、原因剖析、整改措施"
        + "以及下一阶段工作打算的综合报告（含附件与说明）Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft";

    static readonly (string Folder, string Slug, string Seal)[] Pillars =
    [
        ("政治机关", "zhengzhi", "政"),
        ("品牌机关", "pinpai", "品"),
        ("书香机关", "shuxiang", "书"),
        ("活力机关", "huoli", "活"),
        ("勤廉机关", "qinlian", "廉"),
        ("空白机关", "kongbai", "空"),
    ];

    static readonly string Paragraph = string.Concat(
        Enumerable.Repeat("全年列出清单36项，办结33项（含上年结转2项）；“一窗通办”把86个窗口并为52个。", 4)
    );

    readonly ConcurrentDictionary<(string Mode, int Width), Lazy<Task<Look>>> looks = [];

    /// <summary>All of the pages in this look, opened for the first who asks.</summary>
    public Task<Look> Look(Chromium chromium, string mode, int width = 1280) =>
        looks.GetOrAdd((mode, width), _ => new(() => Support.Look.Take(chromium, Site, mode, width))).Value;

    public static ContentOf Content()
    {
        var content = ContentOf.Nothing().With("site.yml", SiteYml());
        for (var order = 0; order < Pillars.Length; order++)
        {
            var (folder, slug, seal) = Pillars[order];
            var introduction =
                slug == "kongbai" ? "" : $"{folder}的介绍。{Paragraph}\n\n见[往期](https://www.example.cn/)的报告。\n";
            content.With(
                $"{folder}/_index.md",
                $"---\ntitle: {folder}\nslug: {slug}\norder: {order + 1}\nseal: {seal}\nmotto: 学在前头，干在实处\n---\n{introduction}"
            );
        }
        foreach (var year in Enumerable.Range(1984, 40))
            content.With(
                $"品牌机关/{year}-05-04-年报.md",
                $"---\n标题: 第一单位{year}年度品牌建设情况\n发布单位: 第1单位\n网址: year-{year}\n---\n{Paragraph}\n"
            );
        foreach (var number in Enumerable.Range(1, 200 * 20 - 3))
            content.With(
                $"政治机关/2024/2024-{1 + number % 12:00}-{1 + number % 28:00}-n{number}.md",
                $"---\n标题: 学习情况第{number}期\n发布单位: 第{1 + number % 11}单位\n---\n简况。"
            );
        return content
            .With("综合/2026-07-01-综合.md", GeneralReport())
            .With("综合/附件/数据.csv", "项目,数\n一,1\n")
            .With(
                "综合/附件/图.svg",
                """<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300" viewBox="0 0 900 300"><text x="20" y="80" font-size="40">图</text></svg>"""
            )
            .With("书香机关/2026-06-01-短.md", "---\n标题: 短讯\n发布单位: 第2单位\n网址: short\n---\n只有一句话。\n")
            .With(
                "活力机关/2026-06-02-长题.md",
                $"---\n标题: {EndlessTitle}\n发布单位: 第2单位\n网址: endless-title\n置顶: 是\n---\n{EndlessTitle}\n\n## {EndlessTitle}\n\n一。\n\n## 二\n\n二。\n"
            )
            .With(
                "活力机关/2026-06-03-长文.md",
                $"---\n标题: 三万字的报告\n发布单位: 第2单位\n网址: endless\n---\n{Endless()}"
            )
            .With(
                "勤廉机关/2026-06-04-撤.md",
                "---\n标题: 一篇撤下的报告\n发布单位: 第2单位\n网址: withdrawn\n撤稿: 数据有误，已撤回。\n---\n旧文。\n"
            );
    }

    static string SiteYml()
    {
        var units = Enumerable
            .Range(1, 12)
            .Select(number =>
                $"""
                      - slug: unit-{number}
                        name: 中共试验市委市级机关第{number}工作委员会办公室
                        short: 第{number}单位
                        address: 试验市试验路{number}号试验大厦{number}楼
                        phone: "000-0000000{number % 10}"
                        hours: 工作日9:00—17:00
                        icp: 苏ICP备0000000{number % 10}号
                        police: 苏公网安备 3200000000000{number % 10}号
                        notices: [本网站支持IPv6访问, 推荐使用1024×768及以上分辨率、IE 9.0及以上版本浏览器]
                        default: {(number == 1 ? "true" : "false")}
                    """
            );
        return $"name: 机关工作报告\ndomain: www.example.cn\ndescription: 试验用的站点。\nsite-code: \"3200000000\"\nunits:\n{string.Join('\n', units)}\n";
    }

    static string GeneralReport()
    {
        var sections = Pillars
            .Take(5)
            .Select(
                (pillar, number) =>
                    $"## {"一二三四五"[number]}、{pillar.Folder}：把学习落到题目上\n\n{Paragraph}\n\n{Paragraph}\n"
            );
        var columns = Enumerable.Range(2012, 13).ToList();
        return $"""
            ---
            标题: 试验市级机关上半年“五个机关”建设情况报告
            发布日期: 2026-07-01 09:30
            发布单位: 第2单位
            来源: 试验市级机关党建网
            作者: 办公室
            网址: general
            关键词: [年报, 清单]
            修订日期: 2026-07-02
            修订说明: 更正第二个表格的合计数
            附件:
              - 附件/数据.csv
            ---

            今年上半年的清单[^1]如下，见[短讯](../书香机关/2026-06-01-短.md)和[网站](https://www.example.cn/)。

            {string.Join('\n', sections)}
            ### （一）一张窄表

            | 培训 | 数量 | 范围 |
            |---|---:|:---:|
            | 主体班次 | 7 | 区级机关 |
            | 专题班次 | 38 | 分层分类 |

            ### （二）一张宽表

            | 项目 | {string.Join(" | ", columns.Select(year => $"{year}年"))} |
            |---|{string.Concat(columns.Select(_ => "---:|"))}
            | 阅读活动（场） | {string.Join(
                " | ",
                columns.Select(year => (year * 7 % 1000).ToString(CultureInfo.InvariantCulture))
            )} |

            ## 六、其余的写法

            - 第一项
            - 第二项，网址 https://www.example.cn/a/very/long/address/that/never/ends/and/has/no/place/to/break/at/all.html

            1. 第一步
            2. 第二步

            - [x] 已完成
            - [ ] 未完成

            > 牌子是借给支部用的，不用了就还回来。

            ```
            git log --oneline --graph --decorate --all --abbrev-commit --date=relative --pretty=medium
            ```

            ![上半年的数字](附件/图.svg)

            再一处注释[^2]，**加粗**，*着重*，~~删去~~，`代码`。

            ---

            完。

            [^1]: 不含学校和医院。
            [^2]: 出处见[短讯](../书香机关/2026-06-01-短.md)。
            """;
    }

    static string Endless()
    {
        var sections = Enumerable
            .Range(1, 30)
            .Select(number =>
                $"## 第{number}节，说明这一方面的做法、成效、问题和下一步打算\n\n"
                + string.Concat(Enumerable.Repeat(Paragraph + "\n\n", 6))
            );
        return string.Concat(sections);
    }
}
