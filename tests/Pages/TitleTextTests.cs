using WorkReports.Pages.Parts;

namespace WorkReports.Tests.Pages;

public sealed class TitleTextTests
{
    [Theory]
    [InlineData("市级机关“五个机关”建设报告", "市级机关|[“五个机关”]|建设报告")]
    [InlineData("“一笔账”支部品牌", "[“一笔账”]|支部品牌")]
    [InlineData("学习《条例》和“案例”", "学习|[《条例》]|和|[“案例”]")]
    [InlineData("没有名字的标题", "没有名字的标题")]
    [InlineData("关于“一张很长很长的责任清单”的报告", "关于“一张很长很长的责任清单”的报告")]
    [InlineData("只有“一半", "只有“一半")]
    public void A_short_name_in_quotes_is_a_part_of_its_own(string title, string parts) =>
        Assert.Equal(
            parts,
            string.Join('|', TitleText.Parts(title).Select(part => part.Whole ? $"[{part.Text}]" : part.Text))
        );

    [Theory]
    [InlineData("一、政治机关：学在前面", "学在前面")]
    [InlineData("（二）政治机关——学在前面", "学在前面")]
    [InlineData("3. 政治机关: 学在前面", "学在前面")]
    [InlineData("政治机关：学在前面", "学在前面")]
    [InlineData("一、政治机关建设", "一、政治机关建设")]
    [InlineData("一、政治机关", "一、政治机关")]
    [InlineData("一、政治机关：", "一、政治机关：")]
    [InlineData("一、书香机关：有书可读", "一、书香机关：有书可读")]
    [InlineData("一、把学习落到题目上", "一、把学习落到题目上")]
    public void Under_its_pillar_a_section_says_what_is_new(string section, string shown) =>
        Assert.Equal(shown, TitleText.Within("政治机关", section));
}
