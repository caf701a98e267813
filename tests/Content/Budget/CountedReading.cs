using System.Text;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Budget;

/// <summary>Reads reports with the counted program: decoding, head, Markdown, sanitizer, screening, as publishing does.</summary>
public sealed class CountedReading : IDisposable
{
    const string Path = "政治机关/2021-08-31-试验.md";

    /// <summary>Another report, of many sections, that the inputs may link.</summary>
    public const string Other = "乙.md";

    readonly ContentOf content = ContentOf
        .Pillars()
        .With(
            "政治机关/" + Other,
            "# 乙\n\n"
                + string.Concat(
                    Enumerable.Range(0, 4_000).Select(number => $"## 第{number}节{new string('节', 30)}\n\n")
                )
        );
    readonly Func<string, byte[], object> parse;

    public CountedReading()
    {
        var program = new CountedWork();
        var folder = program.Make("Content.Files.ContentFolder", content.Folder);
        var contextReader = program.Make("Content.Reports.SiteContextReader", folder);
        var context = contextReader.GetType().GetMethod("Read", [])!.Invoke(contextReader, null);
        var links = program.Make("Content.Rendering.FolderLinkResolver", folder);
        var parser = program.Make("Content.Reports.ReportParser", context, links, folder);
        parse = parser.GetType().GetMethod("Parse")!.CreateDelegate<Func<string, byte[], object>>(parser);
        // What is set up once is no work of the first input.
        for (var time = 0; time < 3; time++)
            Measure(
                $"---\n标题: 甲\n---\n## 甲\n\n[a](b) [a]({Other}#c) **c** <b>d</b>[^1]\n\n|a|\n|-|\n|b|\n\n- c\n\n[^1]: e\n"
            );
    }

    public Work Measure(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return CountedWork.Measure(text.Length, () => CountedWork.CodesOf(parse(Path, bytes)));
    }

    public void Dispose() => content.Dispose();
}
