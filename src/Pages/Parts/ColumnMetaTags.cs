namespace WorkReports.Pages.Parts;

/// <summary>The column (栏目) that a list or a report belongs to, as the head tags of government sites name it.</summary>
/// <param name="Type">Its class in the words of 《政府网站发展指引》: 工作动态, 概况信息.</param>
public sealed record ColumnMetaTags(string Name, string Description, string Keywords, string Type = ColumnMetaTags.News)
{
    const string News = "工作动态";

    /// <summary>Reports that speak of several pillars.</summary>
    public static readonly ColumnMetaTags General = new("综合", "同时涉及几个机关的工作报告。", "综合,工作报告");

    public static ColumnMetaTags Of(Pillar pillar) =>
        new(
            pillar.Title,
            pillar.Motto.Length > 0 ? pillar.Motto : $"{pillar.Title}的工作报告。",
            $"{pillar.Title},工作报告",
            pillar.Type ?? News
        );
}
