using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace WorkReports.Secrecy;

/// <summary>A mark of a classified document in a text.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Index">Where it begins in its line, from 0.</param>
/// <param name="IsCertain">False for a word of secrecy that is doubtful: beside it stands what classified documents bear.</param>
readonly record struct ClassificationMark(int Line, int Index, string Text, bool IsCertain);

/// <summary>
/// Finds the marks of classified documents (GB/T 9704: 机密★1年 in the upper left corner, and its many spellings). One rule for
/// what is published and what is imported.
/// </summary>
static partial class ClassificationMarks
{
    /// <summary>Lines before and after that are looked at for what stands beside a mark.</summary>
    const int Neighbours = 3;

    static readonly SearchValues<char> Levels = SearchValues.Create("密");

    /// <summary>At most one a line.</summary>
    public static IEnumerable<ClassificationMark> Find(string text) =>
        text.AsSpan().ContainsAny(Levels) ? Find(text.Split('\n')) : [];

    /// <summary>In a line as readers see it, where its source spells it otherwise; null where there is none.</summary>
    public static string? FindShown(string line) =>
        line.Contains('密') ? MarkIn(string.Concat(line.Where(IsSeen)))?.Value.Trim() : null;

    static IEnumerable<ClassificationMark> Find(string[] lines)
    {
        for (var number = 0; number < lines.Length; number++)
        {
            var line = lines[number];
            if (!line.Contains('密'))
                continue;
            if (MarkOrLineIn(line) is { } mark)
                yield return new ClassificationMark(number + 1, mark.Index, mark.Value, IsCertain: true);
            else if (Level().Match(line) is { Success: true } level && IsBesideOthers(lines, number))
                yield return new ClassificationMark(number + 1, level.Index, level.Value, IsCertain: false);
        }
    }

    static bool IsSeen(char letter) => char.GetUnicodeCategory(letter) != UnicodeCategory.Format;

    static Match? MarkIn(string line) =>
        Starred().Match(line) is { Success: true } starred ? starred
        : Labelled().Match(line) is { Success: true } labelled ? labelled
        : Bracketed().Match(line) is { Success: true } bracketed ? bracketed
        : Spaced().Match(line) is { Success: true } spaced ? spaced
        : null;

    static Match? MarkOrLineIn(string line) =>
        MarkIn(line) ?? (Alone().Match(line) is { Success: true } alone ? alone : null);

    static bool IsBesideOthers(string[] lines, int number)
    {
        for (
            var near = Math.Max(0, number - Neighbours);
            near <= Math.Min(lines.Length - 1, number + Neighbours);
            near++
        )
        {
            if (Companion().IsMatch(lines[near]))
                return true;
        }
        return false;
    }

    /// <summary>机密★1年, 秘密 ☆ 长期, 绝密★启用前.</summary>
    [GeneratedRegex(
        @"[绝絕机機秘祕][ \u3000\u00A0]*密(?:[级級件])?[ \u3000\u00A0]*\\?[★☆✩✪⭐✭▲＊*](?![^★☆✩✪⭐✭▲＊*\n]*\*)[ \u3000\u00A0]*(?:长期|[\d０-９〇一二三四五六七八九十]|启用|解密|$|[^\p{L}])?"
    )]
    private static partial Regex Starred();

    /// <summary>
    /// 密级：秘密, 保密等级 机密, a cell of 密级 and one of 机密. A run of blanks and asterisks is taken whole: tried in every length
    /// it would take time that grows with its square.
    /// </summary>
    [GeneratedRegex(
        @"(?:密[ \u3000\u00A0]*级|[保涉]密[等密]?级别?|定密级别)(?>[*_\s]*)(?:[:：|｜](?>[*_\s]*)|(?<=[ \u3000\u00A0][*_]*))[绝絕机機秘祕][ \u3000\u00A0]*密"
    )]
    private static partial Regex Labelled();

    [GeneratedRegex(
        @"[【〔\[［〖][ \u3000]*[绝絕机機秘祕][ \u3000]*密[级級件]?[ \u3000]*[】〕\]］〗]|^[\s>#*_|\-]*(?:标题: *|title: *)?[""“]?[（(][ \u3000]*[绝絕机機秘祕][ \u3000]*密[级級件]?[ \u3000]*[)）]"
    )]
    private static partial Regex Bracketed();

    /// <summary>机　密: nobody parts the word by a space in a sentence.</summary>
    [GeneratedRegex(
        @"(?<![\p{IsCJKUnifiedIdeographs}])[绝絕机機秘祕][ \u3000\u00A0\u2000-\u200A]+密(?![\p{IsCJKUnifiedIdeographs}])"
    )]
    private static partial Regex Spaced();

    /// <summary>A line, or a heading, of nothing else. What follows the word is taken whole, for the same reason.</summary>
    [GeneratedRegex(
        @"^[\s>#*_|\-]*(?:标题: *|title: *)?[绝絕机機秘祕]密(?:[级級]|文件|件)?(?>[\s#*_|。]*)(?:[\d０-９一二三四五六七八九十]+ *年|长期)?[\s*_|]*$"
    )]
    private static partial Regex Alone();

    [GeneratedRegex(@"(?<![\p{IsCJKUnifiedIdeographs}])[绝絕机機秘祕]密(?![性书感])|[绝絕机機秘祕]密[级級]")]
    private static partial Regex Level();

    [GeneratedRegex(
        @"份[ \u3000]*号|保密期限|密级标志|定密|印发份数|知悉范围|不得(?:复印|外传|翻印)|^[ \u3000]*[0０]{2,}[\d０-９]{1,4}[ \u3000]*$"
    )]
    private static partial Regex Companion();
}
