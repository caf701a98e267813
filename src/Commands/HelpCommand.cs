using WorkReports.Commands.Options;

namespace WorkReports.Commands;

/// <summary><c>help</c>: the two tables, of verbs and of settings.</summary>
static class HelpCommand
{
    public static int Run(Invocation call)
    {
        call.Output.WriteLines(
            $"""
            WorkReports publishes work reports from a folder of Markdown files.

            usage: WorkReports [verb] [options]

            verbs
            {Table(4, call.Verbs.Select(verb => new[] { "  " + verb.Name, verb.Help }))}

            {Table(3, SettingTable.All.Select(Row).Prepend(["options", "environment", "default"]))}

            exit codes: 0 fine, 1 problems found, 2 wrong usage
            """
        );
        return ExitCode.Fine;
    }

    static string[] Row(Setting setting) =>
        [$"  {setting.Option} {setting.Placeholder}", setting.Variable, setting.Default];

    /// <summary>Each column as wide as its widest cell and the gap; the last one ends with its text.</summary>
    static string Table(int gap, IEnumerable<string[]> rows)
    {
        var cells = rows.ToList();
        var last = cells[0].Length - 1;
        var widths = Enumerable.Range(0, last).Select(at => cells.Max(row => row[at].Length) + gap).ToList();
        return string.Join(
            '\n',
            cells.Select(row => string.Concat(widths.Select((width, at) => row[at].PadRight(width))) + row[last])
        );
    }
}
