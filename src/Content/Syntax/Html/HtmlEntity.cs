using Markdig.Helpers;

namespace WorkReports.Content.Syntax.Html;

/// <summary>Characters as HTML names them.</summary>
static class HtmlEntity
{
    /// <param name="entity">From its ampersand to its semicolon.</param>
    /// <returns>Null for what is none.</returns>
    public static string? Decode(ReadOnlySpan<char> entity)
    {
        var unescaped = HtmlHelper.Unescape(entity.ToString(), removeBackSlash: false);
        return entity.SequenceEqual(unescaped) ? null : unescaped;
    }
}
