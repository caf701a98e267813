using WorkReports.Content.FrontMatter;
using WorkReports.Content.Problems;
using WorkReports.Content.Recording;
using WorkReports.Content.Rendering;
using WorkReports.Content.Reports.Checks;
using WorkReports.Content.Screening;

namespace WorkReports.Content.Reports;

/// <summary>Reads the <c>_index.md</c> that makes a folder a pillar.</summary>
static class PillarFile
{
    static readonly YamlKey Title = new("title", "标题");
    static readonly YamlKey Slug = new("slug", "网址");
    static readonly YamlKey Order = new("order", "顺序");
    static readonly YamlKey Seal = new("seal", "印章");
    static readonly YamlKey Motto = new("motto", "格言");
    static readonly YamlKey Type = new("column-type", "栏目类别");

    /// <summary>In bytes. Read with every edition, before everything else; an introduction has a page.</summary>
    const int SizeLimit = 200 * 1024;

    /// <summary>In characters: it stands in the menu of every page.</summary>
    const int NameLimit = 50;
    const int MottoLimit = 200;

    static readonly YamlKey[] Keys = [Title, Slug, Order, Seal, Motto, Type, ReportKeys.SecretWords];

    /// <summary>Null, with the reason in the list, when the file cannot be read as text or YAML, or must not reach readers.</summary>
    /// <param name="dependencies">Gets the stamp of every file that the introduction links.</param>
    /// <param name="written">Gets its links to addresses.</param>
    public static (PillarReading Reading, Pillar Pillar)? Read(
        string path,
        byte[] bytes,
        FolderLinkResolver links,
        SiteProfile site,
        TextScreening screening,
        ProblemList problems,
        Dictionary<string, string> dependencies,
        List<WrittenLink> written
    )
    {
        if (bytes.Length > SizeLimit)
            problems.Error(
                1,
                "file-large",
                $"栏目的说明有 {bytes.Length >> 10} KB，最多 {SizeLimit >> 10} KB。长的内容请写成报告。"
            );
        if (problems.HasErrors || TextDecoder.Decode(bytes, problems) is not { } text)
            return null;
        var head = FrontMatterBlock.Read(text, problems);
        if (head.Fields(Keys, problems) is not { } fields)
            return null;

        var folder = path.Split('/')[0];
        var title = fields.Text(Title) ?? folder;
        var body = new MarkdownRenderer(links, site).Render(head.Body, path, head.LinesBeforeBody, problems);
        if (!body.IsRefused)
            screening.Screen(text, fields.LinesOf(Slug), problems);
        written.AddRange(body.WrittenLinks);
        foreach (var (file, stamp) in body.Dependencies)
            dependencies[file] = stamp;
        var reading = new PillarReading
        {
            Folder = folder,
            Slug = SlugOf(fields, folder, problems),
            Title = title,
            Order = fields.Number(Order) ?? int.MaxValue,
            Seal = SealOf(fields, title, problems),
            Motto = fields.Text(Motto) ?? "",
            Type = fields.Text(Type),
            BodyStart = text.Length - head.Body.Length,
            Against = new ReadAgainst(
                body.Pages,
                [.. body.Files.Select(file => UsedFile.Of(file, links.Inspect(file)))]
            ),
        };
        var lengths = new FieldLengths(fields, problems);
        lengths.CheckText(Title, reading.Title, NameLimit);
        lengths.CheckText(Type, reading.Type, NameLimit);
        lengths.CheckText(Motto, reading.Motto, MottoLimit);
        var isSecret =
            !ClassificationClearance.AreCleared(fields, problems)
            && !body.IsRefused
            && SecretMarks.Check(text, [title, reading.Motto, reading.Type, body.Text], problems);
        return isSecret ? null : (reading, reading.Compose(body));
    }

    static string SlugOf(YamlFields fields, string folder, ProblemList problems)
    {
        if (fields.Text(Slug) is not { } slug)
            return ReportName.Of(folder).Slug;
        if (ReportName.IsSlug(slug))
            return slug;
        problems.Error(fields.At(Slug), "slug", $"网址“{slug}”只能用小写字母、数字和连字符，如 zhengzhi。");
        return ReportName.Of(folder).Slug;
    }

    static string SealOf(YamlFields fields, string title, ProblemList problems)
    {
        var seal = fields.Text(Seal) ?? title;
        if (fields.Has(Seal) && seal.EnumerateRunes().Count() != 1)
            problems.Error(fields.At(Seal), "seal", $"印章只能是一个字，现在写的是“{seal}”。");
        return seal.EnumerateRunes().First().ToString();
    }
}
