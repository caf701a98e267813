using Microsoft.AspNetCore.Routing.Patterns;

namespace WorkReports.Hosting.Routing;

/// <summary>
/// What a route pattern has between two slashes: letters, a parameter, or a parameter with letters after it.
/// </summary>
readonly record struct PatternSegment(string Literal, bool HasParameter, bool IsOptional, bool IsCatchAll)
{
    public static PatternSegment[] Parse(string pattern) =>
        [.. RoutePatternFactory.Parse(pattern).PathSegments.Select(Of)];

    static PatternSegment Of(RoutePatternPathSegment segment)
    {
        var parameter = segment.Parts.OfType<RoutePatternParameterPart>().SingleOrDefault();
        return new PatternSegment(
            string.Concat(segment.Parts.OfType<RoutePatternLiteralPart>().Select(part => part.Content)),
            parameter is not null,
            parameter is { IsOptional: true },
            parameter is { IsCatchAll: true }
        );
    }

    /// <summary>By the rules of routing: letters match in either case, a parameter is never empty.</summary>
    public bool Matches(ReadOnlySpan<char> text) =>
        HasParameter
            ? text.Length > Literal.Length && text.EndsWith(Literal, StringComparison.OrdinalIgnoreCase)
            : text.Equals(Literal, StringComparison.OrdinalIgnoreCase);
}
