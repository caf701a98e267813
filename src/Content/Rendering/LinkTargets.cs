using System.Collections.Concurrent;
using WorkReports.Content.Budget;
using WorkReports.Content.Files;
using WorkReports.Content.FrontMatter;
using WorkReports.Content.Problems;
using WorkReports.Content.Syntax;

namespace WorkReports.Content.Rendering;

/// <summary>What a link between files leads to: the address of the other file, and the sections of its page.</summary>
sealed class LinkTargets(ContentFolder folder)
{
    /// <summary>Later links get no suggestion: each is held against all sections of the other file, and a file may have thousands.</summary>
    const int SuggestionLimit = 100;

    readonly ConcurrentDictionary<string, string?> addresses = [];
    readonly ConcurrentDictionary<string, IReadOnlySet<string>?> anchors = [];

    int suggestions;

    /// <summary>The address of a report or pillar; null where there is none.</summary>
    public string? AddressOf(string path) => addresses.GetOrAdd(path, ReadAddress);

    /// <summary>What is wrong with a fragment that names no place of a file's page; null for one that does.</summary>
    public (string Code, string Message)? FragmentFault(string path, string fragment) =>
        FragmentFault(
            fragment,
            () => anchors.GetOrAdd(path, ReadAnchors),
            () => Interlocked.Increment(ref suggestions) <= SuggestionLimit
        );

    /// <param name="anchors">The places of the page, asked for only when the fragment names one; null where nobody can tell.</param>
    /// <param name="suggests">Whether to look for what was meant, asked only where that is needed; null for always.</param>
    public static (string Code, string Message)? FragmentFault(
        string fragment,
        Func<IReadOnlySet<string>?> anchors,
        Func<bool>? suggests = null
    )
    {
        var start = fragment.IndexOf('#');
        var written = start < 0 ? "" : Uri.UnescapeDataString(fragment[(start + 1)..]);
        // The page's own places are no part of the body, and every browser knows the top.
        if (written is "" or "top" || written.StartsWith("page-", StringComparison.Ordinal))
            return null;
        if (anchors() is not { } known || known.Contains(written))
            return null;
        var meant =
            known.Contains(Outline.AnchorOf(written)) ? Outline.AnchorOf(written)
            : suggests is null || suggests() ? ClosestWord.Of(written, known)
            : null;
        return (
            "section-missing",
            $"页面上没有“#{written}”这一节。{ClosestWord.Question(meant is null ? null : "#" + meant)}井号后面写标题里的字和数字，标点换成连字符。"
        );
    }

    /// <summary>From its head and name alone: the file may not have been parsed yet.</summary>
    string? ReadAddress(string path)
    {
        if (path == ContentFolder.EditorsGuide || folder.Read(path) is not { } bytes)
            return null;
        var ignored = new ProblemList(path);
        var written = TextDecoder.Decode(bytes, ignored) is { } text
            ? FrontMatterBlock.Read(text, ignored).Fields([ReportKeys.Slug], ignored)?.Text(ReportKeys.Slug)
            : null;
        if (written is not null && !ReportName.IsSlug(written))
            written = null;
        return ContentFolder.IsPillarFile(path)
            ? Address.Pillar(written ?? ReportName.Of(path.Split('/')[0]).Slug)
            : Address.Report(written ?? ReportName.Of(path).Slug);
    }

    IReadOnlySet<string>? ReadAnchors(string path)
    {
        // The other file's mistakes are reported with that file.
        var ignored = new ProblemList(path);
        if (folder.Read(path) is not { } bytes || TextDecoder.Decode(bytes, ignored) is not { } text)
            return new HashSet<string>();
        var matter = FrontMatterBlock.Read(text, ignored);
        var isTitled = matter.Fields([ReportKeys.Title], ignored)?.Has(ReportKeys.Title) == true;
        if (!MarkdownBudget.Allows(new SourceText(matter.Body, 0), ignored))
            return null;
        try
        {
            using var page = SanitizedHtml.Parse(MarkdownSyntax.ToHtml(MarkdownSyntax.Parse(matter.Body)));
            new Outline(isTitled, _ => null).AddAnchors(page.Body!);
            return Outline.AnchorsOf(page.Body!);
        }
        catch (ArgumentException)
        {
            // Nested beyond Markdig's limit.
            return null;
        }
    }
}
