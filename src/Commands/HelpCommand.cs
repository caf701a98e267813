using WorkReports.Commands.Options;
using WorkReports.Commands.Output;

namespace WorkReports.Commands;

/// <summary><c>help</c>: the two tables, of verbs and of settings; or all about one verb.</summary>
static class HelpCommand
{
    public static int Run(Invocation call) =>
        call.Arguments.Operands is [var name, ..] && call.Verbs.Find(name) is { } verb
            ? Tell(verb, call)
            : TellAll(call);

    static int Tell(Verb verb, Invocation call)
    {
        var settings = SettingTable
            .Of(verb)
            .Select(setting =>
                new[]
                {
                    $"  {setting.Option} {PlaceholderOf(setting, verb)}",
                    setting.Variable,
                    DefaultOf(setting, verb),
                }
            );
        string[] heads = verb.IsForEditors ? ["选项", "环境变量", "不写就是"] : ["settings", "environment", "default"];
        call.Output.WriteLines(verb.Details);
        if (settings.Any())
            call.Output.WriteLines($"\n{Table(3, settings.Prepend(heads))}");
        call.Output.WriteLines(
            verb.IsForEditors
                ? "\n退出码：0 没有问题，1 有问题，2 写法不对"
                : "\nexit codes: 0 fine, 1 problems found, 2 wrong usage"
        );
        return ExitCode.Fine;
    }

    /// <summary>What stands for a value: in Chinese of a verb that editors use.</summary>
    static string PlaceholderOf(Setting setting, Verb verb) =>
        !verb.IsForEditors
            ? setting.Placeholder
            : setting.Placeholder switch
            {
                "FOLDER" or "FOLDERS" => "文件夹",
                "FILE" => "文件",
                "URL" or "URLS" => "地址",
                "NETWORKS" => "网段",
                "NAMES" => "域名",
                "PORT" => "端口",
                "DATABASE" => "数据库",
                "NUMBER" => "个数",
                "SECONDS" => "秒数",
                "HOURS" => "小时数",
                "DAYS" => "天数",
                "MEGABYTES" => "兆数",
                _ => "内容",
            };

    static string DefaultOf(Setting setting, Verb verb) => setting.Get(verb.Defaults);

    static int TellAll(Invocation call)
    {
        call.Output.WriteLines(
            $"""
            WorkReports publishes work reports from a folder of Markdown files.

            usage: WorkReports [verb] [options]; 'help VERB' tells all about one

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
        var widths = Enumerable.Range(0, last).Select(at => cells.Max(row => TextWidth.Of(row[at])) + gap).ToList();
        return string.Join(
            '\n',
            cells.Select(row =>
                string.Concat(widths.Select((width, at) => row[at] + new string(' ', width - TextWidth.Of(row[at]))))
                + row[last]
            )
        );
    }
}
