using WorkReports.Import.Model;

namespace WorkReports.Import.Structure.Lines;

/// <summary>Words that Word shows and the body lacks, told with what they are and where they stood.</summary>
static class TakenLine
{
    public static string Of(string what, Paragraph paragraph) =>
        $"{what}：{OneLine(paragraph.TextWithMarker)}（{Place(paragraph.Location)}）";

    public static string Of(string what, Table table, string place) =>
        $"{what}：{string.Join("；", Lines(table))}（{place}）";

    /// <summary>The lines of a table's cells that are not empty.</summary>
    public static IEnumerable<string> Lines(Table table) =>
        table
            .Rows.SelectMany(row => row)
            .SelectMany(cell => Inline.TextOf(cell).Split('\n'))
            .Select(line => line.Trim())
            .Where(line => line.Length > 0);

    /// <summary>False for a table that is too large to be anything but a table.</summary>
    public static bool IsSmall(Table table, int rowLimit) =>
        table.Rows.Count <= rowLimit && table.Rows.Sum(row => row.Count) <= 40;

    static string OneLine(string text) => string.Join(' ', text.Split('\n').Select(line => line.Trim()));

    static string Place(DocumentLocation location) =>
        location.Table > 0 ? $"第 {location.Table} 个表格" : $"第 {location.Paragraph} 段";
}
