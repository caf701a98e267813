namespace WorkReports.Content.Problems;

/// <summary>What editors write for each other, not for readers: it is kept back, and told once a file.</summary>
static class CommentNote
{
    public static void Warn(Place at, int count, ProblemList problems)
    {
        if (problems.All.Any(problem => problem.Code == "comment-kept-back"))
            return;
        problems.Warn(
            at,
            "comment-kept-back",
            $"这里有不公开的批注{(count > 1 ? $"，一共 {count} 处" : "")}，网页和“查看原文”里都没有。它仍留在发布日志里，管理员看得到；不该留下的，请删去。"
        );
    }
}
