using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Rendering;

public sealed class MarkdownRendererTests
{
    /// <summary>As pages of code hosts have them: what one would see and what one would reach are both addresses elsewhere.</summary>
    [Theory]
    [InlineData("[![甲](https://b.example.cn/a.png)](https://a.example.cn)", "甲")]
    [InlineData("[![](https://b.example.cn/a.png)](https://a.example.cn)", "图片")]
    [InlineData("[![**甲**乙](https://b.example.cn/a.png)][1]\n\n[1]: https://a.example.cn", "<strong>甲</strong>乙")]
    public void A_picture_of_another_site_within_a_link_leaves_its_words_to_the_link(string body, string words)
    {
        Assert.Equal(
            $"<p><a href=\"https://a.example.cn\" rel=\"external noopener noreferrer\">{words}</a></p>",
            Reading.Report("---\n标题: 甲\n---\n" + body).Html
        );
        Assert.Equal(
            ["picture-outside"],
            Reading
                .ProblemsOf("---\n标题: 甲\n---\n" + body)
                .Select(problem => problem.Code)
                .Where(code => code != "alt-missing")
        );
    }

    [Fact]
    public void A_file_within_a_link_to_another_place_is_told() =>
        Assert.Contains(
            Reading.Problems(
                ContentOf
                    .Report("---\n标题: 甲\n---\n见[![表](表.xlsx)](https://a.example.cn)。")
                    .With("政治机关/表.xlsx", [1])
            ),
            problem => problem.Code == "link-kind"
        );

    [Fact]
    public void Pictures_on_lines_of_their_own_stand_apart() =>
        Assert.Equal(
            2,
            Reading
                .Report("---\n标题: 甲\n---\n![甲](图.png)\n![乙](图.png)", beside: content =>
                    content.With("政治机关/图.png", [1])
                )
                .Html.Split('\n')
                .Length
        );

    [Theory]
    [InlineData("- 第一项\n  　　又一段\n- 第二项")]
    [InlineData("- 第一项\n　　又一段\n- 第二项")]
    public void An_indented_line_of_an_item_is_a_paragraph_of_its_own(string body) =>
        Assert.Equal(
            "<ul>\n<li><p>第一项</p>\n<p>又一段</p>\n</li>\n<li><p>第二项</p>\n</li>\n</ul>",
            Reading.Report("---\n标题: 甲\n---\n" + body).Html
        );

    [Theory]
    [InlineData(@"`a\|b`", "<code>a|b</code>")]
    [InlineData(@"a\|b", "a|b")]
    [InlineData(@"`a\\b`", @"<code>a\\b</code>")]
    public void A_bar_within_a_cell_is_shown_without_its_backslash(string cell, string shown) =>
        Assert.Contains(
            $"<td>{shown}</td>",
            Reading.Report($"---\n标题: 甲\n---\n| 写法 |\n|---|\n| {cell} |\n\n`c\\|d`").Html
        );

    [Fact]
    public void Outside_of_tables_code_is_shown_as_it_is_written() =>
        Assert.Equal(@"<p><code>c\|d</code></p>", Reading.Report("---\n标题: 甲\n---\n`c\\|d`").Html);

    /// <summary>Deep enough in lists and emphasis together, the parser still takes it, and the writer breaks off inside a list.</summary>
    [Fact]
    public void However_deep_a_file_is_nested_the_next_one_keeps_its_paragraphs()
    {
        var emphasis = string.Concat(Enumerable.Repeat("*a ", 100)) + string.Concat(Enumerable.Repeat("b* ", 100));
        for (var lists = 1; lists <= 60; lists++)
        {
            Reading.ProblemsOf(string.Concat(Enumerable.Repeat("- ", lists)) + emphasis);
            Assert.Equal("<p>正文。</p>", Reading.Report("# 甲\n\n正文。").Html);
        }
    }
}
