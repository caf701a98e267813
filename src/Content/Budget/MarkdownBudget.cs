using WorkReports.Content.Problems;

namespace WorkReports.Content.Budget;

/// <summary>
/// Refuses Markdown that parser and sanitizer would need too long or too much memory for. It is counted before they see it, so that
/// the answer is the same on every machine. What a report needs is far below: a hundred pages, a table of 60 columns and 2,000 rows.
/// </summary>
static class MarkdownBudget
{
    const long CellLimit = 150_000;

    /// <summary>Each takes about ten microseconds and three kilobytes until it stands on the page.</summary>
    const long ElementLimit = 160_000;

    /// <summary>About a fifth of a second.</summary>
    const long LookBackLimit = 15_000_000;
    const long LookAheadLimit = 30_000_000;

    /// <summary>What may stand in one file, and what to call it.</summary>
    static readonly (string What, Func<MarkdownCounts, long> Count, long Limit)[] Bounds =
    [
        ("个字符", counts => counts.Characters, 2_000_000),
        ("行", counts => counts.Lines, 50_000),
        ("段", counts => counts.Paragraphs.Count, 20_000),
        ("个标题", counts => counts.Headings, 5_000),
        ("个列表项", counts => counts.Items, 20_000),
        ("处链接定义或脚注", counts => counts.Definitions, 3_000),
        ("个方括号", counts => counts.Total(paragraph => paragraph.Brackets), 20_000),
        ("个网址", counts => counts.Total(paragraph => paragraph.Addresses), 10_000),
        ("处星号、下划线或波浪线", counts => counts.Total(paragraph => paragraph.Emphasis), 50_000),
        ("处反引号", counts => counts.Total(paragraph => paragraph.Backticks), 20_000),
        ("个尖括号", counts => counts.Total(paragraph => paragraph.Tags), 9_500),
        ("个反斜杠或“&”", counts => counts.Total(paragraph => paragraph.Escapes), 50_000),
        ("处段落、表格的格、列表项、链接和加粗", counts => counts.Elements, ElementLimit),
    ];

    /// <summary>False, with each bound and the count beyond it in the list, for what must not be parsed.</summary>
    public static bool Allows(SourceText source, ProblemList problems)
    {
        var counts = MarkdownCounts.Of(source.Text);
        var isWithin = AllowsTables(counts, source, problems);
        foreach (var (what, count, limit) in Bounds)
        {
            if (count(counts) <= limit)
                continue;
            isWithin = false;
            problems.Error(
                source.FirstLine,
                "report-large",
                $"正文有 {count(counts)} {what}，最多 {limit}。请分成几篇，或者把一部分做成附件。"
            );
        }
        return AllowsParagraphs(counts, source, problems) && isWithin;
    }

    static bool AllowsTables(MarkdownCounts counts, SourceText source, ProblemList problems)
    {
        var cells = counts.Total(paragraph => paragraph.AllCells);
        if (cells <= CellLimit)
            return true;
        problems.Error(
            source.At(counts.Paragraphs.MaxBy(paragraph => paragraph.AllCells).Start, 0),
            "table-large",
            $"全文的表格有 {cells} 格（每一行都按最宽的一行算，合并的按占的格数算），最多 {CellLimit} 格；最大的从这里开始。请拆成几篇，或者做成附件。"
        );
        return false;
    }

    static bool AllowsParagraphs(MarkdownCounts counts, SourceText source, ProblemList problems)
    {
        var back = counts.Total(paragraph => paragraph.LookBackSteps);
        if (back > LookBackLimit)
        {
            var most = counts.Paragraphs.MaxBy(paragraph => paragraph.LookBackSteps);
            problems.Error(
                source.At(most.Start, 0),
                "paragraph-large",
                $"从这里开始的一段或一个表格有 {most.Lines} 行、{most.LooseBrackets} 个没有写成链接的方括号、{most.Addresses} 个网址、{most.Emphasis} 处星号或下划线、{most.Alignments} 处“:|”，排版要 {back} 步，最多 {LookBackLimit} 步。请用空行分成几段，表格拆成几个。"
            );
        }
        var ahead = counts.Total(paragraph => paragraph.LookAheadSteps);
        if (ahead > LookAheadLimit)
        {
            var most = counts.Paragraphs.MaxBy(paragraph => paragraph.LookAheadSteps);
            problems.Error(
                source.At(most.Start, 0),
                "paragraph-large",
                $"从这里开始的一段有 {most.Characters} 个字符、{most.Declarations} 处“<!”或“<?”，还有反引号，排版要 {ahead} 步，最多 {LookAheadLimit} 步。请删去粘贴进来的 HTML，用空行分成几段。"
            );
        }
        return back <= LookBackLimit && ahead <= LookAheadLimit;
    }
}
