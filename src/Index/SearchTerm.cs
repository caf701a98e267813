using System.Globalization;
using System.Text.RegularExpressions;

namespace WorkReports.Index;

/// <summary>Where a term of a query is to be looked for.</summary>
enum SearchField
{
    Any,
    Title,
    Unit,
    Pillar,
    Year,
}

/// <summary>A term of a query, as the reader parted it from the next by a space or by quotes.</summary>
/// <param name="IsExact">It stood in quotes.</param>
/// <param name="Without">A minus stood before it.</param>
sealed partial record SearchTerm(string Text, SearchField Field, bool IsExact, bool Without)
{
    static readonly Dictionary<string, SearchField> Fields = new()
    {
        ["标题"] = SearchField.Title,
        ["单位"] = SearchField.Unit,
        ["机关"] = SearchField.Pillar,
        ["年份"] = SearchField.Year,
    };

    /// <summary>The years that a term names: one, or a span.</summary>
    public (int From, int To)? Years =>
        Span().Match(Text) is { Success: true } span
            ? (Number(span.Groups["from"]), Number(span.Groups["to"].Success ? span.Groups["to"] : span.Groups["from"]))
            : null;

    public static IReadOnlyList<SearchTerm> Read(string query) => [.. Term().Matches(query).Select(Of)];

    static SearchTerm Of(Match match)
    {
        var isExact = match.Groups["exact"].Success;
        var text = isExact ? match.Groups["exact"].Value : match.Groups["plain"].Value;
        var term = new SearchTerm(
            text,
            Fields.GetValueOrDefault(match.Groups["field"].Value),
            isExact,
            match.Groups["without"].Success
        );
        // A year that is none, or a minus before what is no word: the reader means the text as it stands.
        var isSense = term.Field switch
        {
            SearchField.Year => term is { Without: false, Years: not null },
            SearchField.Unit or SearchField.Pillar => !term.Without,
            _ => true,
        };
        return isSense ? term : new SearchTerm(match.Value, SearchField.Any, false, false);
    }

    static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        """
            (?<without>[-－](?=\S))?
            (?:(?<field>标题|单位|机关|年份)[:：](?=\S))?
            (?:"(?<exact>[^"]*)" | “(?<exact>[^“”]*)” | 「(?<exact>[^「」]*)」 | (?<plain>\S+))
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant
    )]
    private static partial Regex Term();

    [GeneratedRegex(@"^(?<from>[0-9]{4})(?:年)?(?:[-–—~～至](?<to>[0-9]{4})(?:年)?)?$")]
    private static partial Regex Span();
}
