using WorkReports.Content.Files;
using WorkReports.Content.FrontMatter;
using WorkReports.Content.Problems;
using WorkReports.Content.Rendering;
using WorkReports.Content.Reports.Checks;

namespace WorkReports.Content.Reports;

/// <summary>What a report's head and file name say, with the defaults; mistakes go into the list.</summary>
sealed class ReportHead(
    SiteContext context,
    ContentFolder folder,
    FolderLinkResolver links,
    string path,
    YamlFields fields,
    ProblemList problems
)
{
    readonly Dictionary<string, string> dependencies = [];

    public ReportName Name { get; } = ReportName.Of(path);

    public bool IsGeneral => Folder == ContentFolder.GeneralFolder;

    /// <summary>Every file of the content folder that was looked for, with its stamp.</summary>
    public IReadOnlyDictionary<string, string> Dependencies => dependencies;

    string Folder => path.Split('/')[0];

    public DateTimeOffset Published()
    {
        if (fields.Moment(ReportKeys.Date) is { } written)
            return written;
        if (Name.Date is { } named)
            return named;
        if (!fields.Has(ReportKeys.Date))
            problems.Error(
                1,
                "date-missing",
                $"没有发布日期。请在文件头写“发布日期: 2021-08-31”，或者把文件名改成“2021-08-31-{Name.Title}.md”。"
            );
        else if (!problems.HasErrors)
            problems.Error(
                fields.At(ReportKeys.Date),
                "date-missing",
                $"发布日期是空的。请写成 {ContentDate.AcceptedForms}。"
            );
        return default;
    }

    public string Slug()
    {
        if (fields.Text(ReportKeys.Slug) is not { } slug)
            return Name.Slug;
        if (!ReportName.IsSlug(slug))
            problems.Error(
                fields.At(ReportKeys.Slug),
                "slug",
                $"网址“{slug}”只能用小写字母、数字和连字符（最多 100 个），如 xinbei-2021-h1。"
            );
        return slug;
    }

    public string Unit()
    {
        if (fields.Text(ReportKeys.Unit) is not { } name)
            return context.Site.DefaultUnit?.Slug ?? "";
        if (context.Unit(name) is { } unit)
            return unit.Slug;
        problems.Error(
            fields.At(ReportKeys.Unit),
            "unit-unknown",
            $"site.yml 里没有发布单位“{name}”。{ClosestWord.Question(ClosestWord.Of(name, context.Site.Units.SelectMany(known => new[] { known.Name, known.ShortName })))}{Choices(context.Site.Units.Select(known => known.ShortName), "请先请管理员在 site.yml 里登记单位。")}"
        );
        return "";
    }

    static string Choices(IEnumerable<string> names, string none) =>
        string.Join("、", names) is { Length: > 0 } all ? $"可以写：{all}。" : none;

    /// <summary>The folder's pillar and those that the head names.</summary>
    public IReadOnlyList<string> Pillars()
    {
        var slugs = new List<string>();
        if (context.PillarOfFolder(Folder) is { } home)
            slugs.Add(home.Slug);
        foreach (var name in fields.Words(ReportKeys.Pillars).Take(HeadLengths.ManyItems))
        {
            if (context.Pillar(name) is { } pillar)
                slugs.Add(pillar.Slug);
            else
                problems.Error(
                    fields.At(ReportKeys.Pillars, name),
                    "pillar-unknown",
                    $"没有“{name}”这个机关。{ClosestWord.Question(ClosestWord.Of(name, context.Pillars.Select(known => known.Title)))}{Choices(context.Pillars.Select(known => known.Title), $"请先请管理员给机关的文件夹写好 {ContentFolder.PillarFile}。")}"
                );
        }
        return [.. slugs.Distinct()];
    }

    public IReadOnlyList<string> Aliases()
    {
        // Old addresses are pasted as they were: whole, or the last part alone.
        var aliases = fields
            .Texts(ReportKeys.Aliases)
            .Select(alias => alias.TrimEnd('/').Split('/')[^1])
            .Where(alias => alias.Length > 0)
            .Take(HeadLengths.ManyItems + 1)
            .ToList();
        foreach (
            var alias in aliases.Where(alias => alias.Any(letter => char.IsWhiteSpace(letter) || letter is '?' or '#'))
        )
            problems.Error(fields.At(ReportKeys.Aliases, alias), "alias", $"旧网址“{alias}”里不能有空格、? 和 #。");
        return aliases;
    }

    public string? Withdrawn() =>
        fields.Text(ReportKeys.Withdrawn) is not { } note
            ? null
            : YamlFields.ParseYesOrNo(note) switch
            {
                true => "本报告已由发布单位撤回。",
                false => null,
                null => note,
            };

    public string? Cover()
    {
        var cover = FilesOf(ReportKeys.Cover).FirstOrDefault();
        if (cover is not null && links.LargeImageFault(cover, context.Site.LargestPicture) is var (code, message))
            problems.Warn(fields.At(ReportKeys.Cover), code, message);
        return cover;
    }

    public IReadOnlyList<Attachment> Attachments() =>
        [
            .. FilesOf(ReportKeys.Attachments)
                .Select(file => new Attachment(
                    file,
                    BidiText.Isolated(Path.GetFileNameWithoutExtension(file)),
                    folder.SizeOf(file) ?? 0
                )),
        ];

    List<string> FilesOf(YamlKey key)
    {
        var files = new List<string>();
        foreach (var written in fields.Texts(key).Take(HeadLengths.ManyItems + 1))
        {
            var file = ContentFolder.PathBeside(path, written);
            if (file is null || (links.PrivateFault(file) is null && !IsOfKind(key, file)))
                problems.Error(
                    fields.At(key, written),
                    "file-kind",
                    $"{key}“{written}”不是允许公开的文件。{PublicFile.AllowedKinds}"
                );
            else if (IsToBeHad(key, written, file))
                files.Add(file);
        }
        return files;
    }

    static bool IsOfKind(YamlKey key, string file) =>
        PublicFile.IsAllowed(file) && (key != ReportKeys.Cover || PublicFile.IsPicture(file));

    bool IsToBeHad(YamlKey key, string written, string file)
    {
        var at = fields.At(key, written);
        dependencies[file] = folder.StampOf(file);
        var kind = folder.KindOf(file);
        if (links.PrivateFault(file) is { } secret)
        {
            problems.Error(at, secret.Code, secret.Message);
            return false;
        }
        if (links.EntryFaultOf(file) is var (code, message))
            problems.Add(at, kind == PathKind.Unreadable ? Severity.Warning : Severity.Error, code, message);
        else if (kind != PathKind.File)
            problems.Error(
                at,
                "file-missing",
                $"{key}“{written}”找不到。{links.SuggestionFor(path, file)}请检查文件名，路径从报告所在的文件夹算起。"
            );
        foreach (var fault in kind == PathKind.File ? links.FaultsOf(file) : [])
            problems.Add(at, fault.Severity, fault.Code, fault.Message);
        return kind is PathKind.File or PathKind.Unreadable;
    }
}
