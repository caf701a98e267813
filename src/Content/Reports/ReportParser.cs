using WorkReports.Content.Files;
using WorkReports.Content.FrontMatter;
using WorkReports.Content.Problems;
using WorkReports.Content.Recording;
using WorkReports.Content.Rendering;
using WorkReports.Content.Reports.Checks;
using WorkReports.Content.Screening;

namespace WorkReports.Content.Reports;

/// <summary>A file after reading: the report, unless errors forbid it, and everything its editor should know.</summary>
/// <param name="Dependencies">Every file of the content folder that it names, there or not, with its stamp.</param>
/// <param name="AddressLine">Where its address is written.</param>
sealed record ParsedReport(
    Report? Report,
    IReadOnlyList<Problem> Problems,
    IReadOnlyDictionary<string, string> Dependencies,
    int AddressLine = 1
)
{
    /// <summary>Links to addresses: whether something is there is checked once all files are known.</summary>
    public IReadOnlyList<WrittenLink> WrittenLinks { get; init; } = [];

    public Place UpdatedAt { get; init; }

    public Place AliasesAt { get; init; }

    /// <summary>What the report was made of beside its text; null where the file could not be read.</summary>
    public ReportReading? Reading { get; init; }

    /// <summary>What the journal keeps of it; null for a draft.</summary>
    public RecordedVersion? Version { get; init; }
}

/// <summary>Makes a report of a Markdown file.</summary>
sealed class ReportParser(SiteContext context, FolderLinkResolver links, ContentFolder folder)
{
    /// <summary>What is told of a file that lies where no report lies.</summary>
    public static readonly IReadOnlyList<string> OutOfPlace = ["folder", "pillar-deep"];

    static readonly Dictionary<string, string> NoDependencies = [];

    readonly TextScreening screening = new(context.Site, context.Words);

    readonly MarkdownRenderer renderer = new(links, context.Site, context.IsPreview);

    public ParsedReport Parse(string path, byte[] bytes)
    {
        var problems = new ProblemList(path);
        if (!IsInPlace(path, problems) || TextDecoder.Decode(bytes, problems) is not { } text)
            return new ParsedReport(null, problems.All, NoDependencies);
        if (BidiText.IsIn(path))
            BidiText.Warn(1, problems);
        var matter = FrontMatterBlock.Read(text, problems);
        if (matter.Fields(ReportKeys.All, problems, ReportKeys.ForeignKeys) is not { } fields)
            return new ParsedReport(null, problems.All, NoDependencies);

        var head = new ReportHead(context, folder, links, path, fields, problems);
        var headings = new Dictionary<string, IReadOnlyList<NamedPillar>>();
        var body = renderer.Render(
            matter.Body,
            path,
            matter.LinesBeforeBody,
            problems,
            fields.Has(ReportKeys.Title),
            head.IsGeneral ? PillarNamedIn : null
        );
        if (!body.IsRefused)
        {
            var (names, prose) = (fields.LinesOf(ReportKeys.NotProse), fields.LinesOf(ReportKeys.Prose));
            screening.Screen(text, names, problems, matter.LinesBeforeBody, prose);
        }
        var reading = Read(fields, head, body, problems) with
        {
            BodyStart = text.Length - matter.Body.Length,
            Headings = headings,
        };
        var report = reading.Compose(path, text, body);
        if (!ClassificationClearance.AreCleared(fields, problems) && !body.IsRefused)
            SecretMarks.Check(text, [report.Title, report.Summary, report.Author, report.Source, body.Text], problems);
        CheckTitle(reading.Title, fields, head, body, problems);
        if (!reading.Draft)
            ReportSkeleton.Check(new SourceText(matter.Body, matter.LinesBeforeBody), problems);
        HeadDates.Check(reading, head.Name.Date, fields, problems);
        HeadLengths.Check(report, fields, problems);
        return new ParsedReport(
            problems.HasErrors && !context.IsPreview ? null : report,
            problems.All,
            Merge(head.Dependencies, body.Dependencies),
            fields.At(ReportKeys.Slug).Line
        )
        {
            WrittenLinks = body.WrittenLinks,
            UpdatedAt = fields.At(ReportKeys.Updated),
            AliasesAt = fields.At(ReportKeys.Aliases),
            Reading = reading,
        };

        NamedPillar? PillarNamedIn(string heading)
        {
            var named = context.PillarsNamedIn(heading).Select(pillar => new NamedPillar(pillar.Slug, pillar.Seal));
            if (named.ToList() is not [var first, ..] all)
                return null;
            headings[heading] = all;
            return first;
        }
    }

