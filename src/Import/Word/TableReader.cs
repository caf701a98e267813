using System.Globalization;
using DocumentFormat.OpenXml;
using WorkReports.Import.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>Turns a table into a grid, whose cells hold no paragraphs but lines.</summary>
static class TableReader
{
    const int ColumnLimit = 60;

    /// <param name="read">Reads the blocks of a cell.</param>
    public static IEnumerable<Block> Read(
        W.Table table,
        Func<IEnumerable<OpenXmlElement>, IReadOnlyList<Block>> read,
        WordContext context
    )
    {
        var rows = Unwrap<W.TableRow>(table)
            .Where(row => row.TableRowProperties?.GetFirstChild<W.Deleted>() is null)
            .Select(row => ReadRow(row, read))
            .Where(row => row.Cells.Count > 0)
            .ToList();
        if (rows is [{ Cells: [var only] }])
            return only.Blocks;

        var columns = rows.Select(row => row.Cells[^1].End).DefaultIfEmpty().Max();
        var titleBlocks = new List<Block>();
        // A first row of one cell is the table's title.
        var titles = columns > 1 ? rows.SkipLast(1).TakeWhile(row => row.Cells is [{ Column: 0 }]).ToList() : [];
        titleBlocks.AddRange(titles.SelectMany(row => row.Cells[0].Blocks));
        rows.RemoveRange(0, titles.Count);
        var grid = rows.Select(row => (row.IsRepeated, Cells: GridRow(row.Cells, context.ImportNotes)))
            .Where(row => row.Cells.Any(cell => cell.Inlines.Count > 0))
            .ToList();
        if (grid.Count == 0)
            return titleBlocks;
        var repeated = grid.TakeWhile(row => row.IsRepeated).Count();
        return [.. titleBlocks, context.WithinCellBudget(TableGrid.Of([.. grid.Select(row => row.Cells)], repeated))];
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

    static Row ReadRow(W.TableRow row, Func<IEnumerable<OpenXmlElement>, IReadOnlyList<Block>> read)
    {
        var cells = new List<Cell>();
        // A row may begin or end inside of the table's borders.
        var column = Number(row.TableRowProperties?.GetFirstChild<W.GridBefore>()?.Val?.InnerText, 0);
        foreach (var cell in Unwrap<W.TableCell>(row))
        {
            var properties = cell.TableCellProperties;
            if (properties?.GetFirstChild<W.CellDeletion>() is not null)
                continue;
            var span = Math.Max(Number(properties?.GridSpan?.Val?.InnerText, 1), 1);
            var blocks = read(cell);
            if (Continues(properties?.HorizontalMerge) && cells is [.., var left])
                cells[^1] = left with { Span = left.Span + span };
            else
                cells.Add(new Cell(column, span, blocks, Continues(properties?.VerticalMerge)));
            column += span;
        }
        return new Row(cells, IsRepeated(row));
    }

    static bool Continues(W.VerticalMerge? merge) => merge is not null && merge.Val?.InnerText is null or "continue";

    static bool Continues(W.HorizontalMerge? merge) => merge is not null && merge.Val?.InnerText is null or "continue";

    static bool IsRepeated(W.TableRow row) =>
        row.TableRowProperties?.GetFirstChild<W.TableHeader>() is { } header
        && header.Val?.InnerText is not ("0" or "false" or "off");

    static int Number(string? text, int missing) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Min(number, ColumnLimit)
            : missing;

    static List<GridCell> GridRow(List<Cell> row, ImportNotes importNotes)
    {
        var cells = new List<GridCell>();
        foreach (var cell in row)
        {
            // Word shows nothing of what stands in a cell that goes on with the one above.
            IReadOnlyList<Inline> inlines = cell.IsContinued ? [] : FlattenCell(cell.Blocks, importNotes);
            if (cell.Column < ColumnLimit)
                cells.Add(
                    new GridCell(cell.Column, Math.Min(cell.Span, ColumnLimit - cell.Column), inlines, cell.IsContinued)
                );
            else if (inlines.Count > 0)
                importNotes.AddLoss($"表格第 {ColumnLimit} 列以后的内容");
        }
        return cells;
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

    sealed record Row(List<Cell> Cells, bool IsRepeated);

    /// <param name="IsContinued">True for a cell that is merged into the one above.</param>
    sealed record Cell(int Column, int Span, IReadOnlyList<Block> Blocks, bool IsContinued)
    {
        public int End => Column + Span;
    }
}
