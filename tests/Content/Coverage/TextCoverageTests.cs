using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using WorkReports.Content.Coverage;
using WorkReports.Content.Files;
using WorkReports.Content.FrontMatter;
using WorkReports.Content.Problems;
using WorkReports.Content.Rendering;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Coverage;

/// <summary>What was written stands on the page, or its editor is told; and a page that lacks something is always found out.</summary>
public sealed class TextCoverageTests : IDisposable
{
    readonly ContentOf content = ContentOf.Pillars().With("政治机关/图.png", [1]);

    public void Dispose() => content.Dispose();

    (string Html, IReadOnlyList<Problem> Problems) Render(string markdown)
    {
        var problems = new ProblemList("政治机关/试验.md");
        var renderer = new MarkdownRenderer(
            new FolderLinkResolver(new ContentFolder(content.Folder)),
            new SiteProfile()
        );
        return (renderer.Render(markdown, "政治机关/试验.md", 0, problems).Html, problems.All);
    }

    static List<string> Lost(string markdown, string html) =>
        [.. TextCoverage.Missing(markdown, new TextRanges(), html).Select(range => markdown[range.Start..range.End])];

    [Theory]
    [InlineData("甲乙丙", "<p>甲丙</p>", "乙")]
    [InlineData("甲乙丙", "<p>甲乙</p>", "丙")]
    [InlineData("甲，乙。", "<p>甲乙。</p>", "，")]
    [InlineData(
        "完成任务![^1]\n\n[^1]: 注",
        "<p>完成任务<a id=\"fnref:1\" href=\"#fn:1\" class=\"footnote-ref\"><sup>1</sup></a></p><div class=\"footnotes\"><ol><li id=\"fn:1\">注</li></ol></div>",
        "!"
    )]
    [InlineData("甲[^1]。\n\n[^1]: 注", "<p>甲。</p>", "[^1]", "注")]
    [InlineData("甲[^1](不含学校)。\n\n[^1]: 注", "<p>甲。</p>", "[^1](不含学校)", "注")]
    [InlineData(
        "| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |",
        "<table><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>丙</td></tr></tbody></table>",
        "丁"
    )]
    [InlineData("1. 甲\n3. 乙", "<ol><li>甲</li><li>乙</li></ol>", "3.")]
    [InlineData("![图上有什么](a.png)", "<p><img src=\"a\" alt=\"\"></p>", "图上有什么")]
    [InlineData("[甲](https://a.cn \"题目\")", "<p><a href=\"https://a.cn\">甲</a></p>", "题目")]
    [InlineData("[备注]: 只有这里说到的事", "", "[备注]: 只有这里说到的事")]
    [InlineData("甲 \\* 乙", "<p>甲  乙</p>", "*")]
    [InlineData("甲\n\n---\n\n乙", "<p>甲</p><p>乙</p>", "---")]
    [InlineData("- [x] 甲", "<ul><li>甲</li></ul>", "[x]")]
    [InlineData(
        "首页<title>标签不规范，部分栏目也是。\n\n## 二\n\n正文。",
        "<p>首页</p>",
        "<title>标签不规范，部分栏目也是。",
        "## 二",
        "正文。"
    )]
    public void What_a_page_lacks_is_found(string markdown, string html, params string[] lost) =>
        Assert.Equal(lost, Lost(markdown, html));

    [Fact]
    public void What_is_lost_is_a_warning_with_its_place()
    {
        var problem = Assert.Single(
            Render("甲。\n\n乙[备注]。\n\n  [备忘]: 这是一段没有地方显示的话").Problems,
            found => found.Code == "text-lost"
        );
        Assert.Equal((new Place(5, 3, 18), false), (problem.At, problem.IsError));
        Assert.Contains("“[备忘]: 这是一段没有地方显示的话”没有出现在页面上，一共 17 个字符", problem.Message);
    }

    [Fact]
    public void Nothing_of_the_sample_content_is_lost() =>
        Assert.All(Directory.EnumerateFiles(Repository.Path("content"), "*.md", SearchOption.AllDirectories), file =>
            Assert.DoesNotContain(
                Render(FrontMatterBlock.Read(File.ReadAllText(file), new ProblemList(file)).Body).Problems,
                problem => problem.Code == "text-lost"
            )
        );

    /// <summary>A browser takes words out of a table's rows; the list after it keeps its numbers.</summary>
    [Theory]
    [InlineData("<table><tr><td>甲一</td></tr>乙二</table>\n\n3. 丙\n5. 丁")]
    [InlineData("<table><tr><td>表里的一格文字</td></tr>格子之间的一句话</table>\n\n正文[^1]。\n\n[^1]: 注。")]
    public void What_stands_elsewhere_on_the_page_is_not_lost(string markdown) =>
        Assert.DoesNotContain(Render(markdown).Problems, problem => problem.Code == "text-lost");

