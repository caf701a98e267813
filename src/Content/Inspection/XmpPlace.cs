using System.Text;
using System.Text.RegularExpressions;

namespace WorkReports.Content.Inspection;

/// <summary>The place in an XMP block: XML, in which <c>exif:GPS…</c> are attributes or elements.</summary>
static class XmpPlace
{
    static readonly string[] Names =
    [
        "GPSLatitude",
        "GPSLongitude",
        "GPSDestLatitude",
        "GPSDestLongitude",
        "GPSAreaInformation",
    ];

    // Without backtracking: whatever the block holds, time grows with its length alone.
    static readonly Regex Property = new(
        """[\w.-]+:GPS\w+\s*=\s*(?:"[^"<]*"|'[^'<]*')|<[\w.-]+:GPS\w+[^<>]*(?:/>|>[^<]*</[^<>]*>)""",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    );

    /// <summary>However many bytes a character has.</summary>
    public static bool IsThere(ReadOnlySpan<byte> block)
    {
        var text = Encoding.Latin1.GetString(block).Replace("\0", "");
        return Names.Any(name => text.Contains(name, StringComparison.Ordinal));
    }

    /// <summary>Puts spaces in its place, so that nothing else moves; in that of the whole block where the place is told in another way.</summary>
    public static void Remove(Span<byte> block)
    {
        // A character for a byte: what is found in the text lies at the same place in the block.
        foreach (Match match in Property.Matches(Encoding.Latin1.GetString(block)))
            block.Slice(match.Index, match.Length).Fill((byte)' ');
        if (IsThere(block))
            block.Fill((byte)' ');
    }
}
