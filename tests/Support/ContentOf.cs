using System.Text;

namespace WorkReports.Tests.Support;

/// <summary>A content folder of a test's own, with a sound site.yml and two pillars until the test changes them.</summary>
public sealed class ContentOf : IDisposable
{
    public const string SiteYml = """
        name: 试验站
        domain: www.example.cn
        description: 试验用的站点。
        units:
          - slug: first
            name: 第一试验单位
            short: 第一单位
            address: 试验路1号
            phone: 000-00000001
            hours: 工作日9:00—17:00
            icp: 苏ICP备00000001号
            police: 苏公网安备 32000000000001号
            notices: [本网站支持IPv6访问, 推荐使用1024×768分辨率]
            default: true
          - slug: second
            name: 第二试验单位
            short: 第二单位
        """;

    /// <summary>The file of a pillar.</summary>
    public const string Introduction = "---\ntitle: 书香机关\nslug: shuxiang\norder: 2\nseal: 书\n---\n";

    ContentOf(string folder) => Folder = folder;

    public string Folder { get; }

    public static ContentOf Nothing() => new(Directory.CreateTempSubdirectory("workreports-").FullName);

    /// <summary>A copy of a folder, for a test that only reads it.</summary>
    public static ContentOf Copy(string folder)
    {
        var content = Nothing();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            content.With(System.IO.Path.GetRelativePath(folder, file), File.ReadAllBytes(file));
        return content;
    }

    public static ContentOf Pillars() =>
        Nothing()
            .With("site.yml", SiteYml)
            .With(
                "政治机关/_index.md",
                "---\ntitle: 政治机关\nslug: zhengzhi\norder: 1\nseal: 政\nmotto: 学在前，干在前\n---\n政治机关的介绍。\n"
            )
            .With("书香机关/_index.md", Introduction);

    /// <summary>The pillars and one report with this head and body.</summary>
    public static ContentOf Report(string text, string path = "政治机关/2021-08-31-试验.md") =>
        Pillars().With(path, text);

    public ContentOf With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public ContentOf With(string path, byte[] bytes)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return this;
    }

    /// <summary>A symbolic link; where it leads to is as the target is written.</summary>
    public ContentOf WithLink(string path, string target)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.CreateSymbolicLink(full, target);
        return this;
    }

    /// <summary>A pipe that nobody writes to: whoever opens it waits.</summary>
    public ContentOf WithPipe(string path)
    {
        using var made = System.Diagnostics.Process.Start("mkfifo", Path.Combine(Folder, path));
        made.WaitForExit();
        return this;
    }

    public ContentOf Without(string path)
    {
        File.Delete(Path.Combine(Folder, path));
        return this;
    }

    public ContentOf Moved(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, to))!);
        File.Move(Path.Combine(Folder, from), Path.Combine(Folder, to));
        return this;
    }

    public void Dispose()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }
}
