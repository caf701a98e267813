using System.Security.Cryptography;
using System.Text;
using WorkReports.Content.Files;
using WorkReports.Content.Inspection;
using WorkReports.Content.Problems;
using WorkReports.Content.Recording;
using WorkReports.Content.Rendering;
using WorkReports.Content.Screening;

namespace WorkReports.Content.Reports;

/// <summary>Reads what all reports depend on: <c>site.yml</c> and each pillar's <c>_index.md</c>.</summary>
/// <param name="folder">Where they lie.</param>
/// <param name="lastSite">The profile that readers see now: it stays while the new one has errors.</param>
/// <param name="lastPillars">The pillars that readers see now, likewise.</param>
/// <param name="inspections">What was found in files before.</param>
sealed class SiteContextReader(
    ContentFolder folder,
    SiteProfile? lastSite = null,
    IReadOnlyList<Pillar>? lastPillars = null,
    FileInspections? inspections = null
)
{
    readonly List<Problem> problems = [];
    readonly List<ExternalLink> links = [];
    readonly Dictionary<string, RecordedVersion> versions = [];
    readonly HashSet<string> standing = [];

    SiteProfile site = new();
    WordList words = WordList.Empty;
    TextScreening? screening;

    /// <summary>Of everything that the outcome depends on.</summary>
    readonly IncrementalHash filesFingerprint = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public SiteContext Read() => Read(folder.PillarFiles(), []);

    /// <param name="files">Each pillar's file.</param>
    /// <param name="unreadable">Folders that cannot be listed: their pillars stay as they are.</param>
    /// <param name="held">Folders of pillars that stand though their files are gone.</param>
    public SiteContext Read(
        IEnumerable<string> files,
        IReadOnlyList<string> unreadable,
        IReadOnlyList<string>? held = null
    )
    {
        AddToFingerprint(ReportInputs.ProgramVersion);
        foreach (var folder in unreadable)
            ReportUnreadable(folder);
        foreach (var folder in held ?? [])
            AddToFingerprint("held " + folder);
        standing.UnionWith(unreadable.Union(held ?? []).Select(ContentFolder.PillarFileOf));
        site = ReadSite();
        words = ReadWords();
        screening = new TextScreening(site, words);
        var pillars = files
            .Select(ReadPillar)
            .Concat(unreadable.Union(held ?? []).Select(LastPillar))
            .OfType<Pillar>()
            .ToList();
        RemoveDuplicates(pillars);
        pillars = [.. pillars.OrderBy(pillar => pillar.Order)];
        return new SiteContext(
            site,
            pillars,
            problems,
            Convert.ToHexStringLower(filesFingerprint.GetHashAndReset()),
            ReportInputs.FingerprintOf(site, pillars, words, folder.LinkRoots)
        )
        {
            Words = words,
            Links = links,
            Versions = versions,
            Standing = standing,
        };
    }

    void ReportUnreadable(string unreadable)
    {
        AddToFingerprint(unreadable);
        var (code, message) = folder.KindOf(unreadable) switch
        {
            (PathKind.Outside or PathKind.BrokenLink) and var kind => PathFault.Of(kind),
            _ => ("folder-closed", "文件夹打不开，里面的报告暂时保持原样。请联系管理员检查权限。"),
        };
        problems.Add(new Problem(unreadable, 1, Severity.Error, code, message));
    }

    SiteProfile ReadSite()
    {
        var found = new ProblemList(ContentFolder.SiteFile);
        var bytes = folder.Read(ContentFolder.SiteFile);
        if (bytes is null)
            ReportSiteFile(found);
        AddToFingerprint(bytes);
        var site = bytes is null
            ? new SiteProfile()
            : UnforeseenFault.Guard(found, () => SiteFile.Read(bytes, found)) ?? new SiteProfile();
        problems.AddRange(found.All);
        if (found.HasErrors && lastSite is not null)
        {
            standing.Add(ContentFolder.SiteFile);
            return lastSite;
        }
        if (bytes is not null)
            versions[ContentFolder.SiteFile] = RecordedVersion.Of(bytes, site);
        return site;
    }

    void ReportSiteFile(ProblemList found)
    {
        var (code, message) = folder.KindOf(ContentFolder.SiteFile) switch
        {
            (PathKind.Special or PathKind.BrokenLink or PathKind.Outside) and var kind => PathFault.Of(kind),
            _ => (
                "site-missing",
                "内容文件夹里没有 site.yml，或者打不开。请按编辑指南写一份：网站名称、域名和发布单位。"
            ),
        };
        found.Error(1, code, message);
    }

    WordList ReadWords()
    {
        if (site.WordList is not { } path)
            return WordList.Empty;
        var bytes = folder.Read(path);
        AddToFingerprint(bytes);
        var found = new ProblemList(bytes is null ? ContentFolder.SiteFile : path);
        if (bytes is null)
            found.Warn(
                1,
                "words-missing",
                $"找不到词表“{path}”，或者打不开，没有检查错敏词。请检查文件名，文件放在内容文件夹里。"
            );
        var file = bytes is null ? null : UnforeseenFault.Guard(found, () => WordListFile.Read(path, bytes));
        problems.AddRange([.. found.All, .. file?.Problems ?? []]);
        return file?.Words ?? WordList.Empty;
    }

    Pillar? ReadPillar(string path)
    {
        var found = new ProblemList(path);
        var (dependencies, written) = (new Dictionary<string, string>(), new List<WrittenLink>());
        var bytes = folder.Read(path);
        AddToFingerprint(path);
        AddToFingerprint(bytes);
        if (path.Split('/')[0] == ContentFolder.GeneralFolder)
            found.Error(
                1,
                "general-pillar",
                $"“{ContentFolder.GeneralFolder}”不是机关，不能有 {ContentFolder.PillarFile}。请删去这个文件。"
            );
        else if (bytes is null)
        {
            var (code, message) = PathFault.Of(folder.KindOf(path));
            found.Error(1, code, message);
        }
        var resolver = new FolderLinkResolver(folder, site, inspections);
        var read =
            bytes is null || found.HasErrors
                ? null
                : UnforeseenFault.Guard(found, () =>
                    PillarFile.Read(path, bytes, resolver, site, screening!, found, dependencies, written)
                );
        links.AddRange(written.Select(link => new ExternalLink(path, link.At, link.Url)));
        foreach (var (file, stamp) in dependencies)
            AddToFingerprint(file + stamp);
        problems.AddRange(found.All);
        if (found.HasErrors && LastPillar(path.Split('/')[0]) is { } last)
        {
            standing.Add(path);
            return last;
        }
        if (read is not var (reading, pillar))
            return null;
        versions[path] = RecordedVersion.Of(bytes!, reading);
        return pillar;
    }

    Pillar? LastPillar(string folder) => lastPillars?.FirstOrDefault(pillar => pillar.Folder == folder);

    void RemoveDuplicates(List<Pillar> pillars)
    {
        foreach (var duplicate in PillarConflict.Losers(pillars, LastPillar))
        {
            pillars.Remove(duplicate);
            versions.Remove(ContentFolder.PillarFileOf(duplicate.Folder));
            problems.Add(PillarConflict.Of(duplicate, ContentFolder.PillarFileOf(duplicate.Folder)));
        }
    }

    void AddToFingerprint(string text) => AddToFingerprint(Encoding.UTF8.GetBytes(text));

    void AddToFingerprint(byte[]? bytes)
    {
        filesFingerprint.AppendData(BitConverter.GetBytes(bytes?.Length ?? -1));
        filesFingerprint.AppendData(bytes ?? []);
    }
}
