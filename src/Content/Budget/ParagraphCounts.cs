using System.Numerics;

namespace WorkReports.Content.Budget;

/// <summary>
/// What stands in lines that follow each other without an empty one: a paragraph or a table. A parser may find several blocks there,
/// never one that goes on beyond.
/// </summary>
record struct ParagraphCounts(int Start)
{
    public int Characters { get; set; }
    public int Lines { get; set; }
    public int Bars { get; set; }

    /// <summary>Bars on the line that has most of them.</summary>
    public int BarsOfLine { get; set; }

    /// <summary>Bars right after a colon, as where a row says how columns are aligned: each looks back to all others.</summary>
    public int Alignments { get; set; }

    /// <summary>Square brackets that open.</summary>
    public int Brackets { get; set; }

    /// <summary>Those of them that begin a link, whole on its line and without brackets within: its end finds its beginning at once.</summary>
    public int Links { get; set; }

    /// <summary>Brackets whose other half a parser has to look for.</summary>
    public readonly int LooseBrackets => Brackets - Links;

    /// <summary>Where addresses begin that become links without brackets.</summary>
    public int Addresses { get; set; }

    /// <summary>Asterisks, underlines and tildes; a run of them counts as one.</summary>
    public int Emphasis { get; set; }

    public int Backticks { get; set; }

    /// <summary>Which lengths the runs of backticks have, a bit each. The last run of each length looks for its end in vain.</summary>
    public ulong BacktickLengths { get; set; }

    /// <summary>Angle brackets that open.</summary>
    public int Tags { get; set; }

    /// <summary>Of tables that are written as HTML; a merged cell counts for each that it covers.</summary>
    public long HtmlCells { get; set; }

    /// <summary>Those of them before a question or exclamation mark: their end is looked for up to that of the paragraph.</summary>
    public int Declarations { get; set; }

    /// <summary>What stands for another character: ampersands and backslashes.</summary>
    public int Escapes { get; set; }

    /// <summary>As a table every row has as many cells as the longest.</summary>
    public readonly long Cells => Bars == 0 || Lines < 2 ? 0 : (BarsOfLine + 1L) * Lines;

    /// <summary>Of tables of either kind.</summary>
    public readonly long AllCells => Cells + HtmlCells;

    /// <summary>What may become an element of the page.</summary>
    public readonly long Elements => 1 + Cells + Brackets + Addresses + Tags + (Emphasis + Backticks) / 2;

    /// <summary>Steps of a parser that looks back from each mark to all that stands before it.</summary>
    public readonly long LookBackSteps =>
        (4L * LooseBrackets + 2L * Addresses + Emphasis) * Pieces + 2L * Alignments * Alignments;

    /// <summary>Steps of a parser that looks for an end that is not there.</summary>
    public readonly long LookAheadSteps => (Declarations + 4L * BitOperations.PopCount(BacktickLengths)) * Characters;

    readonly long Pieces => 1L + Lines + Bars + 2L * (Brackets + Addresses + Emphasis + Backticks + Tags) + Escapes;
}
