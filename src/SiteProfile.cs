namespace WorkReports;

/// <summary>What <c>site.yml</c> says of the site and its publishing units.</summary>
public sealed record SiteProfile
{
    public const string FileName = "site.yml";

    public string Name { get; init; } = "工作报告";

    /// <summary>Scheme and host of absolute addresses, without a slash at the end: <c>https://www.example.cn</c>.</summary>
    public string Origin { get; init; } = "http://localhost:8080";

    /// <summary>网站标识码: ten digits.</summary>
    public string? SiteCode { get; init; }

    /// <summary>Where to tell of a hole in the website, as a URI; null where nobody is named.</summary>
    public string? SecurityContact { get; init; }

    public string Description { get; init; } = "";
    public IReadOnlyList<string> Keywords { get; init; } = [];
    public IReadOnlyList<PublishingUnit> Units { get; init; } = [];

    /// <summary>Days on which the site is shown in grey: <c>MM-dd</c> each year, <c>yyyy-MM-dd</c> once; Beijing time.</summary>
    public IReadOnlyList<string> GreyDays { get; init; } = [];

    /// <summary>In bytes: a larger picture is told to its editor.</summary>
    public long LargestPicture { get; init; } = 1024 * 1024;

    /// <summary>Numbers that may stand in reports though they look like a person's: digits alone.</summary>
    public IReadOnlyList<string> AllowedNumbers { get; init; } = [];

    /// <summary>The path of the file that lists wrong words; no reader gets it.</summary>
    public string? WordList { get; init; }

    /// <summary>After so many days without a new report on the whole site its admin is reminded; null: never.</summary>
    public int? SiteDays { get; init; }

    /// <summary>The same for a pillar.</summary>
    public int? PillarDays { get; init; }

    /// <summary>The same for a publishing unit.</summary>
    public int? UnitDays { get; init; }

    public PublishingUnit? DefaultUnit => Units.FirstOrDefault(unit => unit.IsDefault) ?? Units.FirstOrDefault();

    public PublishingUnit? Unit(string slug) => Units.FirstOrDefault(unit => unit.Slug == slug);

    /// <summary>The absolute address of a path of the site.</summary>
    public string Absolute(string path) => Origin + path;

    public bool IsGrey(DateTimeOffset moment)
    {
        var day = BeijingTime.Date(moment);
        return GreyDays.Contains(day) || GreyDays.Contains(day[5..]);
    }

    /// <summary>What pages show of it.</summary>
    public IEnumerable<string?> Texts() =>
        [
            Name,
            Description,
            .. Keywords,
            .. Units.SelectMany(unit => (string?[])[unit.Name, unit.ShortName, unit.Address, .. unit.Notices]),
        ];
}
