using System.Reflection;
using System.Text;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Budget;

/// <summary>Reads reports with the counted program: decoding, head, Markdown, sanitizer, screening, as publishing does.</summary>
public sealed class CountedReading : IDisposable
{
    const string Path = "政治机关/2021-08-31-试验.md";
    const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    readonly ContentOf content = ContentOf.Pillars();
    readonly Func<string, byte[], object> parse;

    public CountedReading()
    {
        var program = new CountedWork().LoadFromAssemblyName(new AssemblyName("WorkReports"));
        // What is not given is optional, and null.
        object Make(string type, params object?[] arguments)
        {
            var constructor = program.GetType("WorkReports.Content." + type)!.GetConstructors(Any).Single();
            Array.Resize(ref arguments, constructor.GetParameters().Length);
            return constructor.Invoke(arguments);
        }

        var folder = Make("Files.ContentFolder", content.Folder);
        var contextReader = Make("Reports.SiteContextReader", folder);
        var context = contextReader.GetType().GetMethod("Read", [])!.Invoke(contextReader, null);
        var parser = Make("Reports.ReportParser", context, Make("Rendering.FolderLinkResolver", folder), folder);
        parse = parser.GetType().GetMethod("Parse")!.CreateDelegate<Func<string, byte[], object>>(parser);
        // What is set up once is no work of the first input.
        for (var time = 0; time < 3; time++)
            Measure("---\n标题: 甲\n---\n## 甲\n\n[a](b) **c** <b>d</b>[^1]\n\n|a|\n|-|\n|b|\n\n- c\n\n[^1]: e\n");
    }

    public Work Measure(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var (steps, allocated) = (StepCounter.Steps, GC.GetAllocatedBytesForCurrentThread());
        var parsed = parse(Path, bytes);
        return new Work(
            text.Length,
            StepCounter.Steps - steps,
            GC.GetAllocatedBytesForCurrentThread() - allocated,
            CodesOf(parsed).Any(code => code is "table-large" or "report-large" or "paragraph-large" or "yaml-long")
        );
    }

    public void Dispose() => content.Dispose();

    static IEnumerable<string> CodesOf(object parsed) =>
        ((System.Collections.IEnumerable)parsed.GetType().GetProperty("Problems")!.GetValue(parsed)!)
            .Cast<object>()
            .Select(problem => (string)problem.GetType().GetProperty("Code")!.GetValue(problem)!);
}
