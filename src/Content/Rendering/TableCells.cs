using System.Globalization;
using AngleSharp.Dom;
using WorkReports.Content.Budget;

namespace WorkReports.Content.Rendering;

/// <summary>
/// The cells of a body's tables: merged ones within bounds, since a browser lays out every place that one covers; heads with what they
/// are the head of.
/// </summary>
sealed class TableCells
{
    /// <summary>Of all merged cells of a body.</summary>
    const long PlaceLimit = 150_000;

    static readonly string[] Spans = ["colspan", "rowspan"];

    long places;
    (IElement? Row, bool HoldsHeadsAlone) lastRow;

    public void Finish(IElement cell)
    {
        if (cell.LocalName == "th" && ScopeOf(cell) is { } scope)
            cell.SetAttribute("scope", scope);
        var (columns, rows) = (SpanOf(cell, "colspan"), SpanOf(cell, "rowspan"));
        var isMerged = columns > 1 || rows > 1;
        if (isMerged && (places += (long)columns * rows) <= PlaceLimit)
        {
            Set(cell, "colspan", columns);
            Set(cell, "rowspan", rows);
            TableOf(cell)?.ClassList.Add("merged");
            return;
        }
        foreach (var span in Spans)
            cell.RemoveAttribute(span);
    }

    /// <summary>Of a table without a head of its own, the first row is one, and rows of nothing but heads are; elsewhere a head names its row.</summary>
    string? ScopeOf(IElement head) =>
        head.ParentElement is not { LocalName: "tr", ParentElement: { } rows } row ? null
        : rows.LocalName == "thead"
        || (row.PreviousElementSibling ?? rows.PreviousElementSibling) is null
        || HoldsHeadsAlone(row)
            ? "col"
        : "row";

    /// <summary>Looked at once for each row: it may have thousands of cells.</summary>
    bool HoldsHeadsAlone(IElement row)
    {
        if (lastRow.Row != row)
            lastRow = (row, row.Children.All(cell => cell.LocalName == "th"));
        return lastRow.HoldsHeadsAlone;
    }

    static int SpanOf(IElement cell, string name) => HtmlCell.Span(cell.GetAttribute(name));

    static void Set(IElement cell, string name, int span)
    {
        if (span > 1)
            cell.SetAttribute(name, span.ToString(CultureInfo.InvariantCulture));
        else
            cell.RemoveAttribute(name);
    }

    static IElement? TableOf(IElement cell)
    {
        var around = cell.ParentElement;
        while (around is not null and not { LocalName: "table" })
            around = around.ParentElement;
        return around;
    }
}
