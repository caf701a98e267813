namespace WorkReports;

/// <summary>The names of the limits on how often one client may ask: an address that has one says which.</summary>
public static class SearchLimits
{
    public const string Search = "search";

    public const string Suggestions = "suggestions";
}
