using System.Text.RegularExpressions;

namespace WorkReports.Pages.Parts;

/// <summary>Titles as they are set large, and short where a heading above has said half of them already.</summary>
public static partial class TitleText
{
    /// <summary>A title cut where a line must not: a short name in quotes or brackets stays whole.</summary>
    public static IEnumerable<(string Text, bool Whole)> Parts(string title)
    {
        var shown = 0;
        foreach (Match name in Name().Matches(title))
        {
            if (name.Index > shown)
                yield return (title[shown..name.Index], false);
            yield return (name.Value, true);
            shown = name.Index + name.Length;
        }
        if (shown < title.Length)
            yield return (title[shown..], false);
    }

    /// <summary>
    /// A section's title under its pillar's name: without its number and that name, when words are left.
    /// </summary>
    public static string Within(string pillar, string section)
    {
        var rest = Number().Replace(section, "");
        return
            rest.StartsWith(pillar, StringComparison.Ordinal)
            && Separator().Match(rest, pillar.Length) is { Success: true } cut
            ? rest[(cut.Index + cut.Length)..]
            : section;
    }

    [GeneratedRegex("“[^“”]{1,8}”|《[^《》]{1,8}》|「[^「」]{1,8}」")]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:[一二三四五六七八九十百]+|[（(][一二三四五六七八九十百]+[）)]|[0-9]+)[、.．]?\s*")]
    private static partial Regex Number();

    [GeneratedRegex(@"\G\s*(?:[:：]|——)\s*(?=\S)")]
    private static partial Regex Separator();
}
