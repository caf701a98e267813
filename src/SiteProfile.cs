namespace WorkReports;

/// <summary>What <c>site.yml</c> says of the site and its publishing units.</summary>
public sealed record SiteProfile
{
    public string Name { get; init; } = "工作报告";

    /// <summary>Scheme and host of absolute addresses, without a slash at the end: <c>https://www.example.cn</c>.</summary>
    public string Origin { get; init; } = "http://localhost:8080";

    /// <summary>网站标识码: ten digits.</summary>
    public string? SiteCode { get; init; }

    public string Description { get; init; } = "";
    public IReadOnlyList<string> Keywords { get; init; } = [];
    public IReadOnlyList<PublishingUnit> Units { get; init; } = [];

    /// <summary>Days on which the site is shown in grey: <c>MM-dd</c> each year, <c>yyyy-MM-dd</c> once; Beijing time.</summary>
    public IReadOnlyList<string> GreyDays { get; init; } = [];

    public PublishingUnit? DefaultUnit => Units.FirstOrDefault(unit => unit.IsDefault) ?? Units.FirstOrDefault();

    public PublishingUnit? Unit(string slug) => Units.FirstOrDefault(unit => unit.Slug == slug);

    /// <summary>The absolute address of a path of the site.</summary>
    public string Absolute(string path) => Origin + path;

    public bool IsGrey(DateTimeOffset moment)
    {
        var day = BeijingTime.Date(moment);
        return GreyDays.Contains(day) || GreyDays.Contains(day[5..]);
    }
}