    [Theory]
    [InlineData("![](图.png)\n\n后面的一段，[有链接](https://a.example.cn)。")]
    [InlineData("![](https://b.example.cn/a.png)\n\n后面的一段，[有链接](https://a.example.cn)。")]
    [InlineData("- ![](图.png)\n\n小标题\n------\n![甲](https://b.example.cn/a.png)")]
    [InlineData("[![甲](https://b.example.cn/a.png)](https://a.example.cn/a.png)，后文。")]
    [InlineData("[![](https://b.example.cn/a.png)](https://a.example.cn)图片说明。[乙](https://a.example.cn)")]
    [InlineData(@"[![](C:\图.png)甲](https://a.example.cn)图片说明。[乙](https://a.example.cn)")]
    [InlineData(@"![](C:\图.png)图片说明。[乙](https://a.example.cn)")]
    [InlineData("| 甲 | 乙 |\n|---|---|\n| 并集 | <code>&#124;</code> |")]
    [InlineData("<code>甲 &amp; 乙</code>和<code>&amp;</code>")]
    [InlineData("*注释* → **`/*`** *文字* **`*/`**")]
    [InlineData("见[`[er]`](https://a.example.cn/#er)。")]
    [InlineData("&emsp;&emsp;1950年。\n\n![](图.png)\n\n&emsp;&emsp;1956年，**甲**。")]
    [InlineData("[![甲](图.png)](https://a.example.cn \"题目\")，后文。")]
    [InlineData("[![甲](https://b.example.cn/a.png)](https://a.example.cn \"题目\")，后文。")]
    [InlineData("[![甲](https://b.example.cn/a.png \"图题\")](https://a.example.cn)，后文。")]
    [InlineData("[![甲][1]](https://a.example.cn)，后文。\n\n[1]: 图.png \"图题\"")]
    public void Prose_of_others_raises_no_alarm(string markdown) =>
        Assert.DoesNotContain(Render("开头。\n\n" + markdown).Problems, problem => problem.Code == "text-lost");

    public static TheoryData<int> Seeds =>
        [.. Enumerable.Range(0, Lane.Count(60, 3_000)).Select(number => Lane.Seed * 10_000 + number)];

    /// <summary>Remarks, unpaired tags and marks of no note are among them: told or shown, never lost.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_of_a_generated_document_is_lost_and_whatever_is_dropped_from_its_page_is_found(int seed)
    {
        var markdown = GeneratedMarkdown.Of(seed);
        var html = Render(markdown).Html;
        Assert.Empty(Lost(markdown, html));
        foreach (var (what, mutated) in Mutations(html, new Random(seed)))
            Assert.True(Lost(markdown, mutated).Count > 0, $"Not found: {what}\n{markdown}\n{mutated}");
    }

    /// <summary>The page without a node, without one character, and without its tail.</summary>
    static IEnumerable<(string What, string Html)> Mutations(string html, Random random)
    {
        IHtmlCollection<IElement> All(IElement body) => body.QuerySelectorAll("*");
        using var page = new HtmlParser().ParseDocument(html);
        var texts = page.Body!.Descendants<IText>().Count(IsSeen);
        if (texts == 0)
            yield break;
        for (var time = 0; time < 6; time++)
        {
            var place = random.Next(texts);
            var characters = random.Next(2) == 0;
            yield return Mutated(html, body =>
            {
                var text = body.Descendants<IText>().Where(IsSeen).ElementAt(place);
                var what = characters ? OneCharacterOf(text, random) : text.Data;
                text.Data = characters
                    ? text.Data.Remove(text.Data.IndexOf(what, StringComparison.Ordinal), what.Length)
                    : "";
                return what;
            });
        }
        var elements = All(page.Body!).Length;
        for (var time = 0; time < 4; time++)
        {
            var place = random.Next(elements);
            if (!IsTold(All(page.Body!)[place]))
                continue;
            yield return Mutated(html, body =>
            {
                var element = All(body)[place];
                element.Remove();
                return element.OuterHtml;
            });
        }
        var first = random.Next(texts);
        yield return Mutated(html, body =>
        {
            foreach (var text in body.Descendants<IText>().Where(IsSeen).Skip(first).ToList())
                text.Remove();
            return "the tail";
        });
    }

    static (string, string) Mutated(string html, Func<IElement, string> change)
    {
        using var page = new HtmlParser().ParseDocument(html);
        var what = change(page.Body!);
        return (what, HtmlWriter.Of(page.Body!));
    }

    static string OneCharacterOf(IText text, Random random)
    {
        var letters = text.Data.EnumerateRunes().Where(Rune.IsLetterOrDigit).ToList();
        return letters[random.Next(letters.Count)].ToString();
    }

    /// <summary>Marks alone are left out: dropped ones among others cannot always be told apart from those that Markdown uses up.</summary>
    static bool IsSeen(IText text) => text.Data.EnumerateRunes().Any(Rune.IsLetterOrDigit) && !IsOfNoteMark(text);

    static bool IsOfNoteMark(INode node) =>
        node.Ancestors<IElement>()
            .Any(element =>
                element.ClassList.Contains("footnote-ref") || element.ClassList.Contains("footnote-back-ref")
            );

    static bool IsTold(IElement element) =>
        element.LocalName == "img"
        || element.ClassList.Contains("footnote-ref")
        || element.Descendants<IText>().Any(IsSeen);
}
