using System.Globalization;
using System.Text.RegularExpressions;

namespace WorkReports.Index.Search.Query;

/// <summary>Where a term of a query is to be looked for.</summary>
enum QueryField
{
    Any,
    Title,
    Unit,
    Pillar,
    Year,
}

/// <summary>A term of a query, as the reader parted it from the next by a space or by quotes.</summary>
/// <param name="IsExact">It stood in quotes.</param>
/// <param name="IsExcluded">A minus stood before it.</param>
sealed partial record QueryTerm(string Text, QueryField Field, bool IsExact, bool IsExcluded)
{
    static readonly Dictionary<string, QueryField> Fields = new()
    {
        ["标题"] = QueryField.Title,
        ["单位"] = QueryField.Unit,
        ["机关"] = QueryField.Pillar,
        ["年份"] = QueryField.Year,
    };

    /// <summary>The years that a term names: one, or a span.</summary>
    public (int From, int To)? Years =>
        Span().Match(Text) is { Success: true } span
            ? (Number(span.Groups["from"]), Number(span.Groups["to"].Success ? span.Groups["to"] : span.Groups["from"]))
            : null;

    public static IReadOnlyList<QueryTerm> Read(string query) => [.. Term().Matches(query).Select(Of)];

    static QueryTerm Of(Match match)
    {
        var isExact = match.Groups["exact"].Success;
        var text = isExact ? match.Groups["exact"].Value : match.Groups["plain"].Value;
        var term = new QueryTerm(
            text,
            Fields.GetValueOrDefault(match.Groups["field"].Value),
            isExact,
            match.Groups["without"].Success
        );
        // A year that is none, or a minus before what is no word: the reader means the text as it stands.
        var isSense = term.Field switch
        {
            QueryField.Year => term is { IsExcluded: false, Years: not null },
            QueryField.Unit or QueryField.Pillar => !term.IsExcluded,
            _ => true,
        };
        return isSense ? term : new QueryTerm(match.Value, QueryField.Any, false, false);
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
