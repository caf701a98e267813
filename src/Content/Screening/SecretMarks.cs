using System.Globalization;
using System.Text.RegularExpressions;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Screening;

/// <summary>
/// Marks of classified documents (GB/T 9704: 机密★1年 in the upper left corner, and its many spellings). What has one must not be on
/// a website, and not be published because nobody saw it.
/// </summary>
static partial class SecretMarks
{
    const string Error =
        "这是密级标志。涉密文件不得放到网站上，草稿也不行：请立即移走这个文件，告诉保密干部和管理员。确实不是涉密文件的，由保密审查的人核对以后，在文件头加一行“涉密字样: 已核”。";

    const string Warning =
        "这里提到密级，旁边还有份号、保密期限之类的字样，像是从涉密文件里来的。请核对；不是涉密文件的，由保密审查的人核对以后，在文件头加一行“涉密字样: 已核”。";

    /// <summary>Lines before and after that are looked at for what stands beside a mark.</summary>
    const int Neighbours = 3;

    static readonly System.Buffers.SearchValues<char> Levels = System.Buffers.SearchValues.Create("密");

    /// <param name="shown">What readers would see of it.</param>
    /// <returns>True for a text that must not reach them.</returns>
    public static bool Check(string text, IEnumerable<string?> shown, ProblemList problems)
    {
        Check(text, problems);
        CheckShown(shown, problems);
        return problems.All.Any(problem => problem is { Code: "secret-mark", IsError: true });
    }

    static void Check(string text, ProblemList problems)
    {
        if (!text.AsSpan().ContainsAny(Levels))
            return;
        var lines = text.Split('\n');
        for (var number = 0; number < lines.Length; number++)
        {
            var line = lines[number];
            if (!line.Contains('密'))
                continue;
            if (MarkOrLineIn(line) is { } mark)
                problems.Error(new Place(number + 1, mark.Index + 1, mark.Length), "secret-mark", Error);
            else if (Level().Match(line) is { Success: true } level && IsBesideOthers(lines, number))
                problems.Warn(new Place(number + 1, level.Index + 1, level.Length), "secret-mark", Warning);
        }
    }

    /// <summary>What readers would see, where the source spells it otherwise: with entities, tags or emphasis within.</summary>
    static void CheckShown(IEnumerable<string?> shown, ProblemList problems)
    {
        if (problems.All.Any(problem => problem.Code == "secret-mark"))
            return;
        foreach (var line in shown.SelectMany(text => (text ?? "").Split('\n')).Where(line => line.Contains('密')))
        {
            if (MarkIn(string.Concat(line.Where(IsSeen))) is not { } mark)
                continue;
            problems.Error(1, "secret-mark", $"页面上会显示“{mark.Value.Trim()}”。{Error}");
            return;
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
