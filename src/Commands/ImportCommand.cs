using WorkReports.Commands.Drafts;
using WorkReports.Commands.Options;
using WorkReports.Content.Files;
using WorkReports.Content.Reports;
using WorkReports.Import;
using WorkReports.Terminal;

namespace WorkReports.Commands;

/// <summary><c>import</c>: makes reports of Word documents, and says what was guessed and what was lost.</summary>
static class ImportCommand
{
    const long FileSizeLimit = 200 << 20;
    const string Occupied = "文件打不开（被占用，或者没有权限）。请先关闭正在编辑它的 Word 或 WPS。";

    public static int Run(Invocation call)
    {
        var (settings, arguments, output) = (call.Settings, call.Arguments, call.Output);
        var faults = new List<string>();
        var folder = ContentFolder.Of(settings);
        var context = new SiteContextReader(folder).Read();
        if (arguments.Operands.Count == 0)
            faults.Add("请写要导入的文件，例如：import 报告.docx --pillar 政治机关");
        if (arguments.Operands.Count > 1 && arguments["title"] is not null)
            faults.Add("--title 一次只能用于一个文件。");
        var pillarFolder = Draft.FolderOf(arguments["pillar"], context, faults);
        var unit = Draft.UnitOf(arguments["unit"], context, faults);
        var date = Draft.DateOf(arguments["date"], faults);
        if (faults.Count > 0)
            return ExitCode.Refuse(faults, call.Errors);

        var failures = 0;
        foreach (var file in arguments.Operands)
        {
            if (Open(file, context, out var refusal) is { } document)
                refusal = Write(
                    new ImportChoices(
                        document,
                        file,
                        arguments["title"],
                        date,
                        unit,
                        pillarFolder!,
                        context.Site.DefaultUnit
                    ),
                    settings,
                    output
                );
            if (refusal is null)
                continue;
            failures++;
            output.WriteLine($"{file}：没有导入。{refusal}");
        }
        return failures == 0 ? ExitCode.Fine : ExitCode.ProblemsFound;
    }

    static ImportedReport? Open(string file, SiteContext context, out string? refusal)
    {
        try
        {
            using var opened = OpenedFile.At(file, out var kind);
            refusal = kind switch
            {
                EntryKind.File when opened!.Size > FileSizeLimit =>
                    $"文件超过 {FileSizeLimit >> 20} MB。请把图片压缩后再导入。",
                EntryKind.File => null,
                EntryKind.Folder => "这是文件夹。请写里面的文件。",
                EntryKind.Missing => "找不到这个文件。请检查路径和文件名。",
                EntryKind.Unreadable => Occupied,
                _ => EntryFault.Of(kind).Message,
            };
            return refusal is null ? WordDocument.Read(BytesOf(opened!), context.Site.Units, out refusal) : null;
        }
        catch (IOException)
        {
            refusal = Occupied;
            return null;
        }
    }

    static byte[] BytesOf(OpenedFile file)
    {
        var bytes = new byte[file.Size];
        file.Bytes.ReadExactly(bytes);
        return bytes;
    }

    static string? Write(ImportChoices choices, Settings settings, PrintableWriter output)
    {
        if (choices.Draft is not { } draft)
            return "没有找到日期。请加上 --date，例如：--date 2021-08-31";
        if (new DraftFile(ContentFolder.Of(settings)).Write(draft, out var refusal) is not { } path)
            return refusal;
        output.WriteLine(Path.Combine(settings.Content, path));
        foreach (var line in choices.Summary())
            output.WriteLine(line);
        return null;
    }
}
