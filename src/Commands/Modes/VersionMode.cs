using WorkReports.Commands.Options;
using WorkReports.Commands.Record;
using WorkReports.Journal;

namespace WorkReports.Commands.Modes;

/// <summary><c>journal ADDRESS --at DAY</c>: the text that stood there then.</summary>
static class VersionMode
{
    public static int Run(Invocation call)
    {
        var faults = new List<string>();
        var moment = Moment.Read(call.Arguments["at"], "--at", isEnd: true, faults);
        if (call.Arguments.Operands is not [var word])
            faults.Add("--at: name one address: journal ADDRESS --at 2024-06-01.");
        else if (moment is { } at && faults.Count == 0)
            return Show(call, word, at);
        return ExitCode.Refuse(faults, call.Errors);
    }

    static int Show(Invocation call, string word, DateTimeOffset at)
    {
        var journal = new JournalFile(call.Settings);
        var (slug, last) = ReportHistory.At(journal.Entries(), word, at);
        var place = $"{BeijingTime.Second(at)}，{Address.Report(slug)}";
        if (slug != ReportHistory.SlugOf(word))
            call.Errors.WriteLine($"那时 {word} 已改址到 {Address.Report(slug)}。");
        var absence = last?.Event switch
        {
            null => "还没有报告",
            JournalEvent.Removed => "报告已经删除",
            JournalEvent.TakenDown => "报告已经下线",
            JournalEvent.Seen => "报告还没有发布",
            _ => null,
        };
        if (absence is not null)
        {
            call.Output.WriteLine($"{place}：{absence}{(last is null ? "" : $"（第 {last.Number} 条）")}。");
            return ExitCode.ProblemsFound;
        }
        call.Errors.WriteLine(
            $"{place}：第 {last!.Number} 条，{BeijingTime.Second(last.Time)} {EntryText.Name(last.Event)}。"
        );
        if (VersionText.Of(journal, last, out var trouble) is not { } text)
        {
            call.Output.WriteLine(trouble);
            return ExitCode.ProblemsFound;
        }
        call.Output.WriteLines(text);
        return ExitCode.Fine;
    }
}
