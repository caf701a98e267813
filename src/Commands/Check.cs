using WorkReports.Content;

namespace WorkReports.Commands;

/// <summary><c>check</c>: lists every problem of the content, a line each.</summary>
static class Check
{
    public static int Run(Settings settings, TextWriter output)
    {
        var folder = new ContentFolder(settings.Content);
        var problems = Publisher.Check(folder);
        foreach (var problem in problems) output.WriteLine(problem);
        var errors = problems.Count(problem => problem.IsError);
        output.WriteLine(problems.Count == 0
            ? $"检查了 {folder.MarkdownFiles().Count} 个文件，没有发现问题。"
            : $"检查了 {folder.MarkdownFiles().Count} 个文件：{errors} 个错误，{problems.Count - errors} 个提醒。");
        return errors > 0 ? CommandLine.ProblemsFound : CommandLine.Fine;
    }
}
