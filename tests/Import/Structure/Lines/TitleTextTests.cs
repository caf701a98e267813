using WorkReports.Import.Structure.Lines;

namespace WorkReports.Tests.Import.Structure.Lines;

/// <summary>Spaces that typesetting put into a title go; those that say something stay.</summary>
public sealed class TitleTextTests
{
    [Theory]
    [InlineData("工　作　报　告", "工作报告")]
    [InlineData("工 作 报 告", "工作报告")]
    [InlineData("通　　知", "通知")]
    [InlineData("示例区 工 作 报 告", "示例区工作报告")]
    [InlineData("2023 年度工作总结", "2023年度工作总结")]
    [InlineData("2023 年 5 月工作情况", "2023年5月工作情况")]
    [InlineData("第 12 期", "第12期")]
    [InlineData("关于印发《2023 年要点》 的通知", "关于印发《2023年要点》的通知")]
    [InlineData("凝心铸魂强根基　团结奋进新征程", "凝心铸魂强根基 团结奋进新征程")]
    [InlineData("凝心铸魂强根基   团结奋进新征程", "凝心铸魂强根基 团结奋进新征程")]
    [InlineData("Annual Report", "Annual Report")]
    [InlineData("关于上半年\n工作的报告", "关于上半年工作的报告")]
    [InlineData("Annual\nReport", "Annual Report")]
    public void A_title_is_read_as_it_is_spoken(string written, string read) =>
        Assert.Equal(read, TitleText.OneLine(written));
}
