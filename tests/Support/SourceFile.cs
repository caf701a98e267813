using System.Text.RegularExpressions;

namespace WorkReports.Tests.Support;

/// <summary>A file of the program's C#.</summary>
/// <param name="Path">Below <c>src</c>, with slashes.</param>
public sealed partial record SourceFile(string Path, string Text)
{
    const int Columns = 120;

    static readonly string Source = Repository.Path("src");

    public static readonly IReadOnlyList<SourceFile> All =
    [
        .. Directory
            .EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Source, file).Replace('\\', '/'))
            .Where(path =>
                !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, Repository.Read("src", path))),
    ];

    public static SourceFile Find(string path) => All.Single(file => file.Path == path);

    /// <summary>The folder it lies in: the name of its room.</summary>
    public string Room =>
        // The one file beside the nouns that hands over to a room.
        Path == "Program.cs"
            ? "Commands"
        : Path.Contains('/') ? Path[..Path.LastIndexOf('/')]
        : "";

    /// <summary>A page's model belongs to its view: the two are one address, and the listing of addresses may be as long as there are some.</summary>
    public bool CountsInItsRoom => !Path.EndsWith(".cshtml.cs", StringComparison.Ordinal);

    public string[] Lines => Text.TrimEnd('\n').Split('\n');

    /// <summary>Lines of more than 120 columns. Sentences for people may be longer: comments, and what stands between quotation marks.</summary>
    public IEnumerable<string> WideLines =>
        Lines
            .Where(line => line.Length > Columns && !Comment().IsMatch(line))
            .Where(line => WithoutLiterals(line).Length > Columns);

    /// <summary>The code without what is said in it: no comments, no contents of literals.</summary>
    public string Code => WithoutLiterals(Comment().Replace(Text, ""));

    /// <summary>The namespaces and types that its <c>using</c> lines name.</summary>
    public IEnumerable<string> Usings => Using().Matches(Text).Select(match => match.Groups[1].Value);

    static string WithoutLiterals(string code) => Literal().Replace(RawLiteral().Replace(code, "\"\""), "\"\"");

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("\"\"\"[\\s\\S]*?\"\"\"")]
    private static partial Regex RawLiteral();

    [GeneratedRegex("\"(?:[^\"\\\\\\n]|\\\\.)*\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^\s*using\s+(?:static\s+)?(?:\w+\s*=\s*)?([\w.]+)\s*;\s*$", RegexOptions.Multiline)]
    private static partial Regex Using();
}
