using System.Text.RegularExpressions;

namespace WorkReports.Import.Model;

/// <summary>A paragraph or a table.</summary>
abstract record Block;

/// <summary>What a paragraph becomes in Markdown.</summary>
enum ParagraphKind
{
    Text,
    Heading,
    ListItem,
    Quote,
}

/// <param name="Format">How it looks in Word: what it is, is guessed from that.</param>
sealed record Paragraph(IReadOnlyList<Inline> Inlines, ParagraphFormat Format) : Block
{
    public DocumentLocation Location { get; init; }

    /// <summary>The number or bullet that Word shows before it; null in no list.</summary>
    public ListMarker? Marker { get; init; }

    public ParagraphKind Kind { get; init; }

    /// <summary>Of a heading, 2 for the sections of a report; of an item, from 0.</summary>
    public int Level { get; init; }

    /// <summary>Of an item of an ordered list; null when it has a bullet.</summary>
    public int? Number { get; init; }

    /// <summary>Its text, a line feed for each line break.</summary>
    public string Text { get; } = Inline.TextOf(Inlines);

    /// <summary>Its text after the number that Word shows.</summary>
    public string TextWithMarker => Marker is { IsBullet: false } marker ? marker.Text + Text : Text;
}

/// <summary>A table: every row has the same number of cells. The first row is its head.</summary>
/// <param name="Rows">Cells that a merged one covers are empty.</param>
sealed record Table(IReadOnlyList<IReadOnlyList<IReadOnlyList<Inline>>> Rows) : Block
{
    /// <summary>How far merged cells reach, by the place of their first cell: row and column, from 0.</summary>
    public IReadOnlyDictionary<(int Row, int Column), CellSpan> Merged { get; init; } =
        new Dictionary<(int, int), CellSpan>();

    /// <summary>Rows that Word repeats on each page as the table's head; 0 where it says nothing.</summary>
    public int RepeatedRows { get; init; }
}

/// <summary>How many rows and columns a cell takes.</summary>
readonly record struct CellSpan(int Rows, int Columns);

/// <param name="Text">As Word prints it, with the space after a Latin number; empty where the paragraph's text begins with it.</param>
/// <param name="Level">From 0.</param>
sealed partial record ListMarker(string Text, int Level, int Number, bool IsBullet)
{
    /// <summary>True for what a Markdown list cannot say: 第一条, a), 1.1. It stands in the paragraph's text.</summary>
    public bool IsInText => !IsBullet && Text.Length == 0;

    /// <summary>True for a plain number with a point, as Markdown's own lists have it, and for a bullet.</summary>
    public bool IsOfMarkdown => IsBullet || PlainNumber().IsMatch(Text);

    [GeneratedRegex(@"^\s*\d{1,9}[.．、]\s*$")]
    private static partial Regex PlainNumber();
}

/// <param name="OutlineLevel">The level of a heading, from 0; null for what Word does not hold to be one.</param>
/// <param name="FontSize">Of most of its letters, in points.</param>
/// <param name="IsBold">True when every letter is.</param>
/// <param name="Font">Of most of its Chinese letters, as the document names it; empty where it names none.</param>
sealed record ParagraphFormat(
    string StyleName = "",
    int? OutlineLevel = null,
    bool IsCentred = false,
    bool IsRightAligned = false,
    double FontSize = 10.5,
    bool IsBold = false,
    bool IsRed = false,
    string Font = ""
)
{
    public bool IsTitle => StyleName is "title";
    public bool IsSubtitle => StyleName is "subtitle";
    public bool IsQuote => StyleName is "quote" or "intense quote";

    /// <summary>True for a style of tables of contents. Authors take it for other text, too.</summary>
    public bool IsOfContents => StyleName.StartsWith("toc ", StringComparison.Ordinal) || StyleName is "toc heading";
}

/// <summary>Where in the document: its paragraph, or its table, counted from 1; nowhere is 0.</summary>
readonly record struct DocumentLocation(int Paragraph, int Table);
