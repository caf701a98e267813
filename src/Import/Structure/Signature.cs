using System.Text.RegularExpressions;
using WorkReports.Import.Model;

namespace WorkReports.Import.Structure;

/// <summary>Who signed a document and when: the lines under the text, or under the title. They leave the body.</summary>
/// <param name="SignedBy">The unit as it is written there; null when nobody signed.</param>
/// <param name="Imprint">Lines of the imprint (版记): 抄送, 印发.</param>
sealed partial record Signature(
    DateOnly? Date,
    string DateSource,
    string? SignedBy,
    PublishingUnit? Unit,
    IReadOnlyList<Block> Body,
    IReadOnlyList<string> Imprint
)
{
    const int UnitNameLengthLimit = 30;
    const int UnitCountLimit = 4;
    const int LinesBelowTitleLimit = 3;

    public static Signature Read(IReadOnlyList<Block> blocks, IReadOnlyList<PublishingUnit> units)
    {
        var body = blocks.ToList();
        var imprint = TakeImprint(body);
        var (date, names, from) = TakeAtEnd(body, units) ?? TakeBelowTitle(body, units) ?? (null, [], "");
        var unit = names.Select(name => FindUnit(name, units)).FirstOrDefault(match => match is not null);
        return new Signature(date, from, names.Count > 0 ? string.Join("、", names) : null, unit, body, imprint);
    }

    static List<string> TakeImprint(List<Block> body)
    {
        var lines = new List<string>();
        while (body is [.., Paragraph last] && ImprintLine().IsMatch(last.Text))
        {
            lines.Add(last.Text.Replace('\n', ' '));
            body.RemoveAt(body.Count - 1);
        }
        lines.Reverse();
        if (
            body is [.., Table { Rows.Count: <= 4 } table]
            && table.Rows.SelectMany(row => row).Any(cell => ImprintLine().IsMatch(Inline.TextOf(cell)))
        )
        {
            lines.Insert(
                0,
                string.Join(
                    "；",
                    table.Rows.SelectMany(row => row).Select(Inline.TextOf).Where(text => text.Length > 0)
                )
            );
            body.RemoveAt(body.Count - 1);
        }
        return lines;
    }

    /// <summary>The last line that is a date, with the units above it or before it.</summary>
    static (DateOnly? Date, IReadOnlyList<string> Units, string From)? TakeAtEnd(
        List<Block> body,
        IReadOnlyList<PublishingUnit> units
    )
    {
        for (var at = body.Count - 1; at > 0; at--)
        {
            if (body[at] is not Paragraph { Format.OutlineLevel: null } paragraph)
                continue;
            var lines = paragraph.Text.Split('\n');
            if (
                SignedDate.Split(lines[^1]) is not { } found
                || (found.Before.Length > 0 && !LooksLikeUnit(found.Before, units))
            )
                continue;
            if (!lines[..^1].All(line => LooksLikeUnit(line, units)))
                continue;
            var names = lines[..^1].Append(found.Before).Where(name => name.Length > 0).Select(WithoutSpaces).ToList();
            var first = at;
            while (
                names.Count < UnitCountLimit
                && first > 1
                && body[first - 1] is Paragraph above
                && LooksLikeUnit(above.Text, units)
            )
            {
                names.Insert(0, WithoutSpaces(above.Text));
                first--;
            }
            // A date alone may belong to the text: a chronicle has many.
            if (names.Count == 0 && !paragraph.Format.IsRightAligned && at < body.Count - 2)
                continue;
            body.RemoveRange(first, at - first + 1);
            return (found.Date, names, "落款");
        }
        return null;
    }

    static (DateOnly? Date, IReadOnlyList<string> Units, string From)? TakeBelowTitle(
        List<Block> body,
        IReadOnlyList<PublishingUnit> units
    )
    {
        DateOnly? date = null;
        var names = new List<string>();
        for (
            var line = 0;
            line < LinesBelowTitleLimit
                && body is [Paragraph { Format.OutlineLevel: null, Text.Length: > 0 } first, ..];
            line++
        )
        {
            var found = SignedDate.Split(first.Text);
            var name = found is null ? WithoutSpaces(first.Text) : found.Value.Before.TrimEnd('（', '(');
            // Only a line that is centred, right-aligned, bracketed or nothing but a unit: the first sentence of the text may begin with
            // a unit's name or a date, and must not be taken out.
            var isAside =
                first.Format.IsCentred
                || first.Format.IsRightAligned
                || first.Text.StartsWith('（')
                || units.Any(unit => name == unit.Name || name == unit.ShortName);
            if (!isAside || (name.Length > 0 && (FindUnit(name, units) is null || names.Count > 0)))
                break;
            if (name.Length > 0)
                names.Add(name);
            date ??= found?.Date;
            body.RemoveAt(0);
        }
        return date is null && names.Count == 0 ? null : (date, names, "标题下面");
    }

    static bool LooksLikeUnit(string text, IReadOnlyList<PublishingUnit> units) =>
        WithoutSpaces(text) is { Length: > 1 and <= UnitNameLengthLimit } name
        && !IsSentence(name)
        && (FindUnit(name, units) is not null || OrganizationName().IsMatch(name));

    static bool IsSentence(string text) => text.Any(character => "。，；：！？".Contains(character));

    /// <summary>The unit with this name, else the one with the longest name that is part of the text.</summary>
    static PublishingUnit? FindUnit(string name, IReadOnlyList<PublishingUnit> units)
    {
        var plain = WithoutSpaces(name);
        return units.FirstOrDefault(unit => plain == unit.Name || plain == unit.ShortName)
            ?? units
                .Where(unit =>
                    plain.Length <= UnitNameLengthLimit
                    && !IsSentence(plain)
                    && (plain.Contains(unit.Name) || plain.Contains(unit.ShortName))
                )
                .MaxBy(unit => unit.Name.Length);
    }

    static string WithoutSpaces(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    [GeneratedRegex(
        @"^\s*(抄送|主送|分送|印发机关)[：:]|\d{4}年\d{1,2}月\d{1,2}日\s*印发\s*$|^\s*[（(](此件)?(公开|不公开|依申请公开)(发布)?[）)]\s*$"
    )]
    private static partial Regex ImprintLine();

    [GeneratedRegex(
        @"^[\p{L}\d（）()“”、]*(委员会|工委|党委|党组|委|局|办公室|办|政府|中心|支部|总支|小组|学校|医院|大学|学院|部|院|厅|处|科|会|队|所|站|社|街道|公司|集团)$"
    )]
    private static partial Regex OrganizationName();
}
