using System.Reflection;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Budget;

/// <summary>
/// Reads <c>site.yml</c>, the word list and a pillar's file with the counted program, as it is done with each edition, and holds a
/// text against the words.
/// </summary>
public sealed class CountedSite : IDisposable
{
    public const string Words = "词表.txt";
    public const string Pillar = "书香机关/_index.md";
    public const string Site = "site.yml";

    readonly ContentOf content = ContentOf
        .Pillars()
        .With(Site, $"words: {Words}\n{ContentOf.SiteYml}")
        .With(Words, "登陆 → 登录\n");
    readonly CountedWork program = new();
    readonly object folder;

    public CountedSite()
    {
        folder = program.Make("Content.Files.ContentFolder", content.Folder);
        for (var time = 0; time < 3; time++)
            Measure(Words, "登陆 → 登录\n");
    }

    /// <param name="path">The file that says the text; the others are as they were.</param>
    public Work Measure(string path, string text)
    {
        content.With(path, text);
        return CountedWork.Measure(text.Length, () =>
        {
            var reader = program.Make("Content.Reports.SiteContextReader", folder);
            var context = reader.GetType().GetMethod("Read", [])!.Invoke(reader, null)!;
            Screen(context, text);
            return CountedWork.CodesOf(context);
        });
    }

    public void Dispose() => content.Dispose();

    void Screen(object context, string text)
    {
        object? Of(string property) => context.GetType().GetProperty(property)!.GetValue(context);
        var screening = program.Make("Content.Screening.TextScreening", Of("Site"), Of("Words"));
        var problems = program.Make("Content.Problems.ProblemList", "甲.md");
        screening
            .GetType()
            .GetMethod("Screen", BindingFlags.Instance | BindingFlags.Public)!
            .Invoke(screening, [text, new HashSet<int>(), problems, 0, null]);
    }
}
