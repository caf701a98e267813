using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Syntax.Inlines;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Linting;

/// <summary>Lines of a paragraph that were meant to be a heading, a list or a table.</summary>
sealed partial class ParagraphLint(SourceText source, ProblemList problems)
{
    /// <param name="At">An offset in the source.</param>
    /// <param name="StartsVisibleLine">True when a reader sees it begin a line.</param>
    readonly record struct Line(int At, string Text, bool StartsVisibleLine);

    public void Check(ContainerInline inlines)
    {
        var lines = LinesOf(inlines);
        foreach (var line in lines)
            CheckHeading(line);
        CheckList(lines);
        CheckTable(lines);
    }

    List<Line> LinesOf(ContainerInline inlines)
    {
        var lines = new List<Line>();
        // The line of a cell goes on with those beside it.
        var limit =
            inlines.ParentBlock?.Parent is TableCell && inlines.LastChild is { } last
                ? Math.Clamp(last.Span.End + 1, 0, source.Text.Length)
                : source.Text.Length;
        Add(inlines.FirstChild, isApart: true);
        foreach (var end in inlines.OfType<LineBreakInline>())
            Add(end.NextSibling, end.IsHard);
        return lines;

        void Add(Inline? first, bool isApart)
        {
            if (
                first is not LiteralInline { IsFirstCharacterEscaped: false }
                || source.Slice(first).IsEmpty
                || first.Span.Start >= limit
            )
                return;
            var at = first.Span.Start;
            var rest = source.Text.AsSpan(at, limit - at);
            var text = (rest.IndexOf('\n') is >= 0 and var end ? rest[..end] : rest).ToString();
            var indent = text.Length - text.TrimStart('\u3000', ' ').Length;
            lines.Add(new Line(at + indent, text[indent..], isApart || text.StartsWith('\u3000')));
        }
    }

    void CheckHeading(Line line)
    {
        if (HeadingMark().Match(line.Text) is { Success: true } hash)
            problems.Warn(
                source.At(line.At, hash.Length),
                "heading-space",
                $"“{hash.Value}”后面没有空格，不算标题，会照原样显示。请写成“{hash.Value.Replace('＃', '#')} {Shortened(line.Text[hash.Length..])}”。"
            );
    }

    /// <summary>Only where the lines flow into one: items that are paragraphs of their own are read as they were meant.</summary>
    void CheckList(List<Line> lines)
    {
        var items = lines.Where(line => ListMark().IsMatch(line.Text)).ToList();
        if (items.Count < 2 || items.Skip(1).All(item => item.StartsVisibleLine))
            return;
        var mark = ListMark().Match(items[0].Text);
        var right =
            mark.Groups["number"].Success ? $"{mark.Groups["number"].Value}. "
            : mark.Groups["bullet"].Success ? "- "
            : null;
        problems.Warn(
            source.At(items[0].At, mark.Length),
            "list-mark",
            $"“{mark.Value}”这样开头的几行不算列表，会连成一段。{(right is null ? "" : $"请每行写成“{right}{Shortened(items[0].Text[mark.Length..])}”，列表的上面空一行；")}{(right is null ? "请" : "或者")}在每行之间空一行。"
        );
    }

    void CheckTable(List<Line> lines)
    {
        if (lines.Find(line => FullWidthRule().IsMatch(line.Text)) is { Text: not null } rule)
            problems.Warn(
                source.At(rule.At, rule.Text.Length),
                "table-wide",
                "表格的第二行用了全角符号，所以不成表格。请改成半角的竖线、减号和冒号，如 |---|---:|。"
            );
        else if (lines.FindAll(line => line.Text.AsSpan().Count('｜') > 1) is [var first, _, ..])
            problems.Warn(
                source.At(first.At, first.Text.Length),
                "table-wide",
                "表格里用了全角竖线“｜”，所以不成表格。请改成半角竖线“|”，第二行写 |---|---|。"
            );
        else if (lines.FindAll(line => IsRow(line.Text)) is [var head, _, ..])
            problems.Warn(
                source.At(head.At, head.Text.Length),
                "table-rule",
                $"这几行不成表格。表头的下一行要写分隔线，竖线个数和表头一致：{string.Concat(Enumerable.Repeat("|---", Math.Max(1, head.Text.AsSpan().Count('|') - 1)))}|。"
            );
    }

    static bool IsRow(string line) =>
        line.StartsWith('|') && line.TrimEnd().EndsWith('|') && line.AsSpan().Count('|') > 2;

    static string Shortened(string text) =>
        text.Trim() is { Length: > 12 } longer
            ? longer[..(char.IsHighSurrogate(longer[11]) ? 11 : 12)] + "……"
            : text.Trim();

    // One sign before a digit may be a number ("#5楼"), and a second sign on the line makes a topic ("#话题#").
    [GeneratedRegex(@"^(?:[#＃](?![\d#＃\s])(?=[^#＃]+$)|[#＃]{2,6}(?![#＃\s])(?=.)|＃{1,6}(?=[ \u3000]))")]
    private static partial Regex HeadingMark();

    [GeneratedRegex(
        @"^(?:(?<number>\d{1,2})(?:[、．]|[.)](?=[^\s\d]))|[（(](?<number>\d{1,2})[）)]|(?<number>\d{1,2})）|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、．]|[①-⑳]|(?<bullet>[·•●○◆◇■□▪▶➢✓✔※]|[-*+](?=\p{IsCJKUnifiedIdeographs})))\s*"
    )]
    private static partial Regex ListMark();

    [GeneratedRegex(@"^(?=[|｜:：\-－—\s]+$)(?=.*[｜：－—])(?=.*[|｜]).*[-－—]{2}")]
    private static partial Regex FullWidthRule();
}
