using System.Security.Cryptography;
using System.Text;

namespace WorkReports.Content;

/// <summary>Reads what all reports depend on: <c>site.yml</c> and each pillar's <c>_index.md</c>.</summary>
sealed class RegisterReader(ContentFolder folder)
{
    // A new program may read the same words differently.
    static readonly string Program = typeof(RegisterReader).Module.ModuleVersionId.ToString();

    /// <summary>True for the file that makes its folder a pillar.</summary>
    public static bool IsPillar(ContentFile file) =>
        Path.GetFileName(file.Path) == ContentFolder.PillarFile && file.Path.Count(letter => letter == '/') == 1;

    /// <param name="last">The profile that readers see now: it stays while the new one has errors.</param>
    public Register Read(IReadOnlyList<ContentFile> files, SiteProfile? last)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Program));
        var problems = new List<Problem>();
        var site = ReadSite(last, hash, problems);
        var pillars = files.Where(IsPillar).Select(file => ReadPillar(file.Path, hash, problems)).OfType<Pillar>().ToList();
        RefuseTwins(pillars, problems);
        return new Register(site, [.. pillars.OrderBy(pillar => pillar.Order)], problems, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    SiteProfile ReadSite(SiteProfile? last, IncrementalHash hash, List<Problem> told)
    {
        var problems = new ProblemList(ContentFolder.SiteFile);
        var bytes = folder.Read(ContentFolder.SiteFile);
        if (bytes is null) problems.Error(1, "site-missing", "内容文件夹里没有 site.yml。请按编辑指南写一份：网站名称、域名和发布单位。");
        hash.AppendData(bytes ?? []);
        var site = bytes is null ? new SiteProfile() : SiteFile.Read(bytes, problems);
        told.AddRange(problems.All);
        return problems.HasErrors && last is not null ? last : site;
    }

    Pillar? ReadPillar(string path, IncrementalHash hash, List<Problem> told)
    {
        var problems = new ProblemList(path);
        var bytes = folder.Read(path);
        hash.AppendData(Encoding.UTF8.GetBytes(path));
        hash.AppendData(bytes ?? []);
        if (path.StartsWith(ContentFolder.General + "/", StringComparison.Ordinal))
            problems.Error(1, "general-pillar", $"“{ContentFolder.General}”不是机关，不能有 {ContentFolder.PillarFile}。请删去这个文件。");
        var pillar = bytes is null || problems.HasErrors ? null : PillarFile.Read(path, bytes, new Markup(new Links(folder)), problems);
        told.AddRange(problems.All);
        return pillar;
    }

    static void RefuseTwins(List<Pillar> pillars, List<Problem> problems)
    {
        foreach (var twin in pillars.GroupBy(pillar => pillar.Slug).SelectMany(same => same.Skip(1)).ToList())
        {
            pillars.Remove(twin);
            problems.Add(new Problem($"{twin.Folder}/{ContentFolder.PillarFile}", 1, Severity.Error, "address-taken", $"网址“{twin.Slug}”已经被别的机关占用。请改成不同的。"));
        }
    }
}