    bool IsInPlace(string path, ProblemList problems)
    {
        var top = path.Split('/')[0];
        var isHome =
            path.Contains('/') && (top == ContentFolder.GeneralFolder || context.PillarOfFolder(top) is not null);
        if (!isHome)
            problems.Error(
                1,
                "folder",
                $"报告要放在某个机关的文件夹或“{ContentFolder.GeneralFolder}”里。现有：{string.Join("、", context.Pillars.Select(pillar => pillar.Folder))}。新的机关文件夹里要先有 {ContentFolder.PillarFile}。"
            );
        else if (Path.GetFileName(path) == ContentFolder.PillarFile)
            problems.Error(
                1,
                "pillar-deep",
                $"{ContentFolder.PillarFile} 是栏目的说明，只能直接放在机关的文件夹里。要写报告请换一个文件名；不需要请删去。"
            );
        return !problems.HasErrors;
    }

    void CheckTitle(string? title, YamlFields fields, ReportHead head, RenderedBody body, ProblemList problems)
    {
        if (title is not null && body.Title is { } other && !HaveSameWords(title, other))
            problems.Warn(
                fields.At(ReportKeys.Title),
                "title-twice",
                $"正文开头的一级标题“{other}”和文件头的标题不同，页面只显示文件头的标题。请删去正文里的，或者改成二级标题“## {other}”。"
            );
        if (title is null && body.Title is null)
            screening.ScreenFileName(head.Name.Title, 1, problems);
    }

    ReportReading Read(YamlFields fields, ReportHead head, RenderedBody body, ProblemList problems)
    {
        if (body.Text.Length == 0 && !problems.HasErrors)
            problems.Warn(1, "body-empty", "报告没有正文。");
        var cover = head.Cover();
        var attachments = head.Attachments();
        foreach (var attachment in attachments)
            screening.ScreenFileName(
                attachment.Title,
                fields.At(ReportKeys.Attachments, Path.GetFileName(attachment.Path)),
                problems
            );
        return new ReportReading
        {
            Slug = head.Slug(),
            Title = fields.Text(ReportKeys.Title),
            Published = head.Published(),
            Unit = head.Unit(),
            Source = fields.Text(ReportKeys.Source),
            Author = fields.Text(ReportKeys.Author),
            Summary = fields.Text(ReportKeys.Summary),
            Keywords = fields.Words(ReportKeys.Keywords),
            Pillars = head.Pillars(),
            Aliases = head.Aliases(),
            Cover = cover,
            Attachments = attachments,
            Updated = fields.Moment(ReportKeys.Updated),
            Change = fields.Text(ReportKeys.Change),
            Pinned = fields.Flag(ReportKeys.Pinned),
            Draft = fields.Flag(ReportKeys.Draft),
            Expires = fields.Moment(ReportKeys.Expires),
            Withdrawn = head.Withdrawn(),
            Against = new ReadAgainst(
                body.Pages,
                [
                    .. body
                        .Files.Concat(attachments.Select(file => file.Path))
                        .Concat(cover is null ? [] : [cover])
                        .Distinct()
                        .Select(file => UsedFile.Of(file, links.Inspect(file))),
                ]
            ),
        };
    }

    static bool HaveSameWords(string title, string other) =>
        title.Where(char.IsLetterOrDigit).SequenceEqual(other.Where(char.IsLetterOrDigit));

    static Dictionary<string, string> Merge(
        IReadOnlyDictionary<string, string> some,
        IReadOnlyDictionary<string, string> others
    )
    {
        var both = new Dictionary<string, string>(some);
        foreach (var (file, stamp) in others)
            both[file] = stamp;
        return both;
    }
}
