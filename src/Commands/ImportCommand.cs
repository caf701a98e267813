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

    /// <summary>Says that whoever may judge it has looked at doubtful words of secrecy.</summary>
    public const string ClearedFlag = "not-secret";

    const string Occupied = "文件打不开（被占用，或者没有权限）。请先关闭正在编辑它的 Word 或 WPS。";

    public static int Run(Invocation call)
    {
        var (settings, arguments, output) = (call.Settings, call.Arguments, call.Output);
        var faults = new List<string>();
        var folder = ContentFolder.Of(settings);
        var context = new SiteContextReader(folder).Read();
        if (arguments.Operands.Count == 0)
            faults.Add("请写要导入的文件，例如：import 报告.docx --pillar 政治机关");
        var files = WordFiles.Of(arguments.Operands, out var empty);
        if (files.Count > 1 && arguments["title"] is not null)
            faults.Add("--title 一次只能用于一个文件。");
        var pillarFolder = Draft.FolderOf(arguments["pillar"], context, faults);
        var unit = Draft.UnitOf(arguments["unit"], context, faults);
        var date = Draft.DateOf(arguments["date"], faults);
        if (faults.Count > 0)
            return ExitCode.Refuse(faults, call.Errors);

        var failures = empty.Count;
        foreach (var without in empty)
            output.WriteLine($"{without}：这个文件夹里没有 Word 文件。");
        foreach (var file in files)
        {
            if (Open(file, context, arguments.HasFlag(ClearedFlag), out var refusal) is { } document)
                refusal = Write(
                    new ImportChoices(
                        document,
                        file,
                        arguments["title"],
                        date,
                        unit,
                        pillarFolder!,
                        context.Site.DefaultUnit,
                        Draft.DayOf(call.Clock.GetUtcNow())
                    ),
                    settings,
                    output
                );
            if (refusal is null)
                continue;
            failures++;
            output.WriteLine($"{file}：没有导入。{refusal}");
        }
        if (files.Count > 1)
            output.WriteLine(
                $"一共 {files.Count} 个文件：导入 {files.Count + empty.Count - failures} 个，没有导入 {failures - empty.Count} 个。"
            );
        return failures == 0 ? ExitCode.Fine : ExitCode.ProblemsFound;
    }

    static ImportedReport? Open(string file, SiteContext context, bool isCleared, out string? refusal)
    {
        if (Open(file, context, out refusal) is not { } document)
            return null;
        if (document.DoubtfulMarks.Count == 0 || isCleared)
            return document;
        refusal =
            $"文件里有像密级的字样：{string.Join("；", document.DoubtfulMarks)}。确实不是涉密文件的，由保密审查的人核对以后，加上 --{ClearedFlag} 再导入。";
        return null;
    }

    static ImportedReport? Open(string file, SiteContext context, out string? refusal)
    {
        try
        {
            using var opened = OpenedFile.At(file, out var kind);
            refusal = kind switch
            {
                PathKind.File when opened!.Size > FileSizeLimit =>
                    $"文件超过 {FileSizeLimit >> 20} MB。请把图片压缩后再导入。",
                PathKind.File => null,
                PathKind.Folder => "这是文件夹。请写里面的文件。",
                PathKind.Missing => "找不到这个文件。请检查路径和文件名。",
                PathKind.Unreadable => Occupied,
                _ => PathFault.Of(kind).Message,
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
        var drafts = new DraftFile(ContentFolder.Of(settings));
        var earlier = drafts.Namesakes(choices.Draft);
        if (drafts.Write(choices.Draft, out var refusal) is not { } path)
            return refusal;
        output.WriteLine(Path.Combine(settings.Content, path));
        if (earlier.Count > 0)
            output.WriteLine(
                $"  已经有日期和标题都一样的：{string.Join("、", earlier)}。这个文件多半导入过，请留一份，删去另一份。"
            );
        foreach (var line in choices.Summary())
            output.WriteLine(line);
        return null;
    }
}
