using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import.Structure;

/// <summary>Levels of headings: siblings have the same one, none is skipped.</summary>
public sealed class LevelTests
{
    [Fact]
    public void Siblings_have_one_level_below_styled_headings() =>
        Assert.Equal(
            "## 总体\n\n### 背景\n\n#### 细分\n\n正文。\n\n## 措施\n\n### 一、抓学习\n\n甲。\n\n### 二、抓调研\n\n乙。\n\n### 三、抓落实\n\n丙。",
            Importing.Markdown(
                new WordFile()
                    .HeadingStyles()
                    .Titled()
                    .Line("总体", style: "1")
                    .Line("背景", style: "2")
                    .Line("细分", style: "3")
                    .Line("正文。")
                    .Line("措施", style: "1")
                    .Line("一、抓学习")
                    .Line("甲。")
                    .Line("二、抓调研")
                    .Line("乙。")
                    .Line("三、抓落实")
                    .Line("丙。")
            )
        );

    [Fact]
    public void Siblings_have_one_level_where_a_level_is_left_out_above_them() =>
        Assert.Equal(
            "## 一、甲\n\n### （一）子\n\n#### 1.丑\n\n正文。\n\n## 二、乙\n\n### 1.寅\n\n正文。\n\n### 2.卯\n\n正文。\n\n### 3.辰\n\n正文。",
            Importing.Markdown(
                "一、甲",
                "（一）子",
                "1.丑",
                "正文。",
                "二、乙",
                "1.寅",
                "正文。",
                "2.卯",
                "正文。",
                "3.辰",
                "正文。"
            )
        );

    [Fact]
    public void Siblings_have_one_level_whatever_their_styles() =>
        Assert.Equal(
            "## 一、甲\n\n正文。\n\n## 二、乙\n\n正文。\n\n## 三、丙\n\n正文。",
            Importing.Markdown(
                new WordFile()
                    .HeadingStyles()
                    .Titled()
                    .Line("一、甲", style: "1")
                    .Line("正文。")
                    .Line("二、乙", style: "2")
                    .Line("正文。")
                    .Line("三、丙")
                    .Line("正文。")
            )
        );

    [Fact]
    public void Decimal_numbers_are_levels() =>
        Assert.Equal(
            "## 1　总体\n\n### 1.1 背景\n\n#### 1.1.1 细分\n\n正文。\n\n#### 1.1.2 再分\n\n正文。\n\n### 1.2　过程\n\n正文。\n\n## 2　打算\n\n### 2.1 近期\n\n正文。",
            Importing.Markdown(
                "1　总体",
                "1.1 背景",
                "1.1.1 细分",
                "正文。",
                "1.1.2 再分",
                "正文。",
                "1.2　过程",
                "正文。",
                "2　打算",
                "2.1 近期",
                "正文。"
            )
        );

    [Fact]
    public void Chapters_sections_and_their_numbers_are_levels_and_articles_are_text() =>
        Assert.Equal(
            "## 第一章　总则\n\n第一条　为了规范会议，制定本办法。\n\n第二条　本办法适用于机关。\n\n## 第二章　会议\n\n### 第一节　审批\n\n第三条　会议实行审批。",
            Importing.Markdown(
                "第一章　总则",
                "第一条　为了规范会议，制定本办法。",
                "第二条　本办法适用于机关。",
                "第二章　会议",
                "第一节　审批",
                "第三条　会议实行审批。"
            )
        );

    [Theory]
    [InlineData("１．", "２．")]
    [InlineData("⒈", "⒉")]
    [InlineData("㈠", "㈡")]
    [InlineData("⑴", "⑵")]
    [InlineData("①", "②")]
    [InlineData("1、", "2、")]
    [InlineData("(1)", "(2)")]
    public void Numbers_have_many_shapes(string one, string two) =>
        Assert.Equal(
            $"## 一、做法\n\n### {one}学习\n\n正文。\n\n### {two}调研\n\n正文。",
            Importing.Markdown("一、做法", one + "学习", "正文。", two + "调研", "正文。")
        );

    [Fact]
    public void The_title_of_a_text_that_is_sent_out_stands_above_its_sections() =>
        Assert.Equal(
            "现印发给你们。\n\n## 读书活动方案\n\n### 一、读什么\n\n正文。\n\n### 二、怎样读\n\n正文。",
            Importing.Markdown(
                new WordFile()
                    .Titled("关于印发《读书活动方案》的通知")
                    .Line("现印发给你们。")
                    .Line("读书活动方案", side: "center", size: 22)
                    .Line("一、读什么")
                    .Line("正文。")
                    .Line("二、怎样读")
                    .Line("正文。")
            )
        );
}
