namespace WorkReports.Content;

/// <summary>A file after reading: the report, unless errors forbid it, and everything its editor should know.</summary>
sealed record ParsedReport(Report? Report, IReadOnlyList<Problem> Problems);

/// <summary>Makes a report of a Markdown file.</summary>
sealed class ReportParser(Register register, Links links, ContentFolder folder)
{
    const int LongestSummary = 120;

    readonly Markup markup = new(links);

    public ParsedReport Parse(string path, byte[] bytes)
    {
        var problems = new ProblemList(path);
        var report = IsInPlace(path, problems) && TextDecoder.Decode(bytes, problems) is { } text ? Read(path, text, problems) : null;
        return new ParsedReport(problems.HasErrors ? null : report, problems.All);
    }

    bool IsInPlace(string path, ProblemList problems)
    {
        var top = path.Split('/')[0];
        var isHome = path.Contains('/') && (top == ContentFolder.General || register.PillarOfFolder(top) is not null);
        if (!isHome)
            problems.Error(1, "folder", $"报告要放在某个机关的文件夹或“{ContentFolder.General}”里。现有：{string.Join("、", register.Pillars.Select(pillar => pillar.Folder))}。新的机关文件夹里要先有 {ContentFolder.PillarFile}。");
        return isHome;
    }

    Report? Read(string path, string text, ProblemList problems)
    {
        var head = FrontMatter.Read(text, problems);
        if (head.Mapping is null) return null;

        var fields = Fields.Read(head.Mapping, ReportKeys.All, problems, head.HeadLine, ReportKeys.OfOthers);
        var name = ReportName.Of(path);
        var isGeneral = path.Split('/')[0] == ContentFolder.General;
        var body = markup.Render(head.Body, path, head.BodyLine, problems, fields.Has(ReportKeys.Title), isGeneral ? register.PillarNamedIn : null);
        var cover = Files(fields, ReportKeys.Cover, path, problems).FirstOrDefault();
        var attachments = Files(fields, ReportKeys.Attachments, path, problems).Select(ToAttachment).ToList();
        if (body.Text.Length == 0) problems.Warn(1, "body-empty", "报告没有正文。");
        return new Report
        {
            Path = path,
            Slug = SlugOf(fields, name, problems),
            Title = fields.Text(ReportKeys.Title) ?? body.Title ?? name.Title,
            Published = DateOf(fields, name, problems),
            Unit = UnitOf(fields, problems),
            Source = fields.Text(ReportKeys.Source),
            Author = fields.Text(ReportKeys.Author),
            Summary = fields.Text(ReportKeys.Summary) ?? Opening(body.Text),
            Keywords = fields.Words(ReportKeys.Keywords),
            Pillars = PillarsOf(fields, path, body.Sections, problems),
            Aliases = AliasesOf(fields, problems),
            Cover = cover,
            Attachments = attachments,
            Updated = fields.Moment(ReportKeys.Updated),
            Change = fields.Text(ReportKeys.Change),
            Pinned = fields.Flag(ReportKeys.Pinned),
            Draft = fields.Flag(ReportKeys.Draft),
            Expires = fields.Moment(ReportKeys.Expires),
            Withdrawn = WithdrawnOf(fields),
            Html = body.Html,
            Text = body.Text,
            Sections = body.Sections,
            Markdown = text,
            Files = [.. body.Files.Concat(attachments.Select(file => file.Path)).Concat(cover is null ? [] : [cover]).Distinct()],
        };
    }

    static DateTimeOffset DateOf(Fields fields, ReportName name, ProblemList problems)
    {
        if (fields.Moment(ReportKeys.Date) is { } written) return written;
        if (name.Date is { } named) return named;
        if (!fields.Has(ReportKeys.Date))
            problems.Error(1, "date-missing", $"没有发布日期。请在文件头写“发布日期: 2021-08-31”，或者把文件名改成“2021-08-31-{name.Title}.md”。");
        else if (!problems.HasErrors)
            problems.Error(fields.LineOf(ReportKeys.Date), "date-missing", $"发布日期是空的。请写成 {ContentDate.Forms}。");
        return default;
    }

