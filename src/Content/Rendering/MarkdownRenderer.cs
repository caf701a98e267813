using Markdig.Syntax;
using WorkReports.Content.Budget;
using WorkReports.Content.Coverage;
using WorkReports.Content.Linting;
using WorkReports.Content.Problems;
using WorkReports.Content.Syntax;

namespace WorkReports.Content.Rendering;

/// <summary>The body of a file as a page prints it.</summary>
/// <param name="Html">Sanitized.</param>
/// <param name="Text">What a reader sees, a line for each block.</param>
/// <param name="Title">The heading that is the report's title; null when there is none.</param>
/// <param name="Files">Files of the content folder that it links or shows.</param>
/// <param name="Dependencies">Every file of the content folder that its links name, there or not, with its stamp.</param>
/// <param name="Pages">Addresses of the reports and pillars that it links, by the paths of their files.</param>
/// <param name="WrittenLinks">Links to addresses.</param>
sealed record RenderedBody(
    string Html,
    string Text,
    string? Title,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<string> Files,
    IReadOnlyDictionary<string, string> Dependencies,
    IReadOnlyDictionary<string, string> Pages,
    IReadOnlyList<WrittenLink> WrittenLinks
)
{
    /// <summary>True for what is too large or too deep to be set: nothing else is looked for in it.</summary>
    public bool IsRefused { get; init; }
}

/// <summary>Markdown to HTML: parsed, set for Chinese, and checked twice against what is hostile: links on the tree, tags in the HTML.</summary>
/// <param name="withLines">True where each block tells the line of the file that it begins in, for editors.</param>
/// <param name="isRecorded">True for a text that was published once: it is not judged again, and never refused.</param>
sealed class MarkdownRenderer(LinkResolver links, SiteProfile site, bool withLines = false, bool isRecorded = false)
{
    /// <summary>Markdig's own.</summary>
    const int DepthLimit = 128;

    /// <param name="path">The file, relative to the content folder.</param>
    /// <param name="offset">Lines of the file before the Markdown.</param>
    /// <param name="isTitled">True when the title is written elsewhere: then only a heading of level one can be another.</param>
    /// <param name="pillarNamedIn">The pillar that a second-level heading names; null where headings name none.</param>
    public RenderedBody Render(
        string markdown,
        string path,
        int offset,
        ProblemList problems,
        bool isTitled = true,
        Func<string, NamedPillar?>? pillarNamedIn = null
    )
    {
        var source = new SourceText(markdown, offset);
        var sanitizer = new LinkSanitizer(links, path, source, problems, site);
        var outline = new Outline(isTitled, pillarNamedIn ?? (_ => null));
        var written = ToHtml(source, problems, sanitizer);
        using var page = SanitizedHtml.Parse(written ?? "", withLines);
        var body = page.Body!;
        outline.AddAnchors(body);
        sanitizer.SanitizeHtml(body);
        sanitizer.CheckFragments(new(() => Outline.AnchorsOf(body)));
        HtmlFinisher.Finish(body, links.SizeOf);
        var html = HtmlWriter.Of(body);
        if (!isRecorded && written is not null)
            LostText.Warn(source, sanitizer.Told, problems, outline.TakenHtml, html);
        return new RenderedBody(
            html,
            PlainText.Of(body),
            outline.Title,
            outline.Sections,
            [.. sanitizer.Files],
            sanitizer.Dependencies,
            sanitizer.Pages,
            sanitizer.WrittenLinks
        )
        {
            IsRefused = written is null,
        };
    }

    /// <summary>Null, with an error in the list, for what cannot be set.</summary>
    string? ToHtml(SourceText source, ProblemList problems, LinkSanitizer sanitizer)
    {
        if (!isRecorded && !MarkdownBudget.Allows(source, problems))
            return null;
        try
        {
            var document = MarkdownSyntax.Parse(source.Text);
            var parts = document.Descendants().ToList();
            if (!isRecorded)
                Lint(document, parts, source, problems, sanitizer.Told);
            ChineseTypography.Apply(parts);
            sanitizer.Sanitize(parts);
            if (withLines)
                ChineseTypography.AddLineNumbers(document, source);
            var html = MarkdownSyntax.ToHtml(document);
            if (isRecorded || sanitizer.FirstHtml is not { } at || !NestingCost.IsExcessive(html))
                return html;
            problems.Error(
                at,
                "nesting",
                $"HTML 标签嵌套得太深，或者有许多标签没有结束：一个标签外面平均最多 {NestingCost.AllowedDepth} 层。请删去粘贴进来的 HTML。"
            );
            return null;
        }
        catch (ArgumentException)
        {
            // Markdig throws this, and nothing more exact, for nesting beyond its own limit.
            problems.Error(
                source.FirstLine,
                "nesting",
                $"列表、引用或括号嵌套得太深（最多 {DepthLimit} 层），无法排版。请减少层次，或者把很长的一段分成几段。"
            );
            return isRecorded ? MarkdownSyntax.ToPlainHtml(source.Text) : null;
        }
    }

    static void Lint(
        MarkdownDocument document,
        IReadOnlyList<MarkdownObject> parts,
        SourceText source,
        ProblemList problems,
        TextRanges told
    )
    {
        var lint = new MarkdownLint(source, problems);
        lint.Check(document, parts);
        foreach (var (start, end) in lint.Told)
            told.Add(start, end);
    }
}
