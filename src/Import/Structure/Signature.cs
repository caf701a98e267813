using WorkReports.Import.Model;
using WorkReports.Import.Structure.Lines;

namespace WorkReports.Import.Structure;

/// <summary>Who signed a document and when: the lines under the text, else under the title, else in the masthead. They leave the body.</summary>
/// <param name="DateSource">Where the date stands.</param>
/// <param name="SignedBy">The unit as it is written there; null when nobody signed.</param>
/// <param name="Taken">Those lines, and the ones of the imprint (版记), as they are told.</param>
sealed record Signature(
    DateOnly? Date,
    string DateSource,
    string? SignedBy,
    PublishingUnit? Unit,
    IReadOnlyList<Block> Body,
    IReadOnlyList<string> Taken
)
{
    const int NameCountLimit = 12;
    const int UnmarkedNameCountLimit = 4;
    const int LinesBelowDateLimit = 3;

    public static Signature Read(TitleBlock titleBlock, IReadOnlyList<PublishingUnit> units, ImportNotes importNotes)
    {
        var body = titleBlock.Body.ToList();
        var imprint = Imprint.Take(body);
        var signed = TakeAtEnd(body, units);
        var (byline, masthead) = (titleBlock.Byline, titleBlock.Masthead);
        var (names, namesFrom) =
            signed is { Names.Count: > 0 } ? (signed.Names, "落款")
            : byline.Units.Count > 0 ? (byline.Units, "标题下面")
            : (masthead.Editors, "报头");
        var (date, dateFrom) =
            signed is not null ? (signed.Date, "落款")
            : byline.Date is not null ? (byline.Date, "标题下面")
            : (masthead.Date, "报头");
        if (signed is { IsMonth: true })
            importNotes.AddChange("落款的日期只有年月，发布日期先写成那个月的 1 日，请核对", signed.Location);
        return new Signature(
            date,
            date is not null ? dateFrom
                : names.Count > 0 ? namesFrom
                : "",
            names.Count > 0 ? string.Join("、", names) : null,
            names.Select(name => OrganizationName.Find(name, units)).FirstOrDefault(match => match is not null),
            body,
            [.. signed?.Taken ?? [], .. imprint]
        );
    }

    /// <summary>The last line that is a date, with the units above it, before it or below it.</summary>
    static Signed? TakeAtEnd(List<Block> body, IReadOnlyList<PublishingUnit> units)
    {
        for (var at = body.Count - 1; at > 0; at--)
        {
            if (
                !SignatureLine.MayBeDated(body[at])
                || SignatureLine.Read(body[at], units) is not { Date: { } date } line
            )
                continue;
            var (first, last) = (at, at);
            var names = line.Names.ToList();
            while (
                names.Count < (IsAtRight(body[at]) ? NameCountLimit : UnmarkedNameCountLimit)
                && first > 1
                && (!IsAtRight(body[at]) || IsAtRight(body[first - 1]))
                && SignatureLine.Read(body[first - 1], units) is { Date: null } above
            )
            {
                names.InsertRange(0, above.Names);
                first--;
            }
            var isFirst = names.Count == 0;
            for (; isFirst && last < body.Count - 1 && last - at < LinesBelowDateLimit; last++)
            {
                if (SignatureLine.Read(body[last + 1], units) is not { Date: null } below)
                    break;
                names.AddRange(below.Names);
            }
            if (names.Count == 0 && !StandsAlone(body, at, date.IsMonth))
                continue;
            if (last + 1 < body.Count && Imprint.IsPublicity(body[last + 1]))
                last++;
            var taken = body.GetRange(first, last - first + 1);
            body.RemoveRange(first, taken.Count);
            return new Signed(date.Date, date.IsMonth, names, [.. taken.Select(Told)], LocationOf(taken[at - first]));
        }
        return null;
    }

    /// <summary>Where signatures stand, so that a list of units before them on the left is none.</summary>
    static bool IsAtRight(Block block) =>
        block is Table or Paragraph { Format.IsRightAligned: true } or Paragraph { Format.IsCentred: true };

    /// <summary>A date alone may belong to the text: a chronicle has many.</summary>
    static bool StandsAlone(List<Block> body, int at, bool isMonth) =>
        body[at] is Paragraph { Format.IsRightAligned: true } || at >= body.Count - (isMonth ? 1 : 2);

    static string Told(Block block) =>
        block switch
        {
            Paragraph paragraph => TakenLine.Of(Imprint.IsPublicity(block) ? "附注" : "落款", paragraph),
            Table table => TakenLine.Of("落款", table, "末尾的表格"),
            _ => "",
        };

    static DocumentLocation LocationOf(Block block) => block is Paragraph paragraph ? paragraph.Location : default;

    sealed record Signed(
        DateOnly Date,
        bool IsMonth,
        IReadOnlyList<string> Names,
        IReadOnlyList<string> Taken,
        DocumentLocation Location
    );
}
