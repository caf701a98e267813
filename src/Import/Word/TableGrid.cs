using WorkReports.Import.Model;

namespace WorkReports.Import.Word;

/// <summary>A cell of one of Word's rows.</summary>
/// <param name="Column">Where it begins, counted in columns of the grid, which no reader sees.</param>
/// <param name="Continues">True for a cell that is merged into the one above.</param>
sealed record GridCell(int Column, int Span, IReadOnlyList<Inline> Inlines, bool Continues);

/// <summary>
/// Cells that say how many columns they take, as a table of as many columns as it shows: Word's grid has a column for each border of
/// each row, and most of them are met by all rows alike.
/// </summary>
static class TableGrid
{
    public static Table Of(IReadOnlyList<IReadOnlyList<GridCell>> rows, int repeatedRows)
    {
        var borders = rows.SelectMany(row => row)
            .SelectMany(cell => new[] { cell.Column, cell.Column + cell.Span })
            .Append(0)
            .Distinct()
            .Order()
            .ToList();
        var columnOf = borders.Select((border, at) => (border, at)).ToDictionary(pair => pair.border, pair => pair.at);
        var width = borders.Count - 1;
        var cells = rows.Select(_ => Enumerable.Repeat<IReadOnlyList<Inline>>([], width).ToArray()).ToList();
        var merged = new Dictionary<(int Row, int Column), CellSpan>();
        // The cells of the row above that go on, or may: where each begins, by its first column.
        var open = new Dictionary<int, (int Row, int Columns)>();
        for (var row = 0; row < rows.Count; row++)
        {
            var still = new Dictionary<int, (int Row, int Columns)>();
            foreach (var cell in rows[row])
            {
                var (first, columns) = (
                    columnOf[cell.Column],
                    columnOf[cell.Column + cell.Span] - columnOf[cell.Column]
                );
                if (cell.Continues && open.TryGetValue(first, out var above) && above.Columns == columns)
                {
                    merged[(above.Row, first)] = new CellSpan(row - above.Row + 1, columns);
                    still[first] = above;
                    continue;
                }
                cells[row][first] = cell.Inlines;
                still[first] = (row, columns);
                if (columns > 1)
                    merged[(row, first)] = new CellSpan(1, columns);
            }
            open = still;
        }
        return new Table([.. cells]) { Merged = merged, RepeatedRows = repeatedRows };
    }
}
