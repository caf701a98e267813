using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Syntax;

/// <summary>What is no tag of our list, or is never closed, is text; nothing after it is touched.</summary>
public sealed class RawHtmlTests
{
    static string Html(string body) => Reading.Report($"---\n标题: 甲\n---\n{body}").Html;

    public static TheoryData<string> Swallowing =>
        [
            "title",
            "script",
            "style",
            "textarea",
            "xmp",
            "iframe",
            "select",
            "object",
            "template",
            "plaintext",
            "noscript",
            "svg",
            "math",
            "head",
            "body",
            "form",
            "button",
            "unit",
            "name",
            "!DOCTYPE html",
            "?php",
            "![CDATA[",
        ];

    [Theory]
    [MemberData(nameof(Swallowing))]
    public void A_tag_that_is_none_of_ours_swallows_nothing(string tag)
    {
        foreach (var before in new[] { "首页", "" })
        {
            var html = Html($"{before}<{tag}>标签**不规范**。\n\n## 二\n\n正文。");
            Assert.Equal(
                $"<p>{before}&lt;{tag}&gt;标签<strong>不规范</strong>。</p>\n<h2 id=\"二\">二</h2>\n<p>正文。</p>",
                html
            );
        }
    }

    [Theory]
    [InlineData("<meta name=\"ColumnName\">标签", "<p>&lt;meta name=&quot;ColumnName&quot;&gt;标签</p>")]
    [InlineData("<unit>单位</unit>", "<p>&lt;unit&gt;单位&lt;/unit&gt;</p>")]
    [InlineData("A<B>C", "<p>A&lt;B&gt;C</p>")]
    [InlineData("甲<s>乙\n\n丙", "<p>甲&lt;s&gt;乙</p>\n<p>丙</p>")]
    [InlineData("甲<a>乙<em>丙", "<p>甲&lt;a&gt;乙&lt;em&gt;丙</p>")]
    [InlineData("甲</b>乙", "<p>甲&lt;/b&gt;乙</p>")]
    [InlineData("甲<td>乙和<li>丙", "<p>甲&lt;td&gt;乙和&lt;li&gt;丙</p>")]
    [InlineData("- <b>甲\n- 乙</b>", "<ul>\n<li>&lt;b&gt;甲</li>\n<li>乙&lt;/b&gt;</li>\n</ul>")]
    [InlineData("甲<b>乙</b><br>丙<i>丁</i>", "<p>甲<b>乙</b><br>丙<i>丁</i></p>")]
    [InlineData("<div>\n\n**甲**\n\n</div>", "<div>\n<p><strong>甲</strong></p>\n</div>")]
    [InlineData("<center>甲</center>", "甲")]
    [InlineData("甲<a id=\"x\"/>乙", "<p>甲<a id=\"x\"></a>乙</p>")]
    [InlineData("<!-- 批注 -->正文**加粗**", "<p>正文<strong>加粗</strong></p>")]
    [InlineData("甲<!-- 没有写完\n\n乙", "<p>甲&lt;!-- 没有写完</p>\n<p>乙</p>")]
    public void Tags_are_tags_where_they_are_ours_and_closed_and_text_elsewhere(string body, string html) =>
        Assert.Equal(html.Replace(" id=\"x\"", "", StringComparison.Ordinal), Html(body));

    [Theory]
    [InlineData("甲<u>乙", "tag-open", 4, 2)]
    [InlineData("甲\n\n乙</sub>丙", "tag-open", 6, 2)]
    [InlineData("> 甲\n> <div>\n> 乙", "tag-open", 5, 3)]
    public void A_tag_of_ours_without_its_other_half_is_told(string body, string code, int line, int column)
    {
        var problem = Assert.Single(Reading.ProblemsOf($"---\n标题: 甲\n---\n{body}"));
        Assert.Equal((code, line, column), (problem.Code, problem.At.Line, problem.At.Column));
    }

    [Theory]
    [InlineData(
        "1. 甲\n3. 乙\n5. 丙",
        "<ol>\n<li>甲</li>\n<li value=\"3\">乙</li>\n<li value=\"5\">丙</li>\n</ol>",
        "list-number"
    )]
    [InlineData("3. 甲\n2. 乙", "<ol start=\"3\">\n<li>甲</li>\n<li value=\"2\">乙</li>\n</ol>", "list-number")]
    [InlineData("1. 甲\n1. 乙\n1. 丙", "<ol>\n<li>甲</li>\n<li>乙</li>\n<li>丙</li>\n</ol>", null)]
    [InlineData("4. 甲\n5. 乙", "<ol start=\"4\">\n<li>甲</li>\n<li>乙</li>\n</ol>", null)]
    [InlineData("9:00~~11:00，14:00~~17:00", "<p>9:00<del>11:00，14:00</del>17:00</p>", "strike-range")]
    [InlineData("3月~~5月，7月~~9月", "<p>3月<del>5月，7月</del>9月</p>", "strike-range")]
    [InlineData("原定~~五月~~六月", "<p>原定<del>五月</del>六月</p>", null)]
    public void Numbers_stay_as_written_and_odd_ones_are_told(string body, string html, string? code)
    {
        Assert.Equal(html, Html(body));
        Assert.Equal(code, Reading.ProblemsOf($"---\n标题: 甲\n---\n{body}").SingleOrDefault()?.Code);
    }
}
