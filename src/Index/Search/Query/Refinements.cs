using System.Globalization;

namespace WorkReports.Index.Search.Query;

/// <summary>What a reader chose beside the words: by the links of the page, not by typing.</summary>
public sealed record Refinements
{
    const int EarliestYear = 1900;
    const int LatestYear = 2999;

    public string? Unit { get; init; }
    public string? Pillar { get; init; }
    public int? Year { get; init; }

    /// <summary>The first day, and the last, both included.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>The newest first, instead of those that the words say most of.</summary>
    public bool ByDate { get; init; }

    /// <summary>What was published later is left out, so that the pages of a search stay what they were.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Narrows what is found; the order does not.</summary>
    public bool Narrows => this is not { Unit: null, Pillar: null, Year: null, From: null, To: null };

    /// <summary>From the parts of an address. What makes no sense is not chosen.</summary>
    /// <param name="value">The value of a part; null or empty when the address lacks it.</param>
    public static Refinements Read(Func<string, string?> value) =>
        new()
        {
            Unit = value("unit") is { Length: > 0 } unit ? unit : null,
            Pillar = value("pillar") is { Length: > 0 } pillar ? pillar : null,
            Year =
                int.TryParse(value("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && IsYear(year)
                    ? year
                    : null,
            From = Day(value("from")),
            To = Day(value("to")),
            ByDate = value("sort") == "date",
            AsOf =
                long.TryParse(value("at"), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                && at <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                    ? DateTimeOffset.FromUnixTimeSeconds(at)
                    : null,
        };

    /// <summary>
    /// The parts of an address that lead to the same choices; no moment, since that belongs to its pages alone.
    /// </summary>
    public IEnumerable<(string Name, string Value)> Parts()
    {
        if (Unit is { } unit)
            yield return ("unit", unit);
        if (Pillar is { } pillar)
            yield return ("pillar", pillar);
        if (Year is { } year)
            yield return ("year", year.ToString(CultureInfo.InvariantCulture));
        if (From is { } from)
            yield return ("from", Text(from));
        if (To is { } to)
            yield return ("to", Text(to));
        if (ByDate)
            yield return ("sort", "date");
    }

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(
            text?.Trim().Replace('/', '-').Replace('.', '-'),
            ["yyyy-M-d", "yyyyMMdd", "yyyy年M月d日"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        ) && IsYear(day.Year)
            ? day
            : null;

    static bool IsYear(int year) => year is >= EarliestYear and <= LatestYear;
}
