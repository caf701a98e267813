using System.Data.Common;
using System.Globalization;
using WorkReports.Commands.Options;
using WorkReports.Content;
using WorkReports.Journal;
using WorkReports.Journal.Holding;

namespace WorkReports.Commands;

/// <summary>
/// <c>accept</c>: lets go on what the site holds back. Whoever does it has seen what it is: the number that was told is typed again,
/// and where it is another one by then, nothing goes on.
/// </summary>
static class AcceptCommand
{
    public static int Run(Invocation call)
    {
        var (settings, output) = (call.Settings, call.Output);
        try
        {
            var journal = new JournalFile(settings);
            var fault = RecordFault.In(settings);
            if (fault is { IsShared: true })
            {
                output.WriteLine(Describe(fault.Item));
                output.WriteLine(
                    "没有放行：几台服务器共用的日志，这里放行不了。请把数据库恢复好；确实要照数据库现在的内容来的，停下这台服务器，删去数据文件夹里的 index.db 和 journal.db，再启动。"
                );
                return ExitCode.ProblemsFound;
            }
            // What lies in a journal that is not the site's is not held by this site.
            var held = fault is null ? journal.Held() : [fault.Item];
            if (held.Count == 0)
            {
                output.WriteLine("现在没有暂时保留的，什么也不用放行。");
                return ExitCode.Fine;
            }
            foreach (var item in held)
                output.WriteLine(Describe(item));
            output.WriteLine(
                $"共 {held.Count} 项。放行以后，网站就照现在的内容文件夹、时钟和日志来；删除的报告，读者再也打不开。"
            );
            if (Answer(call, held.Count) != held.Count.ToString(CultureInfo.InvariantCulture))
            {
                output.WriteLine($"没有放行。确实要放行，请运行：accept --yes {held.Count}");
                return ExitCode.ProblemsFound;
            }
            Accept(journal, held, call);
            output.WriteLine("已经记下。正在运行的网站一两秒内照办；没有运行的，下次启动时照办。");
            return ExitCode.Fine;
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
        {
            output.WriteLine($"没有放行：{exception.Message}");
            return ExitCode.ProblemsFound;
        }
    }

    /// <summary>By the option, or typed on a terminal; null where nobody can be asked.</summary>
    static string? Answer(Invocation call, int number)
    {
        if (call.Arguments["yes"] is { } told)
            return told;
        if (call.Input is not { } input)
            return null;
        call.Output.WriteLine($"放行请输入 {number}，再按回车；输入别的，什么也不做：");
        return input.ReadLine()?.Trim();
    }

    static void Accept(JournalFile journal, IReadOnlyList<HeldItem> held, Invocation call) =>
        journal.Accept(
            new Acceptance
            {
                Time = call.Clock.GetUtcNow(),
                Who = $"{Environment.UserName}@{Environment.MachineName}",
                What = [.. held.Select(item => item.Key)],
            }
        );

    static string Describe(HeldItem item) =>
        item.Kind switch
        {
            HeldKind.Removal => $"删除  {Address.Report(item.Slug)}  {item.Title}  {item.Name}  {Since(item)}",
            HeldKind.Pillar => $"撤栏  {item.Title}  {item.Name}  {Since(item)}",
            HeldKind.Clock => $"时钟  {item.Title}",
            _ => $"日志  {item.Title}",
        };

    static string Since(HeldItem item) => $"（从 {BeijingTime.Second(item.Since)} 起保留）";
}
