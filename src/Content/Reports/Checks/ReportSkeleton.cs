using WorkReports.Content.Problems;

namespace WorkReports.Content.Reports.Checks;

/// <summary>What <c>new</c> writes into a report for its editor to replace.</summary>
static class ReportSkeleton
{
    public static readonly string Opening = "（开头一段：什么时间、做了什么、结果怎样，两三句话。它会显示在列表里。）";

    public static readonly string Section = "（这里写正文。）";

    public static void Check(SourceText body, ProblemList problems)
    {
        foreach (var part in new[] { Opening, Section })
        {
            if (body.Text.IndexOf(part, StringComparison.Ordinal) is not (>= 0 and var at))
                continue;
            problems.Error(
                body.At(at, part.Length),
                "skeleton",
                "这里还是程序写好的提示，没有换成正文。请写上内容，或者删去这一节；没有写完的，文件头保留“草稿: 是”。"
            );
            return;
        }
    }
}
