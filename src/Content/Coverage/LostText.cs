using WorkReports.Content.Coverage.Page;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Coverage;

/// <summary>
/// Tells the editor what does not stand on the page. Always a warning: that a page lacks what was written is the program's fault, and
/// must not keep a sound file from readers.
/// </summary>
static class LostText
{
    const int QuotedLength = 20;

    /// <param name="told">What the editor is told of in other words.</param>
    /// <param name="html">The page, one part after the other.</param>
    public static void Warn(SourceText source, TextRanges told, ProblemList problems, params ReadOnlySpan<string> html)
    {
        foreach (var (start, end) in TextCoverage.Missing(source.Text, told, html))
        {
            var lost = source.Text.AsSpan(start, end - start);
            problems.Warn(
                source.At(start, end - start),
                "text-lost",
                $"“{Quoted(lost)}”没有出现在页面上，一共 {VisibleText.Count(lost)} 个字符。这里的写法多半被当成了别的意思，请对照预览换一种写法；写得没有错的，请告诉管理员。"
            );
        }
    }

    static string Quoted(ReadOnlySpan<char> lost)
    {
        var line = lost.IndexOf('\n') is >= 0 and var end ? lost[..end] : lost;
        var length = Math.Min(line.Length, QuotedLength);
        if (length < line.Length && char.IsHighSurrogate(line[length - 1]))
            length--;
        return line[..length].ToString() + (length < lost.Length ? "……" : "");
    }
}
