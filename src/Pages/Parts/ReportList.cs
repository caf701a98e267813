namespace WorkReports.Pages.Parts;

/// <summary>
/// Reports in a list, with what a unit is called there; null where all are of one unit, which the page has named.
/// </summary>
public sealed record ReportList(IReadOnlyList<ReportSummary> Reports, Func<string, string>? UnitName);

/// <summary>The pages of a list: where it stands, and what follows its address.</summary>
/// <param name="Address">The list's address with its query; the page's number is added.</param>
public sealed record Paging(int Number, int Last, string Address)
{
    public string To(int number) => number == 1 ? Address : $"{Address}{(Address.Contains('?') ? '&' : '?')}p={number}";

    /// <summary>The numbers to show: first, last, and those around; 0 for a gap.</summary>
    public IEnumerable<int> Numbers()
    {
        var last = 0;
        for (var number = 1; number <= Last; number++)
        {
            if (number != 1 && number != Last && Math.Abs(number - Number) > 2)
                continue;
            if (number > last + 1)
                yield return 0;
            yield return last = number;
        }
    }
}
