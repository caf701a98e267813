using System.Globalization;
using WorkReports.Commands.Options;
using WorkReports.Commands.Record;
using WorkReports.Journal;
using WorkReports.Terminal;

namespace WorkReports.Commands.Modes;

/// <summary><c>journal --erase ENTRY --reason TEXT</c>: takes a text out of the record for good.</summary>
static class EraseMode
{
    const int ReasonLimit = 500;

    public static int Run(Invocation call)
    {
        var faults = new List<string>();
        var reason = call.Arguments["reason"]?.Trim() ?? "";
        if (!long.TryParse(call.Arguments["erase"], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            faults.Add("--erase: write the number of an entry, as 'journal ADDRESS' lists it.");
        if (call.Arguments.Operands.Count > 0)
            faults.Add($"--erase: '{call.Arguments.Operands[0]}' is too much; one entry at a time.");
        if (reason.Length is 0 or > ReasonLimit)
            faults.Add($"--reason: say why, in up to {ReasonLimit} characters; it stays in the journal for ever.");
        var isSure = call.Arguments.HasFlag("yes");
        if (!isSure && StandardInput.Typed is null)
            faults.Add("--yes: without a terminal nobody can be asked; say that it is meant.");
        if (faults.Count > 0)
            return ExitCode.Refuse(faults, call.Errors);

        var journal = new JournalFile(call.Settings);
        var now = call.Clock.GetUtcNow();
        var plan = journal.PlanErasure(number, now);
        if (Refusal(plan, number) is { } refusal)
        {
            call.Output.WriteLine($"没有抹除：{refusal}");
            return ExitCode.ProblemsFound;
        }
        Tell(plan, call.Output);
        if (!isSure && !Asked(call.Output))
            return ExitCode.ProblemsFound;
        var done = journal.Erase(number, $"{Environment.UserName}：{reason}", now, out var trouble);
        if (Refusal(done, number) is { } late)
        {
            call.Output.WriteLine($"没有抹除：{late}");
            return ExitCode.ProblemsFound;
        }
        TellDone(trouble, call.Output);
        return ExitCode.Fine;
    }

    static string? Refusal(Erasure plan, long number) =>
        plan.Obstacle switch
        {
            ErasureObstacle.NoEntry => $"没有第 {number} 条记录。",
            ErasureObstacle.NoText => $"第 {number} 条没有留存正文。",
            ErasureObstacle.AlreadyErased => $"第 {number} 条的正文已经抹除了。",
            ErasureObstacle.Standing =>
                $"第 {number} 条就是现在立着的这一版。请先改好或删去文件，等网站发布以后，再抹除这一条。",
            _ => null,
        };

    static void Tell(Erasure plan, PrintableWriter output)
    {
        output.WriteLine("将永远抹除这一条的正文，无法恢复：");
        output.WriteLine(EntryText.Line(plan.Entry!));
        foreach (var other in plan.Others)
            output.WriteLine($"正文相同，一起抹除：{EntryText.Line(other).Trim()}");
        if (plan.KeptReadings.Count > 0)
            output.WriteLine(
                $"文件头的内容和第 {string.Join("、", plan.KeptReadings)} 条相同，那几条还在，所以这一部分留着。"
            );
        if (plan.Entry!.Title.Length > 0)
            output.WriteLine($"记录里的标题“{plan.Entry.Title}”和文件路径抹不去：它们在校验链里。");
    }

    static bool Asked(PrintableWriter output)
    {
        output.Write("确定吗？输入“是”再按回车：");
        if (StandardInput.Typed?.ReadLine()?.Trim() is "是" or "yes" or "y")
            return true;
        output.WriteLine("没有抹除。");
        return false;
    }

    static void TellDone(string? trouble, PrintableWriter output)
    {
        output.WriteLine("已抹除。以后的备份里没有这份正文；journal --verify 会说“已抹除”，不算损坏。");
        if (trouble is not null)
            output.WriteLine($"正文已经用零覆盖，但文件没有重新整理：{trouble}");
        output.WriteLine(
            "还要自己做的：较早的备份里还有它，请重新备份，再销毁较早的备份；索引（index.db）可能还留着残余，停下网站删去它，启动时会重新做好。"
        );
    }
}
