using System.Text.RegularExpressions;

namespace WorkReports.Import.Markdown;

/// <summary>Escapes what Markdown would take for syntax; nothing else, so that the file reads well.</summary>
static partial class Escaping
{
    public static string Text(string text) => Special().Replace(Spaces().Replace(text, " "), "\\$0");

    /// <summary>Escapes what would begin a heading, a quote or a list at the start of a line.</summary>
    public static string LineStart(string line) =>
        BlockStart().Match(line) is { Success: true } opener ? line.Insert(opener.Groups["mark"].Index, "\\") : line;

    public static string Url(string url) => Unsafe().Replace(url, match => Uri.HexEscape(match.Value[0]));

    [GeneratedRegex(@"[*`\[\]|<\\]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=~)~|~(?=~)|&(?=#?\w+;)")]
    private static partial Regex Special();

    [GeneratedRegex(
        @"^(?<mark>[>]|#(?=#{0,5}(\s|$))|[-+](?=\s|$)|-(?=-+\s*$)|=(?==*\s*$)|[:~](?=\s))|^\d{1,9}(?<mark>[.)])(?=\s|$)"
    )]
    private static partial Regex BlockStart();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();

    [GeneratedRegex("[ ()<>\"\\\\\r\n]")]
    private static partial Regex Unsafe();
}
