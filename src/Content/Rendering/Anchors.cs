using AngleSharp.Dom;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Rendering;

/// <summary>The places of a page that a link can lead to.</summary>
static class Anchors
{
    public static IReadOnlySet<string> Of(IElement body) =>
        body.QuerySelectorAll("[id]").Select(element => element.Id!).ToHashSet();

    /// <param name="isTitled">True when the title is written elsewhere.</param>
    public static IReadOnlySet<string> Of(string markdown, bool isTitled)
    {
        try
        {
            using var page = MarkdownRenderer.Page(markdown);
            new Outline(isTitled, _ => null).AddAnchors(page.Body!);
            return Of(page.Body!);
        }
        catch (ArgumentException)
        {
            // Nested beyond Markdig's limit: its own file is told.
            return new HashSet<string>();
        }
    }

    /// <summary>What to tell of a fragment that names no place of the page; null for one that does.</summary>
    public static (string Code, string Message)? Fault(string fragment, Func<IReadOnlySet<string>> anchors)
    {
        var start = fragment.IndexOf('#');
        var written = start < 0 ? "" : Uri.UnescapeDataString(fragment[(start + 1)..]);
        // The page's own places are no part of the body, and every browser knows the top.
        if (written is "" or "top" || written.StartsWith("page-", StringComparison.Ordinal))
            return null;
        var there = anchors();
        if (there.Contains(written))
            return null;
        var meant = there.Contains(Outline.AnchorOf(written)) ? Outline.AnchorOf(written) : ClosestWord.Of(written, there);
        return (
            "section-missing",
            $"页面上没有“#{written}”这一节。{ClosestWord.Question(meant is null ? null : "#" + meant)}井号后面写标题里的字和数字，标点换成连字符。"
        );
    }
}
