using System.Text;
using WorkReports.Index;

namespace WorkReports.Feeds;

/// <summary><c>/reports/{slug}.md</c>: the Markdown that a report was made of, as its editor wrote it.</summary>
static class ReportSource
{
    public static IResult Answer(string slug, Library library) =>
        library.Markdown(slug) is { } markdown
            ? Results.Text(markdown, "text/markdown", Encoding.UTF8)
            : Results.NotFound();
}
