using System.Globalization;
using System.Text;

namespace WorkReports.Commands.Output;

/// <summary>The columns that a text takes on a terminal: a Chinese character takes two.</summary>
static class TextWidth
{
    public static int Of(string text) => text.EnumerateRunes().Sum(Of);

    static int Of(Rune character) =>
        Rune.GetUnicodeCategory(character)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format
            ? 0
        : IsWide(character.Value) ? 2
        : 1;

    /// <summary>East Asian Wide and Fullwidth (Unicode, annex 11).</summary>
    static bool IsWide(int character) =>
        character
            is >= 0x1100
                and <= 0x115F
                or >= 0x2E80
                and <= 0x303E
                or >= 0x3041
                and <= 0x33FF
                or >= 0x3400
                and <= 0x4DBF
                or >= 0x4E00
                and <= 0xA4CF
                or >= 0xAC00
                and <= 0xD7A3
                or >= 0xF900
                and <= 0xFAFF
                or >= 0xFE30
                and <= 0xFE6F
                or >= 0xFF00
                and <= 0xFF60
                or >= 0xFFE0
                and <= 0xFFE6
                or >= 0x1F300
                and <= 0x1F64F
                or >= 0x1F900
                and <= 0x1F9FF
                or >= 0x20000
                and <= 0x3FFFD;
}