    static string SlugOf(Fields fields, ReportName name, ProblemList problems)
    {
        if (fields.Text(ReportKeys.Slug) is not { } slug) return name.Slug;
        if (!ReportName.IsSlug(slug))
            problems.Error(fields.LineOf(ReportKeys.Slug), "slug", $"网址“{slug}”只能用小写字母、数字和连字符（最多 100 个），如 xinbei-2021-h1。");
        return slug;
    }

    string UnitOf(Fields fields, ProblemList problems)
    {
        if (fields.Text(ReportKeys.Unit) is not { } name) return register.Site.DefaultUnit?.Slug ?? "";
        if (register.Unit(name) is { } unit) return unit.Slug;
        problems.Error(fields.LineOf(ReportKeys.Unit), "unit-unknown", $"site.yml 里没有发布单位“{name}”。可以写：{string.Join("、", register.Site.Units.Select(known => known.ShortName))}。");
        return "";
    }

    /// <summary>The folder's pillar and those that the head names; in 综合 without such names, those that headings name.</summary>
    List<Membership> PillarsOf(Fields fields, string path, IReadOnlyList<Section> sections, ProblemList problems)
    {
        var slugs = new List<string>();
        if (register.PillarOfFolder(path.Split('/')[0]) is { } home) slugs.Add(home.Slug);
        foreach (var name in fields.Words(ReportKeys.Pillars))
        {
            if (register.Pillar(name) is { } pillar) slugs.Add(pillar.Slug);
            else problems.Error(fields.LineOf(ReportKeys.Pillars), "pillar-unknown", $"没有“{name}”这个机关。可以写：{string.Join("、", register.Pillars.Select(known => known.Title))}。");
        }
        if (slugs.Count == 0) slugs.AddRange(sections.Select(section => section.Pillar).OfType<string>());
        return [.. slugs.Distinct().Select(slug => new Membership(slug, sections.FirstOrDefault(section => section.Pillar == slug)))];
    }

    static List<string> AliasesOf(Fields fields, ProblemList problems)
    {
        // Old addresses are pasted as they were: whole, or the last part alone.
        var aliases = fields.Texts(ReportKeys.Aliases).Select(alias => alias.TrimEnd('/').Split('/')[^1]).Where(alias => alias.Length > 0).ToList();
        foreach (var alias in aliases.Where(alias => alias.Any(letter => char.IsWhiteSpace(letter) || letter is '?' or '#')))
            problems.Error(fields.LineOf(ReportKeys.Aliases), "alias", $"旧网址“{alias}”里不能有空格、? 和 #。");
        return aliases;
    }

    static string? WithdrawnOf(Fields fields) =>
        fields.Text(ReportKeys.Withdrawn) is not { } note ? null
        : Fields.IsYesOrNo(note) switch
        {
            true => "本报告已由发布单位撤回。",
            false => null,
            null => note,
        };

    List<string> Files(Fields fields, Key key, string path, ProblemList problems)
    {
        var files = new List<string>();
        foreach (var written in fields.Texts(key))
        {
            var file = Links.PathBeside(path, written);
            if (file is null || !PublicFile.IsAllowed(file) || (key == ReportKeys.Cover && !PublicFile.IsPicture(file)))
                problems.Error(fields.LineOf(key), "file-kind", $"{key}“{written}”不是允许公开的文件。{PublicFile.AllowedKinds}");
            else if (folder.SizeOf(file) is null)
                problems.Error(fields.LineOf(key), "file-missing", $"{key}“{written}”找不到。请检查文件名，路径从报告所在的文件夹算起。");
            else files.Add(file);
        }
        return files;
    }

    Attachment ToAttachment(string file) => new(file, Path.GetFileNameWithoutExtension(file), folder.SizeOf(file) ?? 0);

    /// <summary>The first paragraph, cut at a sentence's end where there is one.</summary>
    static string Opening(string text)
    {
        var opening = text.Split('\n').FirstOrDefault(line => line.Length > 20) ?? text.Split('\n')[0];
        if (opening.Length <= LongestSummary) return opening;
        var end = opening.LastIndexOfAny(['。', '；', '！', '？'], LongestSummary - 1);
        return end > LongestSummary / 2 ? opening[..(end + 1)] : opening[..(char.IsHighSurrogate(opening[LongestSummary - 1]) ? LongestSummary - 1 : LongestSummary)] + "……";
    }
}
