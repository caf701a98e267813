using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Rendering;

public sealed class MarkdownRendererTests
{
    /// <summary>Deep enough in lists and emphasis together, the parser still takes it, and the writer breaks off inside a list.</summary>
    [Fact]
    public void However_deep_a_file_is_nested_the_next_one_keeps_its_paragraphs()
    {
        var emphasis = string.Concat(Enumerable.Repeat("*a ", 100)) + string.Concat(Enumerable.Repeat("b* ", 100));
        for (var lists = 1; lists <= 60; lists++)
        {
            Reading.ProblemsOf(string.Concat(Enumerable.Repeat("- ", lists)) + emphasis);
            Assert.Equal("<p>正文。</p>", Reading.Report("# 甲\n\n正文。").Html);
        }
    }
}
