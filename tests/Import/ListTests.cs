using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import;

/// <summary>Lists that Word numbers itself.</summary>
public sealed class ListTests
{
    static WordFile Lists() =>
        new WordFile()
            .List(1, ("bullet", "●"), ("bullet", "○"))
            .List(2, ("decimal", "%1."), ("lowerLetter", "%2)"), ("bullet", "-"))
            .List(3, ("decimal", "%1."))
            .Titled();

    [Fact]
    public void Bullets_are_nested() =>
        Assert.Equal(
            "- 甲\n  - 乙\n  - 丙\n- 丁",
            Importing.Markdown(Lists().Item("甲", 1).Item("乙", 1, 1).Item("丙", 1, 1).Item("丁", 1))
        );

    [Fact]
    public void Numbers_are_nested_by_the_width_of_the_number_above() =>
        Assert.Equal(
            "1. 甲\n   1. 乙\n   2. 丙\n      - 丁\n2. 戊",
            Importing.Markdown(
                new WordFile()
                    .List(2, ("decimal", "%1."), ("decimal", "%2."), ("bullet", "-"))
                    .Titled()
                    .Item("甲", 2)
                    .Item("乙", 2, 1)
                    .Item("丙", 2, 1)
                    .Item("丁", 2, 2)
                    .Item("戊", 2)
            )
        );

    [Fact]
    public void A_list_goes_on_counting_after_a_paragraph() =>
        Assert.Equal(
            "1. 甲要办好。\n\n说明一句。\n\n2. 乙要办好。",
            Importing.Markdown(Lists().Item("甲要办好。", 2).Line("说明一句。").Item("乙要办好。", 2))
        );

    [Fact]
    public void Two_lists_in_a_row_stay_two() =>
        Assert.Equal(
            "1. 甲。\n2. 乙。\n\n1) 丙。\n2) 丁。",
            Importing.Markdown(Lists().Item("甲。", 2).Item("乙。", 2).Item("丙。", 3).Item("丁。", 3))
        );

    [Fact]
    public void A_short_numbered_line_with_text_below_is_a_heading() =>
        Assert.Equal(
            "## 1. 抓学习\n\n正文。\n\n## 2. 抓作风\n\n正文。",
            Importing.Markdown(Lists().Item("抓学习", 2).Line("正文。").Item("抓作风", 2).Line("正文。"))
        );

    [Fact]
    public void A_list_may_be_made_again_from_its_style() =>
        Assert.Equal(
            "- 甲\n- 乙",
            Importing.Markdown(
                Lists()
                    .Style("L", "List Bullet", """<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>""")
                    .Line("甲", style: "L")
                    .Line("乙", style: "L")
            )
        );

    [Fact]
    public void A_list_that_the_document_does_not_hold_is_text() =>
        Assert.Equal("甲", Importing.Markdown(Lists().Item("甲", 99)));

    [Fact]
    public void A_style_based_on_itself_is_no_end() =>
        Assert.Equal(
            "甲",
            Importing.Markdown(Lists().Style("X", "x", """<w:basedOn w:val="X"/>""").Line("甲", style: "X"))
        );
}
