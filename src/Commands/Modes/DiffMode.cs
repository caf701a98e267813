using System.Globalization;
using WorkReports.Commands.Options;
using WorkReports.Commands.Record;
using WorkReports.Journal;
using WorkReports.Terminal;

namespace WorkReports.Commands.Modes;

/// <summary><c>journal [ADDRESS] --diff [ENTRY ENTRY]</c>: what changed between two versions, the last two unless it is said.</summary>
static class DiffMode
{
    /// <summary>Unchanged lines that are shown around a change.</summary>
    const int Context = 3;

    public static int Run(Invocation call)
    {
        var journal = new JournalFile(call.Settings);
        var entries = journal.Entries();
        var pair = call.Arguments.Operands switch
        {
            [var before, var after] => Pair(entries, before, after),
            [var word, var before, var after] => Pair(ReportHistory.Of(entries, word), before, after),
            [var word] => Last(ReportHistory.Of(entries, word)),
            _ => null,
        };
        if (pair is not { } versions)
            return ExitCode.Refuse(
                [
                    "--diff: name an address that has two versions, or the numbers of two entries: journal ADDRESS --diff; journal --diff 3 7.",
                ],
                call.Errors
            );
        if (
            VersionText.Of(journal, versions.Before, out var trouble) is not { } old
            || VersionText.Of(journal, versions.After, out trouble) is not { } young
        )
        {
            call.Output.WriteLine(trouble);
            return ExitCode.ProblemsFound;
        }
        call.Output.WriteLine($"--- {EntryText.Line(versions.Before).Trim()}");
        call.Output.WriteLine($"+++ {EntryText.Line(versions.After).Trim()}");
        Write(LineDiff.Of(old, young), call.Output);
        return ExitCode.Fine;
    }

    static (JournalEntry Before, JournalEntry After)? Pair(
        IReadOnlyList<JournalEntry> entries,
        string before,
        string after
    ) => Find(entries, before) is { } one && Find(entries, after) is { } other ? (one, other) : null;

    static JournalEntry? Find(IReadOnlyList<JournalEntry> entries, string number) =>
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
            ? entries.FirstOrDefault(entry => entry.Number == wanted)
            : null;

    /// <summary>The last two of different texts.</summary>
    static (JournalEntry Before, JournalEntry After)? Last(IReadOnlyList<JournalEntry> entries)
    {
        var versions = ReportHistory.Versions(entries).ToList();
        return
            versions.Count > 0
            && versions.LastOrDefault(version => version.Content != versions[^1].Content) is { } before
            ? (before, versions[^1])
            : null;
    }

    static void Write(IReadOnlyList<(char Mark, string Line)> lines, PrintableWriter output)
    {
        if (lines.All(line => line.Mark == ' '))
        {
            output.WriteLine("正文相同。");
            return;
        }
        var isNear = new bool[lines.Count];
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Mark != ' ')
                isNear.AsSpan(Math.Max(0, at - Context)..Math.Min(lines.Count, at + Context + 1)).Fill(true);
        }
        for (var at = 0; at < lines.Count; at++)
        {
            if (isNear[at])
                output.WriteLine($"{lines[at].Mark} {lines[at].Line}");
            else if (at == 0 || isNear[at - 1])
                output.WriteLine("  ……");
        }
    }
}
