using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import.Structure;

/// <summary>What begins like a section, or looks like a heading, and is none.</summary>
public sealed class PlainTextTests
{
    [Theory]
    [InlineData("1.5万人次参加培训|比上年增长一成。")]
    [InlineData("3.15晚会反映的问题已经办结|比上年减少。")]
    [InlineData("2.3亿元专项资金|已经拨付。")]
    [InlineData("12 月 5 日起|正式施行。")]
    [InlineData("12 项任务全部完成|正文。")]
    [InlineData("三、四级医院和社区卫生服务中心|正文。")]
    [InlineData("一是抓学习|正文。|二是抓调研|正文。")]
    [InlineData("1.全年走访企业30家，征集意见52条。|正文。|2.全年办结48条。|正文。")]
    [InlineData("（1）身份证复印件；|（2）申请表；|（3）近期照片。")]
    [InlineData("3.由财政局负责落实|正文。")]
    [InlineData("（一）听取汇报。|（二）研究事项。")]
    [InlineData("第一条　为了规范会议，制定本办法。|第二条　本办法适用于机关。")]
    [InlineData("第一，抓学习。|第二，抓调研。")]
    public void Numbers_in_a_text_are_text(string lines) =>
        Assert.DoesNotContain("#", Importing.Markdown(["情况如下，供参考。", .. lines.Split('|')]).Replace("\\#", ""));

    [Fact]
    public void An_item_that_ends_with_a_semicolon_is_none_and_neither_are_its_siblings() =>
        Assert.DoesNotContain(
            "#",
            Importing.Markdown("要求如下：", "1.按时报送；", "逾期不候。", "2.据实填写；", "不得虚报。", "3.专人负责")
        );

    [Fact]
    public void The_first_sentence_of_a_section_is_bold_and_no_heading() =>
        Assert.Equal(
            "**一、强化理论武装**。全年学习12次。\n\n**二、强化调查研究**。全年调研8次。",
            Importing.Markdown("一、强化理论武装。全年学习12次。", "二、强化调查研究。全年调研8次。")
        );

    [Theory]
    [InlineData("图1 读书会现场")]
    [InlineData("表2-1 各单位情况")]
    [InlineData("附图3：位置")]
    [InlineData("（以下为附表）")]
    [InlineData("2024年3月1日")]
    [InlineData("报名时间：")]
    [InlineData("必须办好！")]
    public void A_bold_line_may_be_a_caption_or_a_remark(string line) =>
        Assert.DoesNotContain(
            "#",
            Importing.Markdown(new WordFile().Titled().Line("正文一段。").Line(line, bold: true).Line("正文。"))
        );

    [Fact]
    public void A_bold_line_in_the_middle_above_a_table_is_the_title_of_the_table() =>
        Assert.DoesNotContain(
            "#",
            Importing.Markdown(
                new WordFile()
                    .Titled()
                    .Line("正文一段。")
                    .Line("各单位读书会一览", side: "center", bold: true)
                    .Table(["单位", "场次"], ["财政局", "12"])
            )
        );

    [Fact]
    public void Nothing_in_a_table_is_a_heading() =>
        Assert.DoesNotContain(
            "#",
            Importing.Markdown(
                new WordFile()
                    .Titled()
                    .Line("正文一段。")
                    .Table(["一、甲", "（一）乙"], ["1.丙", "正文"])
                    .Line("正文。")
            )
        );

    [Fact]
    public void Bold_lines_one_below_the_other_are_no_headings() =>
        Assert.DoesNotContain(
            "#",
            Importing.Markdown(
                new WordFile()
                    .Titled()
                    .Line("正文一段。")
                    .Line("张三同志", bold: true)
                    .Line("李四同志", bold: true)
                    .Line("王五同志", bold: true)
            )
        );

    [Fact]
    public void One_line_in_regular_script_is_a_quotation_or_a_name() =>
        Assert.DoesNotContain(
            "#",
            Importing.Markdown(
                new WordFile()
                    .Titled()
                    .Line("正文一段。", font: "仿宋")
                    .Line("示例区模范集体", font: "楷体")
                    .Line("正文一段。", font: "仿宋")
            )
        );
}
