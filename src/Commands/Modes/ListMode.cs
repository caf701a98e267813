using WorkReports.Commands.Options;
using WorkReports.Commands.Record;
using WorkReports.Journal;

namespace WorkReports.Commands.Modes;

/// <summary><c>journal [ADDRESS…]</c>: lists entries.</summary>
static class ListMode
{
    public static int Run(Invocation call)
    {
        var faults = new List<string>();
        var from = Moment.Read(call.Arguments["from"], "--from", isEnd: false, faults);
        var to = Moment.Read(call.Arguments["to"], "--to", isEnd: true, faults);
        var format = call.Arguments["format"] ?? EntryList.DefaultFormat;
        if (!EntryList.Formats.ContainsKey(format))
            faults.Add($"--format: one of {string.Join(", ", EntryList.Formats.Keys)}.");
        if (faults.Count > 0)
            return ExitCode.Refuse(faults, call.Errors);

        var entries = new JournalFile(call.Settings).Entries();
        var words = call.Arguments.Operands;
        var about = words.SelectMany(word => ReportHistory.Of(entries, word)).Select(entry => entry.Number).ToHashSet();
        EntryList.Formats[format](
            [
                .. entries.Where(entry =>
                    (words.Count == 0 || about.Contains(entry.Number))
                    && (from is null || entry.Time >= from)
                    && (to is null || entry.Time <= to)
                ),
            ],
            call.Output
        );
        return ExitCode.Fine;
    }
}
