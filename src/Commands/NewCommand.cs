using WorkReports.Commands.Drafts;
using WorkReports.Commands.Options;
using WorkReports.Content.Files;
using WorkReports.Content.Reports;
using WorkReports.Content.Reports.Checks;
using WorkReports.Import.Model;

namespace WorkReports.Commands;

/// <summary><c>new</c>: starts a report, so that nobody has to remember how front matter is written.</summary>
static class NewCommand
{
    public static int Run(Invocation call)
    {
        var (settings, arguments, output) = (call.Settings, call.Arguments, call.Output);
        var faults = new List<string>();
        var folder = ContentFolder.Of(settings);
        var context = new SiteContextReader(folder).Read();
        var title = string.Join(' ', arguments.Operands).ReplaceLineEndings(" ").Trim();
        if (title.Length == 0)
            faults.Add("请写标题，例如：new 区级机关上半年工作报告 --pillar 政治机关");
        var pillarFolder = Draft.FolderOf(arguments["pillar"], context, faults);
        var unit = Draft.UnitOf(arguments["unit"], context, faults) ?? context.Site.DefaultUnit;
        var today = Draft.DayOf(call.Clock.GetUtcNow());
        var date = Draft.DateOf(arguments["date"], faults) ?? today;
        if (faults.Count > 0)
            return ExitCode.Refuse(faults, call.Errors);

        var draft = new Draft(title, date, unit, pillarFolder!)
        {
            Today = today,
            Body = _ => Skeleton(pillarFolder == ContentFolder.GeneralFolder ? context.Pillars : []),
        };
        if (new DraftFile(folder).Write(draft, out var refusal) is not { } path)
        {
            output.WriteLine(refusal);
            return ExitCode.ProblemsFound;
        }
        output.WriteLine(Path.Combine(settings.Content, path));
        output.WriteLine("已经写好文件头。接下来：用记事本打开这个文件，把圆括号里的提示换成正文，核对日期和单位；");
        output.WriteLine("写完运行 check 检查，没有错误后，删去“草稿: 是”一行就发布。");
        return ExitCode.Fine;
    }

    /// <summary>A report of several pillars has a section for each; any other has the usual three.</summary>
    static string Skeleton(IReadOnlyList<Pillar> pillars)
    {
        var sections =
            pillars.Count > 0
                ? pillars.Select(pillar => pillar.Title)
                : ["主要做法", "取得的成效", "存在的问题和下一步打算"];
        return ReportSkeleton.Opening
            + "\n"
            + string.Concat(
                sections.Select(
                    (section, at) => $"\n## {ChineseNumber.Of(at + 1)}、{section}\n\n{ReportSkeleton.Section}\n"
                )
            );
    }
}
