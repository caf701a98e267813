namespace WorkReports;

/// <summary>An organ that publishes reports, as the footer of its pages names it. What it does not have is null.</summary>
public sealed record PublishingUnit
{
    public required string Slug { get; init; }
    public required string Name { get; init; }

    /// <summary>The name in lists; the full name when the register gives no short one.</summary>
    public required string ShortName { get; init; }

    public string? Address { get; init; }
    public string? Phone { get; init; }

    /// <summary>When the phone is answered.</summary>
    public string? Hours { get; init; }

    /// <summary>ICP 备案号, such as 苏ICP备05003616号.</summary>
    public string? Icp { get; init; }

    /// <summary>公安备案号, such as 苏公网安备32041102000483号.</summary>
    public string? PoliceRecord { get; init; }

    /// <summary>Notices of the footer: IPv6, browsers, screen sizes.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    public bool IsDefault { get; init; }

    /// <summary>The ministry's site, where an ICP number is looked up.</summary>
    public static string IcpRegister => "https://beian.miit.gov.cn/";

    /// <summary>The public register's page for <see cref="PoliceRecord"/>; null when the number holds no digits.</summary>
    public string? PoliceRegister =>
        new string([.. (PoliceRecord ?? "").Where(char.IsAsciiDigit)]) is { Length: > 0 } code
            ? "https://beian.mps.gov.cn/#/query/webSearch?code=" + code
            : null;
}
