using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using WorkReports.Content.Files;
using WorkReports.Content.FrontMatter;

namespace WorkReports.Commands.Drafts;

/// <summary>Puts a draft into the content folder: never over another file, and whole or not at all.</summary>
sealed partial class DraftFile(ContentFolder folder)
{
    const int FileNameLengthLimit = 60;

    /// <summary>In bytes: more than any head of a report has.</summary>
    const int HeadLength = 64 * 1024;

    /// <summary>The path of the new file, relative to the content folder; null, with a Chinese sentence, when it cannot be written.</summary>
    public string? Write(Draft draft, out string? refusal)
    {
        try
        {
            refusal = null;
            return Write(draft);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            refusal =
                exception is UnauthorizedAccessException
                    ? "写不进内容文件夹：没有权限。请联系管理员。"
                    : "写不进内容文件夹：磁盘满了、文件名太长，或者有同名的文件挡着。请检查以后再试，或者联系管理员。";
            return null;
        }
    }

    string Write(Draft draft)
    {
        var year = $"{draft.Folder}/{draft.Year:0000}";
        var path = FreePath(draft, year);
        var pictures = FirstFree(
            number => $"{Day(draft) ?? FileNameOf(draft.Title)}-图片{Suffix(number)}",
            name => !Path.Exists(folder.FullPath($"{year}/{name}"))
        );
        var text = DraftHead.Of(draft, Day(draft), ReportName.Of(path).Slug) + "\n" + draft.Body(pictures);

        Directory.CreateDirectory(folder.FullPath(year));
        // The site skips names that begin with a dot, so that it never publishes a half-written report.
        var temporary = folder.FullPath($"{year}/.{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(temporary);
            foreach (var picture in draft.Pictures)
                File.WriteAllBytes(Path.Combine(temporary, picture.Name), picture.Bytes);
            File.WriteAllText(temporary + ".md", text);
            Publish(
                temporary,
                folder.FullPath(path),
                draft.Pictures.Count > 0 ? folder.FullPath($"{year}/{pictures}") : null
            );
        }
        finally
        {
            File.Delete(temporary + ".md");
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
        }
        return path;
    }

    /// <summary>The pictures first: a report that is read before them would be published with broken links.</summary>
    static void Publish(string temporary, string report, string? pictures)
    {
        if (pictures is not null)
            Directory.Move(temporary, pictures);
        try
        {
            File.Move(temporary + ".md", report);
        }
        catch
        {
            if (pictures is not null)
                Directory.Delete(pictures, recursive: true);
            throw;
        }
    }

    /// <summary>A path that no file has, and whose slug no report has.</summary>
    string FreePath(Draft draft, string year)
    {
        var name = NameOf(draft);
        var usedSlugs = UsedSlugs();
        return FirstFree(
            number => $"{year}/{name}{Suffix(number)}.md",
            path => !Path.Exists(folder.FullPath(path)) && !usedSlugs.Contains(ReportName.Of(path).Slug)
        );
    }

    /// <summary>Reports of the same day and title, wherever they lie: a second import of one document makes a second draft.</summary>
    public IReadOnlyList<string> Namesakes(Draft draft)
    {
        var name = NameOf(draft);
        return
        [
            .. folder
                .MarkdownFiles()
                .Select(file => file.Path)
                .Where(path => SuffixOfCopy().Replace(Path.GetFileNameWithoutExtension(path), "") == name),
        ];
    }

    HashSet<string> UsedSlugs()
    {
        var addresses = new HashSet<string>();
        foreach (var file in folder.MarkdownFiles())
        {
            addresses.Add(ReportName.Of(file.Path).Slug);
            foreach (var line in FirstLines(file.Path).Where(line => SlugLine().IsMatch(line)))
                addresses.Add(SlugLine().Match(line).Groups["slug"].Value);
        }
        return addresses;
    }

    IEnumerable<string> FirstLines(string path)
    {
        var head = folder.ReadHead(path, HeadLength) ?? [];
        return Encoding.UTF8.GetString(head).ReplaceLineEndings("\n").Split('\n').Take(40);
    }

    static string FirstFree(Func<int, string> name, Func<string, bool> isFree) =>
        Enumerable.Range(1, int.MaxValue).Select(name).First(isFree);

    static string Suffix(int number) => number == 1 ? "" : "-" + number.ToString(CultureInfo.InvariantCulture);

    static string? Day(Draft draft) => draft.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string NameOf(Draft draft) => (Day(draft) is { } day ? day + "-" : "") + FileNameOf(draft.Title);

    /// <summary>A title as a file name: without what is not allowed in names on Windows, in links and in addresses.</summary>
    static string FileNameOf(string title)
    {
        var clean = Spaces()
            .Replace(ForbiddenCharacters().Replace(title.Normalize(NormalizationForm.FormC), ""), match =>
                match.Groups["latin"].Success ? "-" : ""
            );
        var cut = string.Concat(clean.EnumerateRunes().Take(FileNameLengthLimit)).Trim('.', '-', ' ');
        return cut.Length > 0 ? cut : "报告";
    }

    [GeneratedRegex("""[\\/:*?"<>|#%\p{Cc}\p{Cf}]""")]
    private static partial Regex ForbiddenCharacters();

    [GeneratedRegex(@"(?<=\D)-\d{1,3}$")]
    private static partial Regex SuffixOfCopy();

    [GeneratedRegex(@"(?<latin>(?<=[A-Za-z0-9])\s+(?=[A-Za-z0-9]))|\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(网址|slug)\s*:\s*[""']?(?<slug>[a-z0-9\-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex SlugLine();
}
