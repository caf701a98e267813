namespace WorkReports.Import.Coverage.Shown;

/// <summary>What a piece of text is for whoever looks at the document in Word.</summary>
enum ShownKind
{
    Text,

    /// <summary>The number that Word sets before a paragraph.</summary>
    NumberLabel,

    /// <summary>A character of a symbol font, which has no code of its own.</summary>
    Symbol,

    /// <summary>Pronunciation above characters.</summary>
    Ruby,
    TableOfContents,
    Header,
    Footer,
    Comment,

    /// <summary>What an empty content control asks for.</summary>
    Placeholder,
    Chart,
    SmartArt,
}

/// <summary>Where text stands, as an editor can find it in Word. Numbers count from 1; 0 is nowhere.</summary>
/// <param name="Story">The part of the document: null for the text itself.</param>
/// <param name="Paragraph">Of those of the text that are not empty and in no table.</param>
/// <param name="Table">Of the text's, without tables in tables.</param>
sealed record ShownPlace(string? Story, int Paragraph, int Table = 0, int Row = 0, int Cell = 0, bool IsInBox = false)
{
    public override string ToString()
    {
        var spot =
            Table > 0 ? $"第 {Table} 个表格第 {Row} 行第 {Cell} 格"
            : Story is null ? $"第 {Paragraph} 段"
            : "";
        return Story + spot + (IsInBox ? "的文本框" : "");
    }
}
