using System.Globalization;
using WorkReports.Content.Files;
using WorkReports.Content.FrontMatter;
using WorkReports.Content.Inspection;
using WorkReports.Import;

namespace WorkReports.Commands.Drafts;

/// <summary>Title, date and unit of an import: from the command line, else from the document, else from its file.</summary>
sealed class ImportChoices
{
    readonly ImportedReport document;
    readonly List<string> choices = [];

    /// <summary>Names of photographs that told where they were taken.</summary>
    readonly List<string> withPlace = [];

    public ImportChoices(
        ImportedReport document,
        string file,
        string? title,
        DateOnly? date,
        PublishingUnit? unit,
        string folder,
        PublishingUnit? defaultUnit,
        DateOnly today
    )
    {
        this.document = document;
        var name = Path.GetFileNameWithoutExtension(file);
        var (dateInName, titleInName) = ContentDate.FromFileName(name);
        var chosenTitle = Choose(
            "标题",
            (title, "--title"),
            (document.Title, document.TitleSource),
            (titleInName, "文件名"),
            (name, "文件名")
        )!;
        var day = Choose(
            "日期",
            (Text(date), "--date"),
            (Text(document.Date), document.DateSource),
            (dateInName is { } moment ? Text(Draft.DayOf(moment)) : null, "文件名"),
            (Text(document.FileDate), "文件属性里的修改日期，请核对")
        );
        var chosenUnit = unit ?? document.Unit ?? defaultUnit;
        Choose(
            "单位",
            (unit?.Name, "--unit"),
            (document.Unit?.Name, $"{document.DateSource}“{document.SignedBy}”"),
            (defaultUnit?.Name, UnknownUnit)
        );
        choices.Add(
            folder == ContentFolder.GeneralFolder ? $"机关：{folder}（没有写 --pillar 时放在这里）" : $"机关：{folder}"
        );
        if (day is null)
            choices.Add(
                "日期：没有找到，请打开这个文件，在“发布日期:”后面写上，例如 2021-08-31（导入时也可以加 --date）"
            );
        Draft = new Draft(chosenTitle, DayOf(day), chosenUnit, folder)
        {
            Today = today,
            Body = document.Body,
            Pictures = [.. document.Pictures.Select(WithoutPlace)],
            // Whoever let doubtful words pass has looked at them: the check need not ask again.
            IsCleared = document.DoubtfulMarks.Count > 0,
        };
    }

    public Draft Draft { get; }

    string UnknownUnit =>
        document.SignedBy is { } signed
            ? $"落款“{signed}”没有登记在 site.yml 里，暂用默认单位，请核对"
            : "没有找到落款，暂用默认单位，请核对";

    /// <summary>What the editor should know, line by line.</summary>
    public IEnumerable<string> Summary()
    {
        yield return "  " + CoverageText.Counts(document.Coverage);
        foreach (var guess in choices)
            yield return "  " + guess;
        if (document.Pictures.Count > 0)
            yield return $"  图片：{document.Pictures.Count} 张";
        if (withPlace.Count > 0)
            yield return $"  照片里记着的拍摄地点（GPS）已去掉：{string.Join("、", withPlace)}";
        foreach (var line in BulletList("不属于正文、已拿掉的：", document.Letterhead))
            yield return line;
        foreach (
            var line in BulletList(
                "有变动、请核对的：",
                [.. document.Changed, .. CoverageText.Changed(document.Coverage)]
            )
        )
            yield return line;
        foreach (var line in BulletList("原文里有、草稿里没有的文字：", CoverageText.Missing(document.Coverage)))
            yield return line;
        foreach (
            var line in BulletList("没有带过来的：", [.. document.Lost, .. CoverageText.Beside(document.Coverage)])
        )
            yield return line;
        yield return "  接下来：打开这个文件核对，运行 check 检查，没有错误后，删去“草稿: 是”一行就发布。";
    }

    (string Name, byte[] Bytes) WithoutPlace((string Name, byte[] Bytes) picture)
    {
        if (PhotoPlace.Removed(picture.Bytes) is not { } bytes)
            return picture;
        withPlace.Add(picture.Name);
        return (picture.Name, bytes);
    }

    static IEnumerable<string> BulletList(string heading, IReadOnlyList<string> lines) =>
        lines.Count == 0 ? [] : lines.Select(line => "  - " + line).Prepend("  " + heading);

    string? Choose(string what, params (string? Value, string From)[] sources)
    {
        var (value, from) = sources.FirstOrDefault(source => !string.IsNullOrWhiteSpace(source.Value));
        if (value is not null)
            choices.Add($"{what}：{value}（{from}）");
        return value;
    }

    const string DayFormat = "yyyy-MM-dd";

    static string? Text(DateOnly? date) => date?.ToString(DayFormat, CultureInfo.InvariantCulture);

    static DateOnly? DayOf(string? day) =>
        day is null ? null : DateOnly.ParseExact(day, DayFormat, CultureInfo.InvariantCulture);
}
