using System.Globalization;
using System.Text.RegularExpressions;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word.Numbers;

/// <summary>A level of a list: how its number is written.</summary>
/// <param name="Format">By its name in the file.</param>
/// <param name="Text">With <c>%1</c> for the number of the first level.</param>
/// <param name="Start">The first number.</param>
/// <param name="RestartsAfter">Levels up to this one, counted from 1, set it back; 0 for a level that counts on for ever, null for one
/// that every higher one sets back.</param>
/// <param name="IsLegal">True where the numbers of all levels are digits.</param>
/// <param name="HasSuffix">False where the text follows the number at once.</param>
/// <param name="StyleId">The paragraph style that the level belongs to.</param>
sealed partial record ListLevel(
    string? Format,
    string? CustomFormat,
    string Text,
    int Start,
    int? RestartsAfter,
    bool IsLegal,
    bool HasSuffix,
    string? StyleId
)
{
    public const int Count = 9;

    const int NumberLimit = 9999;

    public static ListLevel Of(W.Level level)
    {
        // Newer formats stand in alternate content, the newer alternative first.
        var format = level.NumberingFormat ?? level.Descendants<W.NumberingFormat>().FirstOrDefault();
        return new ListLevel(
            format?.Val?.InnerText,
            format?.Format?.InnerText,
            level.LevelText?.Val?.InnerText ?? "",
            ParseNumber(level.StartNumberingValue?.Val?.InnerText) ?? 1,
            ParseNumber(level.LevelRestart?.Val?.InnerText),
            IsOn(level.IsLegalNumberingStyle),
            level.LevelSuffix?.Val?.InnerText != "nothing",
            level.ParagraphStyleIdInLevel?.Val?.InnerText
        );
    }

    /// <summary>True for a sign before the text; words that somebody typed for it are no sign.</summary>
    public bool IsBullet => Format == "bullet" && !(Text.Trim().Length > 1 && Text.Any(char.IsLetter));

    public bool IsSetBackBy(int higher, int at) => RestartsAfter is { } level ? higher < level : higher < at;

    /// <param name="write">The number of a level, from 0.</param>
    public string Label(Func<int, string> write) => Placeholder().Replace(Text, match => write(match.Value[1] - '1'));

    public static int? ParseNumber(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, -NumberLimit, NumberLimit)
            : null;

    static bool IsOn(W.OnOffType? property) =>
        property is not null && property.Val?.InnerText is not ("0" or "false" or "off");

    [GeneratedRegex("%[1-9]")]
    private static partial Regex Placeholder();
}
