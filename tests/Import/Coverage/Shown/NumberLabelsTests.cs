using WorkReports.Import.Coverage.Shown;

namespace WorkReports.Tests.Import.Coverage.Shown;

/// <summary>The numbers that Word sets before paragraphs, counted without the import's own count.</summary>
public sealed class NumberLabelsTests
{
    [Theory]
    [InlineData("chineseCounting", "%1、", "一、甲二、乙三、丙")]
    [InlineData("decimal", "(%1)", "(1)甲(2)乙(3)丙")]
    [InlineData("upperRoman", "%1.", "I.甲II.乙III.丙")]
    [InlineData("lowerLetter", "%1)", "A)甲B)乙C)丙")]
    [InlineData("decimalEnclosedCircle", "%1", "①甲②乙③丙")]
    [InlineData("bullet", "•", "甲乙丙")]
    [InlineData("hebrew1", "%1.", "甲乙丙")]
    public void Each_paragraph_has_its_number(string format, string text, string shown) =>
        Assert.Equal(shown, Shown([Level(0, format, text)], "", (0, "甲"), (0, "乙"), (0, "丙")));

    [Fact]
    public void Lower_levels_begin_anew_and_may_say_those_above() =>
        Assert.Equal(
            "一、甲1.1乙1.2丙二、丁2.1戊",
            Shown(
                [Level(0, "chineseCounting", "%1、"), Level(1, "decimal", "%1.%2", "<w:isLgl/>")],
                "",
                (0, "甲"),
                (1, "乙"),
                (1, "丙"),
                (0, "丁"),
                (1, "戊")
            )
        );

    [Fact]
    public void A_list_may_begin_where_it_likes() =>
        Assert.Equal(
            "5.甲6.乙",
            Shown(
                [Level(0, "decimal", "%1.")],
                "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>",
                (0, "甲"),
                (0, "乙")
            )
        );

    [Fact]
    public void A_paragraph_without_text_is_counted_and_shows_none() =>
        Assert.Equal("1.甲3.乙", Shown([Level(0, "decimal", "%1.")], "", (0, "甲"), (0, ""), (0, "乙")));

    [Fact]
    public void A_style_may_put_its_paragraphs_in_a_list() =>
        Assert.Equal(
            "第一章甲",
            ShownDocument
                .Read(
                    new WordPackage($"<w:p><w:pPr><w:pStyle w:val=\"b\"/></w:pPr>{SlowWord.Run("甲")}</w:p>")
                        .With(
                            "styles",
                            "styles",
                            "<w:style w:styleId=\"a\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>"
                        )
                        .With("numbering", "numbering", Numbering([Level(0, "chineseCounting", "第%1章")], ""))
                        .Bytes()
                )!
                .Text.Comparable
        );

    static string Shown(string[] levels, string overrides, params (int Level, string Text)[] paragraphs) =>
        ShownDocument
            .Read(
                new WordPackage(
                    string.Concat(
                        paragraphs.Select(paragraph =>
                            SlowWord.Paragraph(
                                SlowWord.Run(paragraph.Text),
                                $"<w:numPr><w:ilvl w:val=\"{paragraph.Level}\"/><w:numId w:val=\"1\"/></w:numPr>"
                            )
                        )
                    )
                )
                    .With("numbering", "numbering", Numbering(levels, overrides))
                    .Bytes()
            )!
            .Text.Comparable;

    static string Numbering(string[] levels, string overrides) =>
        $"<w:abstractNum w:abstractNumId=\"0\">{string.Concat(levels)}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/>{overrides}</w:num>";

    static string Level(int at, string format, string text, string more = "") =>
        $"<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>";
}
