using WorkReports.Import.Model;

namespace WorkReports.Import.Structure.Lines;

/// <summary>A paragraph, or a table without borders, that consists of the names of those who sign, of a date, or of both.</summary>
/// <param name="Date">Null where none is written.</param>
sealed record SignatureLine(IReadOnlyList<string> Names, SignedDate? Date)
{
    const int LineLimit = 24;
    const int LengthLimit = 600;
    const int TableRowLimit = 8;

    /// <summary>Cheap: asked of each block of a document.</summary>
    public static bool MayBeDated(Block block) =>
        block is Table
        || block is Paragraph { Text.Length: <= LengthLimit } paragraph
            && paragraph.Text.AsSpan().IndexOfAny("年.-/．") >= 0;

    /// <summary>Null for any other block.</summary>
    public static SignatureLine? Read(Block block, IReadOnlyList<PublishingUnit> units)
    {
        var lines = block switch
        {
            Paragraph { Format.OutlineLevel: null, Marker: null, Text.Length: > 0 and <= LengthLimit } paragraph
                when paragraph.Inlines.All(inline => inline is TextRun or LineBreak or Picture) => paragraph.Text.Split(
                '\n'
            ),
            Table table when TakenLine.IsSmall(table, TableRowLimit) => [.. TakenLine.Lines(table)],
            _ => [],
        };
        if (lines.Length is 0 or > LineLimit)
            return null;
        var names = new List<string>();
        SignedDate? date = null;
        foreach (var line in lines)
        {
            var found = SignedDate.Split(line);
            if (found is not null && date is not null && found.Date != date.Date)
                return null;
            if (found is { Before: "" })
                date = found;
            else if (NamesIn(line, found, block, units) is { Count: > 0 } some)
            {
                names.AddRange(some);
                date = found ?? date;
            }
            else
                return null;
        }
        return new SignatureLine(names, date);
    }

    static IReadOnlyList<string> NamesIn(
        string line,
        SignedDate? date,
        Block block,
        IReadOnlyList<PublishingUnit> units
    )
    {
        var text = date is null ? line : SignedDate.Without(line);
        // A person signs an order, a letter, a speech: 区长　李四.
        var isPerson =
            PersonName.IsLine(text) && (block is Paragraph { Format.IsRightAligned: true } || !PersonName.IsOne(text));
        return isPerson
            ? [string.Join(' ', text.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries))]
            : OrganizationName.Split(text, units);
    }
}
