using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import.Markdown;

/// <summary>Marks of letters: where Markdown can say them, and nowhere else.</summary>
public sealed class EmphasisTests
{
    [Theory]
    [InlineData("甲<b>乙</b>丙", "甲**乙**丙")]
    [InlineData("甲<i>乙</i><b>丙</b>", "甲*乙***丙**")]
    [InlineData("<b>甲</b><bi>乙</bi><b>丙</b>", "**甲*乙*丙**")]
    [InlineData("<s>甲</s>乙", "~~甲~~乙")]
    [InlineData("<b>甲 </b>乙", "**甲** 乙")]
    [InlineData("<b>重点：</b>乙", "**重点**：乙")]
    [InlineData("<b>，</b>乙", "，乙")]
    [InlineData("甲<b> </b>乙", "甲 乙")]
    [InlineData("<b>《报告》</b>乙", "**《报告》**乙")]
    [InlineData("“<b>乙”</b>丙", "“**乙**”丙")]
    [InlineData("abc<b>“乙”</b>def", "abc“乙”def")]
    [InlineData("m<u>2</u>", "m<sup>2</sup>")]
    public void Marks_stand_where_they_work(string runs, string markdown) =>
        Assert.Equal(markdown, Importing.Markdown(new WordFile().Titled().Runs(Runs(runs))));

    [Fact]
    public void They_come_out_as_they_went_in()
    {
        var markdown = Importing.Markdown(
            new WordFile().Titled().Runs(Runs("甲<i>乙</i><b>丙“丁”</b>戊，<b>己。</b>庚<s>辛</s>m<u>2</u>"))
        );
        Assert.Equal(
            "<p>甲<em>乙</em><strong>丙“丁”</strong>戊，<strong>己</strong>。庚<del>辛</del>m<sup>2</sup></p>",
            Reading.Report(markdown).Html
        );
    }

    [Fact]
    public void A_style_of_letters_counts_and_a_run_may_say_no() =>
        Assert.Equal(
            "**甲**乙",
            Importing.Markdown(
                new WordFile()
                    .Style("S", "strong", runProperties: "<w:b/>", type: "character")
                    .Titled()
                    .Runs(
                        """<w:r><w:rPr><w:rStyle w:val="S"/></w:rPr><w:t>甲</w:t></w:r><w:r><w:rPr><w:rStyle w:val="S"/><w:b w:val="0"/></w:rPr><w:t>乙</w:t></w:r>"""
                    )
            )
        );

    /// <summary>Runs from a short hand: b, i, s, u for bold, italic, struck, raised.</summary>
    static string Runs(string text)
    {
        var looks = new Dictionary<string, string>
        {
            ["b"] = "<w:b/>",
            ["i"] = "<w:i/>",
            ["bi"] = "<w:b/><w:i/>",
            ["s"] = "<w:strike/>",
            ["u"] = """<w:vertAlign w:val="superscript"/>""",
        };
        return string.Concat(
            System
                .Text.RegularExpressions.Regex.Matches(
                    text,
                    "<(?<mark>[a-z]+)>(?<words>[^<]*)</[a-z]+>|(?<words>[^<]+)"
                )
                .Select(part =>
                    $"""<w:r><w:rPr>{(part.Groups["mark"].Success ? looks[part.Groups["mark"].Value] : "")}</w:rPr><w:t xml:space="preserve">{part.Groups["words"].Value}</w:t></w:r>"""
                )
        );
    }
}
