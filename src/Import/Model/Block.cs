namespace WorkReports.Import.Model;

/// <summary>A part of a document that stands on lines of its own.</summary>
abstract record Block;

/// <summary>What a paragraph is written as.</summary>
enum Role
{
    Text,
    Heading,
    Item,
    Quote,
}

/// <param name="Look">How it looks in Word: what it is, is guessed from that.</param>
sealed record Paragraph(IReadOnlyList<Inline> Inlines, Look Look) : Block
{
    public DocumentLocation Place { get; init; }

    /// <summary>The number or bullet that Word itself sets before it.</summary>
    public Label? Label { get; init; }

    public Role Role { get; init; }

    /// <summary>Of a heading, 2 for the sections of a report; of an item, from 0.</summary>
    public int Level { get; init; }

    /// <summary>Of an item of an ordered list; null when it has a bullet.</summary>
    public int? Number { get; init; }

    /// <summary>Its words, a line feed for each line break.</summary>
    public string Text { get; } = Inline.TextOf(Inlines);

    /// <summary>Its words after the number that Word sets.</summary>
    public string Numbered => Label is { IsBullet: false } label ? label.Text + Text : Text;
}

/// <summary>A table without merged cells: every row has the same number of cells. The first row is its head.</summary>
sealed record Table(IReadOnlyList<IReadOnlyList<IReadOnlyList<Inline>>> Rows) : Block;

/// <param name="Text">As Word prints it, with the space after a Latin number.</param>
/// <param name="Level">From 0.</param>
sealed record Label(string Text, int Level, int Number, bool IsBullet);

/// <param name="Outline">The level of a heading, from 0; null for what Word does not hold to be one.</param>
/// <param name="Size">Of most of its letters, in points.</param>
/// <param name="IsBold">True when every letter is.</param>
sealed record Look(
    string Style = "",
    int? Outline = null,
    bool IsCentred = false,
    bool IsRight = false,
    double Size = 10.5,
    bool IsBold = false,
    bool IsRed = false
)
{
    public bool IsTitle => Style is "title";
    public bool IsSubtitle => Style is "subtitle";
    public bool IsQuote => Style is "quote" or "intense quote";
    public bool IsContents => Style.StartsWith("toc ", StringComparison.Ordinal) || Style is "toc heading";
}

/// <summary>Where in the document: its paragraph, or its table, counted from 1; nowhere is 0.</summary>
readonly record struct DocumentLocation(int Paragraph, int Table);
