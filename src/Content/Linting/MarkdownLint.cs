using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WorkReports.Content.Coverage;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Linting;

/// <summary>Finds what Markdown understands otherwise than its editor meant it. Reads the parsed tree, so code is left alone.</summary>
sealed class MarkdownLint(SourceText source, ProblemList problems)
{
    /// <summary>What does not stand on the page, as the editor is told.</summary>
    public TextRanges Told { get; private set; } = new();

    /// <param name="parts">All of the document's.</param>
    public void Check(MarkdownDocument document, IReadOnlyList<MarkdownObject> parts)
    {
        CheckHeadings(document);
        foreach (var part in parts)
        {
            switch (part)
            {
                case ParagraphBlock { Inline: { } inlines }:
                    CheckParagraph(inlines);
                    break;
                case HeadingBlock { Inline: { } inlines }:
                    CheckUnpairedEmphasis(inlines);
                    break;
                case Table table:
                    CheckTable(table);
                    break;
                case CodeBlock code and not FencedCodeBlock:
                    CheckIndentedCode(code);
                    break;
                case LinkInline { IsImage: true } picture:
                    CheckAltText(picture);
                    break;
                case EmphasisInline emphasis:
                    CheckMaskingAsterisks(emphasis);
                    break;
            }
        }
        var syntax = new SyntaxLint(source, problems);
        syntax.Check(document, parts);
        Told = syntax.Told;
        PasteArtifacts.Check(parts, source, problems);
        BidiEntities.Check(parts, source, problems);
    }

    void CheckHeadings(MarkdownDocument document)
    {
        var blocks = document.Where(block => block is not LinkReferenceDefinitionGroup and not FootnoteGroup).ToList();
        var level = 1;
        for (var at = 0; at < blocks.Count; at++)
        {
            if (blocks[at] is not HeadingBlock heading)
                continue;
            if (heading.IsSetext && source.Slice(heading).TrimEnd("-= \t").TrimEnd('\n') is [.., '。' or '；' or '，'])
                problems.Warn(
                    source.At(heading),
                    "heading-underline",
                    "这一段紧接着一行“---”，成了标题。要画分隔线，请在“---”的上面空一行。"
                );
            else if (heading.Level > level + 1)
                problems.Warn(
                    source.At(heading),
                    "heading-skip",
                    $"标题跳了级：上一级是{HeadingMark(level)}，这里写了{HeadingMark(heading.Level)}。请改成“{new string('#', level + 1)} ”开头。"
                );
            level = heading.Level;
            var isTitle = at == 0 && level == 1;
            if (!isTitle && (at + 1 == blocks.Count || (blocks[at + 1] is HeadingBlock next && next.Level <= level)))
                problems.Warn(source.At(heading), "section-empty", "这个标题下面没有内容。请补上正文，或者删去标题。");
        }
    }

    static string HeadingMark(int level) => level == 1 ? "总标题" : $"“{new string('#', level)}”";

    void CheckParagraph(ContainerInline inlines)
    {
        new ParagraphLint(source, problems).Check(inlines);
        CheckUnpairedEmphasis(inlines);
    }

    /// <summary>Once a paragraph: a second one is mostly the other half of the first.</summary>
    void CheckUnpairedEmphasis(ContainerInline inlines)
    {
        foreach (var literal in inlines.OfType<LiteralInline>())
        {
            if (
                literal.IsFirstCharacterEscaped
                || source.Slice(literal) is not ("**" or "***")
                || IsMask(literal.Span.Start, literal.Span.Length)
                || source.Text.AsSpan(Math.Max(0, literal.Span.Start - 1)) is ['“' or '（', '*', '*', '”' or '）', ..]
            )
                continue;
            problems.Warn(
                source.At(literal),
                "emphasis-open",
                @"这里的“**”没有配成对，会照原样显示。加粗要前后各写两个星号，星号紧挨着里面的字，如 **36场**；要显示星号本身，写成 \*\*。"
            );
            return;
        }
    }

    /// <summary>Two masked numbers or names in a paragraph: their asterisks pair off, vanish, and embolden what is between them.</summary>
    void CheckMaskingAsterisks(EmphasisInline emphasis)
    {
        if (emphasis.DelimiterChar != '*' || emphasis.Parent is EmphasisInline)
            return;
        var written = source.Slice(emphasis);
        var stars = written.Length - written.TrimStart('*').Length;
        if (IsMask(emphasis.Span.Start, stars) || IsBetweenNames(emphasis.Span.Start, written.Trim('*')))
            problems.Warn(
                source.At(emphasis.Span.Start, stars),
                "emphasis-mask",
                @"这里的星号两两配对，成了加粗或斜体，读者看不到星号。用来遮盖号码、姓名的星号，每个前面加反斜杠：138\*\*\*\*1234、张\*。"
            );
    }

    /// <summary>张*、李*: what is between the asterisks begins with a mark, or ends with a mark and a surname, and a name stands before.</summary>
    bool IsBetweenNames(int start, ReadOnlySpan<char> inner) =>
        start > 0
        && char.IsLetter(source.Text[start - 1])
        && (
            inner is ['、' or '，' or '。' or '；' or '）', ..]
            || inner is [.., '、' or '，' or '；' or '和' or '及' or '与', _]
        );

    /// <summary>Asterisks between digits.</summary>
    bool IsMask(int start, int length) =>
        start > 0
        && start + length < source.Text.Length
        && char.IsDigit(source.Text[start - 1])
        && char.IsLetterOrDigit(source.Text[start + length])
        && source.Text[start + length] < 'z';

    void CheckTable(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            if (source.Slice(row).IndexOf('｜') is >= 0 and var at)
                problems.Warn(
                    source.At(row.Span.Start + at, 1),
                    "table-wide",
                    "表格里用了全角竖线“｜”，它不分格。请改成半角竖线“|”。"
                );
        }
        if (table.OfType<TableRow>().FirstOrDefault() is not { } head)
            return;
        var columns = CellCount(head);
        if (
            table
                .OfType<TableRow>()
                .FirstOrDefault(row => !source.LineAt(row.Span.Start).Contains('`') && CellCount(row) > columns) is
            { } longer
        )
            problems.Warn(
                source.At(longer),
                "table-columns",
                $"这一行有 {CellCount(longer)} 格，表头只有 {columns} 格。请使每行的竖线个数一致；格子里要写竖线，写成“\\|”。"
            );
    }

    /// <summary>Cells as they are written: Markdig adds some to even the rows, and those stand nowhere, as empty ones do.</summary>
    int CellCount(TableRow row)
    {
        var line = source.LineAt(row.Span.Start).Trim(" >\t");
        var bars = 0;
        for (var at = 1; at < line.Length - 1; at++)
        {
            if (line[at] == '|' && line[at - 1] != '\\')
                bars++;
        }
        return bars + 1;
    }

    void CheckIndentedCode(CodeBlock code)
    {
        if (source.Slice(code).ContainsAny("。；"))
            problems.Warn(
                source.At(code),
                "code-indent",
                "这一段行首空了四格以上，显示成了代码框。请删去行首的空格；段首要空两格，网站会自动空。"
            );
    }

    void CheckAltText(LinkInline picture)
    {
        if (picture.FirstChild is null or LiteralInline { Content.IsEmpty: true, NextSibling: null })
            problems.Warn(
                source.At(picture),
                "alt-missing",
                "图片没有说明，看不见图片的读者不知道上面有什么。请在方括号里写一句，如 ![读书会现场，二十多人围坐讨论](现场.jpg)。"
            );
    }
}
