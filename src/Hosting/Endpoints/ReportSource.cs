using System.Text;
using WorkReports.Content.Recording;
using WorkReports.Index;

namespace WorkReports.Hosting.Endpoints;

/// <summary><c>/reports/{slug}.md</c>: the Markdown that a report was made of, as its editor wrote it.</summary>
static class ReportSource
{
    public static IResult Answer(string slug, Library library, PublishedSource source) =>
        library.SourceOf(slug) is var (path, hash) && source.Text(path, hash) is { } markdown
            ? Results.Text(markdown, "text/markdown", Encoding.UTF8)
            : Results.NotFound();
}
