using System.Globalization;
using DocumentFormat.OpenXml;
using WorkReports.Import.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>Turns a table into a plain grid: Markdown has no merged cells, and no paragraphs in a cell.</summary>
static class TableReader
{
    const int ColumnLimit = 60;

    /// <param name="read">Reads the blocks of a cell.</param>
    public static IEnumerable<Block> Read(
        W.Table table,
        Func<IEnumerable<OpenXmlElement>, IReadOnlyList<Block>> read,
        ImportNotes importNotes
    )
    {
        var rows = Unwrap<W.TableRow>(table)
            .Where(row => row.TableRowProperties?.GetFirstChild<W.Deleted>() is null)
            .Select(row => Unwrap<W.TableCell>(row).Select(cell => new Cell(cell, read(cell))).ToList())
            .Where(row => row.Count > 0)
            .ToList();
        if (rows is [[var only]])
            return only.Blocks;

        var columns = Math.Min(rows.Select(row => row.Sum(cell => cell.Span)).DefaultIfEmpty().Max(), ColumnLimit);
        var titleBlocks = new List<Block>();
        // A first row of one cell is the table's title.
        var titles = columns > 1 ? rows.SkipLast(1).TakeWhile(row => row.Count == 1).ToList() : [];
        titleBlocks.AddRange(titles.SelectMany(row => row[0].Blocks));
        rows.RemoveRange(0, titles.Count);
        if (rows.Exists(row => row.Exists(cell => cell.Span > 1 || cell.IsMergeContinuation)))
            importNotes.AddChange("合并的单元格已拆开，空出来的格子请核对");
        var grid = rows.Select(row => GridRow(row, columns, importNotes))
            .Where(row => row.Any(cell => cell.Count > 0))
            .ToList();
        return grid.Count == 0 ? titleBlocks : [.. titleBlocks, new Table(grid)];
    }

    /// <summary>Rows or cells, be they direct children or wrapped in content controls and custom XML.</summary>
    static IEnumerable<T> Unwrap<T>(OpenXmlElement element)
        where T : OpenXmlElement =>
        element.ChildElements.SelectMany(child =>
            child switch
            {
                T found => [found],
                W.SdtRow
                or W.SdtCell
                or W.SdtContentRow
                or W.SdtContentCell
                or W.CustomXmlRow
                or W.CustomXmlCell
                or W.InsertedRun => Unwrap<T>(child),
                _ => [],
            }
        );

    static List<IReadOnlyList<Inline>> GridRow(List<Cell> row, int columns, ImportNotes importNotes)
    {
        var cells = new List<IReadOnlyList<Inline>>();
        foreach (var cell in row)
        {
            cells.Add(cell.IsMergeContinuation ? [] : FlattenCell(cell.Blocks, importNotes));
            for (var i = 1; i < cell.Span; i++)
                cells.Add([]);
        }
        while (cells.Count < columns)
            cells.Add([]);
        if (cells.Skip(columns).Any(cell => cell.Count > 0))
            importNotes.AddLoss($"表格第 {ColumnLimit} 列以后的内容");
        return cells[..columns];
    }

    static IReadOnlyList<Inline> FlattenCell(IEnumerable<Block> blocks, ImportNotes importNotes)
    {
        var lines = new List<Inline>();
        foreach (var block in blocks)
        {
            if (lines.Count > 0)
                lines.Add(new LineBreak());
            if (block is Paragraph paragraph)
            {
                if (paragraph.Marker is { } marker)
                    lines.Add(new TextRun(marker.IsBullet ? "· " : marker.Text));
                lines.AddRange(paragraph.Inlines);
            }
            else if (block is Table inner)
            {
                importNotes.AddChange("表格里的表格变成了文字");
                lines.Add(
                    new TextRun(
                        string.Join("；", inner.Rows.Select(row => string.Join(" ", row.Select(Inline.TextOf))))
                    )
                );
            }
        }
        return Inline.Trim(lines);
    }

    sealed record Cell(W.TableCell Element, IReadOnlyList<Block> Blocks)
    {
        public int Span { get; } =
            int.TryParse(
                Element.TableCellProperties?.GridSpan?.Val?.InnerText,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var span
            )
                ? Math.Clamp(span, 1, ColumnLimit)
                : 1;

        /// <summary>True for a cell that is merged into the one above, or to the left.</summary>
        public bool IsMergeContinuation =>
            Element.TableCellProperties?.VerticalMerge is { } vertical && vertical.Val?.InnerText is null or "continue"
            || Element.TableCellProperties?.HorizontalMerge is { } horizontal
                && horizontal.Val?.InnerText is null or "continue";
    }
}
