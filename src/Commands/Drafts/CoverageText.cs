using System.Globalization;
using WorkReports.Import.Coverage;
using WorkReports.Import.Coverage.Shown;

namespace WorkReports.Commands.Drafts;

/// <summary>What an editor is told of the comparison of a draft with its document.</summary>
static class CoverageText
{
    /// <summary>Of all lines together, in characters: whoever has more to read reads the document beside the draft.</summary>
    const int LengthLimit = 20_000;

    const int ListedPlaceLimit = 5;

    /// <summary>The two numbers, first of all: they are alike where nothing was lost.</summary>
    public static string Counts(ImportCoverage? coverage)
    {
        if (coverage is null)
            return "原文的字数没有核对（文件的内部写法特殊），请对照原文通读一遍";
        var missing = coverage.ShownCount - coverage.DraftCount - coverage.TakenCount;
        return $"原文 {Number(coverage.ShownCount)} 字，草稿 {Number(coverage.DraftCount)} 字"
            + (coverage.TakenCount > 0 ? $"，拿掉 {Number(coverage.TakenCount)} 字（列在下面）" : "")
            + (missing > 0 ? $"，缺 {Number(missing)} 字（列在下面）" : "");
    }

    public static IEnumerable<string> Changed(ImportCoverage? coverage)
    {
        if (coverage is null or { Renumbered.Count: 0 })
            return [];
        var places = coverage.Renumbered.Select(label => $"{label.Place}“{label.Words}”").ToList();
        return
        [
            $"编号的标点换成了列表的写法，如“1、”写成“1.”（{places.Count} 处）：{string.Join("、", places.Take(ListedPlaceLimit))}{(places.Count > ListedPlaceLimit ? "等处" : "")}。",
        ];
    }

    public static IReadOnlyList<string> Missing(ImportCoverage? coverage) => Listed(coverage?.Missing ?? []);

    /// <summary>The lines of a table of contents are one: the site makes its own.</summary>
    public static IReadOnlyList<string> Beside(ImportCoverage? coverage)
    {
        var isContents = (coverage?.Beside ?? []).ToLookup(one => one.Kind == ShownKind.TableOfContents);
        var contents = string.Join("；", isContents[true].Select(line => line.Words));
        return
        [
            .. Listed([.. isContents[false]]),
            .. contents.Length > 0 ? (string[])["目录里的文字：" + Cut(contents)] : [],
        ];
    }

    static string Cut(string text) =>
        text.Length <= LengthLimit ? text : text[..LengthLimit].TrimEnd('\uD83C', '\uD83D', '\uD83E') + "……";

    static List<string> Listed(IReadOnlyList<MissingText> all)
    {
        var (lines, length) = (new List<string>(), 0);
        foreach (var missing in all)
        {
            var line = missing.ToString();
            length += line.Length;
            if (length > LengthLimit && lines.Count > 0)
                break;
            lines.Add(line);
        }
        if (lines.Count < all.Count)
            lines.Add(
                $"还有 {all.Count - lines.Count} 处，共 {Number(all.Skip(lines.Count).Sum(one => one.Count))} 字，请对照原文核对"
            );
        return lines;
    }

    static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
