namespace WorkReports.Import.Word.Fields;

/// <summary>What becomes of a field's result, by the field's name.</summary>
static class FieldKinds
{
    const string PageNumber = "页码（网页不分页）";

    /// <summary>A website has no pages, and makes its own table of contents: these results are left out, and told.</summary>
    static readonly Dictionary<string, string> Omitted = new()
    {
        ["TOC"] = Contents,
        ["INDEX"] = "索引（网站有搜索）",
        ["TOA"] = "引文目录",
        ["PAGE"] = PageNumber,
        ["PAGEREF"] = PageNumber,
        ["NUMPAGES"] = PageNumber,
        ["SECTIONPAGES"] = PageNumber,
    };

    /// <summary>They show nothing where they stand.</summary>
    static readonly HashSet<string> Silent =
    [
        "",
        "ADDIN",
        "ADVANCE",
        "ASK",
        "NEXT",
        "NEXTIF",
        "PRINT",
        "PRIVATE",
        "RD",
        "SET",
        "SKIPIF",
        "TA",
        "TC",
        "XE",
    ];

    public const string Contents = "目录（网站会自动生成）";

    /// <summary>What the report lacks; null for a result that stays.</summary>
    public static string? Loss(string name) => Omitted.GetValueOrDefault(name);

    public static bool IsPageNumber(string name) => Loss(name) == PageNumber;

    public static bool IsSilent(string name) => Silent.Contains(name);
}
