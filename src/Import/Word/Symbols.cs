using System.Globalization;

namespace WorkReports.Import.Word;

/// <summary>Characters of symbol fonts as Unicode: elsewhere their codes mean something else.</summary>
static class Symbols
{
    static readonly Dictionary<int, string> Wingdings = new()
    {
        [0x6C] = "●",
        [0x6E] = "■",
        [0x6F] = "□",
        [0x71] = "❑",
        [0x75] = "◆",
        [0x76] = "❖",
        [0xA7] = "▪",
        [0xA8] = "□",
        [0xD8] = "➢",
        [0xE0] = "→",
        [0xDF] = "←",
        [0xE1] = "↑",
        [0xE2] = "↓",
        [0xFB] = "✗",
        [0xFC] = "✓",
        [0xFD] = "☒",
        [0xFE] = "☑",
    };

    static readonly Dictionary<int, string> Wingdings2 = new()
    {
        [0x50] = "✓",
        [0x4F] = "✗",
        [0x52] = "☑",
        [0x51] = "☒",
        [0xA3] = "□",
    };

    static readonly Dictionary<int, string> Symbol = new()
    {
        [0xA3] = "≤",
        [0xB3] = "≥",
        [0xB1] = "±",
        [0xB4] = "×",
        [0xB8] = "÷",
        [0xB7] = "·",
        [0xB0] = "°",
        [0xAE] = "→",
        [0xB9] = "≠",
        [0x61] = "α",
        [0x62] = "β",
    };

    /// <summary>Null for an unknown character.</summary>
    public static string? ToUnicode(string? font, string? code)
    {
        if (!int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number))
            return null;
        var table = font?.Trim().ToLowerInvariant() switch
        {
            "wingdings" => Wingdings,
            "wingdings 2" => Wingdings2,
            "symbol" => Symbol,
            _ => null,
        };
        // Word adds F000, so that the code lies in the private use area.
        if (table is not null)
            return table.GetValueOrDefault(number & 0xFF);
        return number is >= 0x20 and < 0xD800 ? ((char)number).ToString() : null;
    }
}
