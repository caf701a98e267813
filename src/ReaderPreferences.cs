namespace WorkReports;

public enum TextSize
{
    Normal,
    Large,
    Small,
}

/// <summary>How a reader wants the pages: chosen by plain links, remembered by one cookie, known to the server alone.</summary>
/// <param name="Elder">长者模式: large type, one column, large targets.</param>
/// <param name="Contrast">High contrast.</param>
/// <param name="LargePointer">A large mouse pointer.</param>
public sealed record ReaderPreferences(
    bool Elder = false,
    bool Contrast = false,
    TextSize Text = TextSize.Normal,
    bool LargePointer = false
)
{
    public const string Cookie = "reader";

    /// <summary>The choices that <c>/reader/{choice}</c> takes.</summary>
    public static readonly IReadOnlyList<string> Choices =
    [
        "elder",
        "elder-off",
        "contrast",
        "contrast-off",
        "text-large",
        "text-normal",
        "text-small",
        "pointer",
        "pointer-off",
        "reset",
    ];

    static readonly string[] ElderNames =
    [
        "长者模式",
        "长者版",
        "长辈版",
        "长辈模式",
        "亲情版",
        "关爱版",
        "关怀版",
        "关怀模式",
        "老年版",
        "老年模式",
        "大字版",
        "适老版",
        "适老化",
        "无障碍",
    ];

    /// <summary>True for a search that asks for 长者模式 by one of the names that readers know it by.</summary>
    public static bool IsElderName(string query) => ElderNames.Contains(query.Trim());

    /// <summary>Reads the cookie; what it does not know, it passes over.</summary>
    public static ReaderPreferences Read(string? cookie)
    {
        var words = (cookie ?? "").Split('.');
        return new ReaderPreferences(
            words.Contains("elder"),
            words.Contains("contrast"),
            words.Contains("large") ? TextSize.Large
                : words.Contains("small") ? TextSize.Small
                : TextSize.Normal,
            words.Contains("pointer")
        );
    }

    public ReaderPreferences With(string choice) =>
        choice switch
        {
            "elder" => this with { Elder = true },
            "elder-off" => this with { Elder = false },
            "contrast" => this with { Contrast = true },
            "contrast-off" => this with { Contrast = false },
            "text-large" => this with { Text = TextSize.Large },
            "text-normal" => this with { Text = TextSize.Normal },
            "text-small" => this with { Text = TextSize.Small },
            "pointer" => this with { LargePointer = true },
            "pointer-off" => this with { LargePointer = false },
            _ => new ReaderPreferences(),
        };

    /// <summary>The cookie's value: the choices that differ from the usual.</summary>
    public override string ToString() => string.Join('.', Words());

    /// <summary>The class of the page's root element.</summary>
    public string Class => string.Join(' ', Words().Select(word => "reader-" + word));

    IEnumerable<string> Words()
    {
        if (Elder)
            yield return "elder";
        if (Contrast)
            yield return "contrast";
        if (Text == TextSize.Large)
            yield return "large";
        if (Text == TextSize.Small)
            yield return "small";
        if (LargePointer)
            yield return "pointer";
    }
}
