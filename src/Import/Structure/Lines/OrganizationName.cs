using System.Text.RegularExpressions;
using WorkReports.Import.Model;

namespace WorkReports.Import.Structure.Lines;

/// <summary>Lines that name units: registered ones, and others that are called as organs are.</summary>
static partial class OrganizationName
{
    public const int LengthLimit = 30;

    const int NameCountLimit = 12;
    const int LineLengthLimit = 200;

    public static bool IsLikely(string text, IReadOnlyList<PublishingUnit> units) =>
        WithoutSpaces(text) is { Length: > 1 and <= LengthLimit } name
        && !IsSentence(name)
        && !name.StartsWith("关于", StringComparison.Ordinal)
        && NumberLabel.Of(text) is null
        && (Find(name, units) is not null || Name().IsMatch(name));

    /// <summary>The names of which a line consists, one or several with spaces between; empty for any other line.</summary>
    public static IReadOnlyList<string> Split(string line, IReadOnlyList<PublishingUnit> units)
    {
        if (line.Length > LineLengthLimit)
            return [];
        var text = Seal().Replace(line, " ").Trim();
        var pieces = text.Split([' ', '\u3000', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (
            pieces.Length is > 1 and <= NameCountLimit
            && pieces.All(piece => piece.Length > 2 && IsLikely(piece, units))
        )
            return pieces;
        return IsLikely(text, units) ? [WithoutSpaces(text)] : [];
    }

    /// <summary>The unit with this name, else the one with the longest name that is part of the text.</summary>
    public static PublishingUnit? Find(string name, IReadOnlyList<PublishingUnit> units)
    {
        var plain = WithoutSpaces(name);
        return units.FirstOrDefault(unit => plain == unit.Name || plain == unit.ShortName)
            ?? units
                .Where(unit =>
                    plain.Length <= LengthLimit
                    && !IsSentence(plain)
                    && (plain.Contains(unit.Name) || plain.Contains(unit.ShortName))
                )
                .MaxBy(unit => unit.Name.Length);
    }

    /// <summary>True for the unit's own name and nothing else.</summary>
    public static bool IsRegistered(string text, IReadOnlyList<PublishingUnit> units) =>
        WithoutSpaces(text) is var name && units.Any(unit => name == unit.Name || name == unit.ShortName);

    public static string WithoutSpaces(string text) =>
        string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    static bool IsSentence(string text) => text.Any(character => "。，；：！？".Contains(character));

    [GeneratedRegex(@"[（(](公章|盖章|印章|代章|加盖公章|章)[）)]")]
    private static partial Regex Seal();

    [GeneratedRegex(
        @"^[\p{L}\d（）()“”、]*(委员会|工委|党委|党组|委|局|办公室|办|政府|中心|支部|总支|组|室|学校|医院|大学|学院|部|院|厅|处|科|会|队|所|站|社|街道|公司|集团)$"
    )]
    private static partial Regex Name();
}
