using System.Globalization;
using System.Text.RegularExpressions;

namespace WorkReports.Content.Inspection;

/// <summary>What the styles of a drawing would load. Escapes and comments are read as a browser reads them.</summary>
static partial class CssReferences
{
    static readonly string[] Loading = ["@import", "image-set(", "src(", "-moz-binding"];

    /// <summary>Null where they load nothing but what the drawing carries along.</summary>
    public static string? FirstFault(string css)
    {
        if (css.AsSpan().IndexOfAny('(', '@', '\\') < 0 && !css.Contains("-moz", StringComparison.OrdinalIgnoreCase))
            return null;
        var plain = Plain(css);
        foreach (var word in Loading)
        {
            if (plain.Contains(word, StringComparison.OrdinalIgnoreCase))
                return word.TrimEnd('(');
        }
        for (var at = Next(plain, 0); at >= 0; at = Next(plain, at))
        {
            at += "url(".Length;
            var target = plain.AsSpan(at).TrimStart(" \t\r\n\f\"'");
            if (target is not ['#' or ')', ..] && !IsCarriedPicture(target))
                return $"指向别处的 url（{target[..Math.Min(target.Length, 60)].ToString().Split(')')[0]}）";
        }
        return null;
    }

    /// <summary>True for a picture of dots written into the file: one of lines could do anything.</summary>
    public static bool IsCarriedPicture(ReadOnlySpan<char> target) => CarriedPicture().IsMatch(target);

    static int Next(string css, int from) => css.IndexOf("url(", from, StringComparison.OrdinalIgnoreCase);

    static string Plain(string css) =>
        css.Contains('\\') || css.Contains("/*", StringComparison.Ordinal)
            ? Escape().Replace(Comment().Replace(css, ""), match => Unescaped(match.Groups["code"].Value, match.Value))
            : css;

    static string Unescaped(string code, string escape)
    {
        if (code.Length == 0)
            return escape[1..];
        var number = int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return number is > 0 and < 0xD800 or > 0xDFFF and <= 0x10FFFF ? char.ConvertFromUtf32(number) : "\uFFFD";
    }

    [GeneratedRegex(@"^data:image/(?:png|jpe?g|gif|webp|bmp|x-png|avif)\s*[;,]", RegexOptions.IgnoreCase)]
    private static partial Regex CarriedPicture();

    [GeneratedRegex(@"/\*.*?(?:\*/|$)", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\\(?:(?<code>[0-9A-Fa-f]{1,6})(?:\r\n|[ \t\r\n\f])?|.)", RegexOptions.Singleline)]
    private static partial Regex Escape();
}
