namespace WorkReports.Import.Word.Equations;

/// <summary>Mathematics on one line, as people type it: 36/48, (a+b)/c, √2, x̄.</summary>
static class LinearMath
{
    public const string Overline = "\u0305";
    public const string Underline = "\u0332";

    /// <summary>Longer words stand in brackets, whatever they are.</summary>
    const int AtomLengthLimit = 12;

    /// <summary>Longer texts would get a mark on each letter, which no font draws well.</summary>
    const int AccentedLengthLimit = 8;

    const string PartsOfAtoms = ".,%‰°′″!∞‾\u0305\u0302\u0304_ ";

    static readonly Dictionary<string, string> VulgarFractions = new()
    {
        ["1/2"] = "½",
        ["1/3"] = "⅓",
        ["2/3"] = "⅔",
        ["1/4"] = "¼",
        ["3/4"] = "¾",
        ["1/5"] = "⅕",
        ["2/5"] = "⅖",
        ["3/5"] = "⅗",
        ["4/5"] = "⅘",
        ["1/6"] = "⅙",
        ["5/6"] = "⅚",
        ["1/7"] = "⅐",
        ["1/8"] = "⅛",
        ["3/8"] = "⅜",
        ["5/8"] = "⅝",
        ["7/8"] = "⅞",
        ["1/9"] = "⅑",
        ["1/10"] = "⅒",
    };

    /// <summary>Signs that are drawn over a letter, and the combining ones that do the same in text.</summary>
    static readonly Dictionary<string, string> Accents = new()
    {
        ["¯"] = Overline,
        ["‾"] = Overline,
        ["ˉ"] = Overline,
        ["_"] = Underline,
        ["^"] = "\u0302",
        ["ˆ"] = "\u0302",
        ["~"] = "\u0303",
        ["˜"] = "\u0303",
        ["˙"] = "\u0307",
        ["¨"] = "\u0308",
        ["→"] = "\u20D7",
        ["´"] = "\u0301",
        ["`"] = "\u0300",
        ["ˇ"] = "\u030C",
        ["˘"] = "\u0306",
        ["/"] = "\u0338",
    };

    public static string? AccentOf(string sign) => Accents.GetValueOrDefault(sign);

    /// <summary>With the sign that Unicode has for it, where it has one.</summary>
    public static string Fraction(string above, string below)
    {
        var plain = $"{Grouped(above.Trim())}/{Grouped(below.Trim())}";
        return VulgarFractions.GetValueOrDefault(plain, plain);
    }

    public static string Root(string degree, string radicand) => RootSign(degree.Trim()) + Grouped(radicand.Trim());

    /// <summary>In small figures where the degree stands before the sign.</summary>
    public static string RootSign(string degree) =>
        degree switch
        {
            "" or "2" => "√",
            "3" => "∛",
            "4" => "∜",
            _ => $"({degree})√",
        };

    /// <param name="mark">A combining character.</param>
    public static string Accented(string text, string mark) =>
        text.Length is 0 or > AccentedLengthLimit || text.Any(char.IsSurrogate)
            ? text
            : string.Concat(text.Select(letter => letter + mark));

    /// <summary>True for what needs no brackets as a part of something else.</summary>
    public static bool IsAtom(string text) =>
        text.Length <= AtomLengthLimit
        && text.All(letter => char.IsLetterOrDigit(letter) || PartsOfAtoms.Contains(letter));

    static string Grouped(string text) => IsAtom(text) ? text : $"({text})";
}
