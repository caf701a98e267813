using System.Globalization;
using System.Text;

namespace WorkReports.Tests.Content.Coverage;

/// <summary>Documents with every construct of Markdown mixed, from a seed.</summary>
public sealed partial class GeneratedMarkdown(int seed)
{
    const int DepthLimit = 3;

    const string Letters =
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严";

    static readonly string[] Signs =
    [
        "，",
        "、",
        "；",
        "：",
        "（",
        "）",
        "“",
        "”",
        "《",
        "》",
        "—",
        "%",
        "3 * 5",
        "a_b",
        "!",
        "^",
        "~",
        "+",
        "=",
        "$",
        "/",
        "\"",
        "'",
        "@",
        "#5楼",
        "C#",
    ];

    readonly Random random = new(seed);
    readonly StringBuilder notes = new();
    readonly StringBuilder definitions = new();

    int count;

    public static string Of(int seed) => new GeneratedMarkdown(seed).Document();

    string Document()
    {
        var blocks = Enumerable.Range(0, random.Next(3, 14)).Select(_ => Block(0)).ToList();
        blocks.Insert(random.Next(blocks.Count + 1), definitions.ToString());
        blocks.Insert(random.Next(blocks.Count + 1), notes.ToString());
        // A heading of the first level that comes first would be the report's title.
        return "开头。\n\n" + string.Join("\n\n", blocks.Where(block => block.Length > 0)) + "\n";
    }

    T Pick<T>(params T[] some) => some[random.Next(some.Length)];

    string Number() => (++count).ToString(CultureInfo.InvariantCulture);

    string Words()
    {
        var words = new StringBuilder();
        for (var length = random.Next(1, 12); length > 0; length--)
            words.Append(Letters[random.Next(Letters.Length)]);
        return words.ToString();
    }

    string Block(int depth) =>
        depth >= DepthLimit
            ? Paragraph()
            : random.Next(17) switch
            {
                0 => new string('#', random.Next(2, 7)) + " " + Inlines(1) + Pick("", " #", " ###"),
                1 => Words() + Inlines(0) + "\n" + Pick("---", "===", "--"),
                2 => Items(depth, _ => Pick("- ", "* ", "+ "), ordered: false),
                3 => Items(depth, place => place + Pick(". ", ". ", ") "), ordered: true),
                4 => Items(depth, _ => "1. ", ordered: true),
                5 => Items(depth, place => place * 2 + 1 + ". ", ordered: true),
                6 => Quoted(Block(depth + 1)),
                7 => Table(),
                8 => Fence(),
                9 => "    " + Words() + " *" + Words() + "* <b> &amp; \\*\n    " + Words(),
                10 => Pick("---", "***", "* * *", "___"),
                11 => $"- [x] {Inlines(1)}\n- [ ] {Inlines(1)}",
                12 => $"{Words()}\n: {Inlines(1)}",
                13 => HtmlBlock(),
                _ => Paragraph(),
            };

    string Paragraph() =>
        string.Join(
            Pick("\n", "  \n", "\\\n", "\n　　"),
            Enumerable.Range(0, random.Next(1, 4)).Select(_ => Words() + Inlines(0))
        );

    string Items(int depth, Func<int, string> mark, bool ordered)
    {
        // Another mark begins another list.
        var items = new StringBuilder();
        var bullet = mark(0);
        for (var place = 1; place <= random.Next(2, 5); place++)
        {
            var begin = ordered ? mark(place) : bullet;
            var more = random.Next(4) switch
            {
                0 => "\n　　" + Words(),
                1 => "\n\n" + Block(depth + 1),
                _ => "",
            };
            var inner = Words() + Inlines(1) + more;
            items.Append(begin).Append(Indented(inner, begin.Length)).Append(Pick("\n", "\n\n"));
        }
        return items.ToString().TrimEnd('\n');
    }

    static string Indented(string text, int spaces) =>
        text.Replace("\n", "\n" + new string(' ', spaces), StringComparison.Ordinal);

    static string Quoted(string text) => "> " + text.Replace("\n", "\n> ", StringComparison.Ordinal);

    string Table()
    {
        var columns = random.Next(1, 5);
        string Row(Func<string> cell) =>
            "|" + string.Concat(Enumerable.Range(0, columns).Select(_ => " " + cell() + " |"));
        var rows = Enumerable
            .Range(0, random.Next(1, 5))
            .Select(_ => Row(() => random.Next(4) == 0 ? "" : CellInlines()));
        return Row(Words) + "\n" + Row(() => Pick("---", ":--", "--:", ":-:")) + "\n" + string.Join('\n', rows);
    }

    string CellInlines() =>
        random.Next(7) switch
        {
            5 => $"`{Words()}\\|{Words()}`",
            6 => $"<code>&#124; {Words()}</code>",
            0 => $"**{Words()}**",
            1 => $"`{Words()}`",
            2 => Words() + "\\|" + Words(),
            3 => Words() + Note(),
            _ => Number(),
        };

    string Fence()
    {
        var fence = Pick("```", "~~~", "````");
        return $"{fence}{Pick("", "text", " sh x")}\n{Words()}\n# {Words()}\n- {Words()} &lt; \\_\n\n> [a](b) `x` <i>\n{Pick("", "1. ")}{Words()}\n{fence}";
    }

    string HtmlBlock() =>
        random.Next(8) switch
        {
            0 => $"<div>\n{Words()}<b>{Words()}</b>\n</div>",
            1 => $"<table>\n<tr><td>{Words()}</td><td>{Words()}</td></tr>\n</table>",
            2 => $"<figure>\n<figcaption>{Words()}</figcaption>\n</figure>",
            3 => $"<div>\n\n{Paragraph()}\n\n</div>",
            4 => $"<center><font size=3>{Words()}</font></center>",
            5 => $"<ul><li>{Words()}<li>{Words()}</ul>",
            6 => $"<!-- {Words()} -->",
            _ => $"<p>{Words()} &lt;{Words()}&gt;</p>",
        };
}
