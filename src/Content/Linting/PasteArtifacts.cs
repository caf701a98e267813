using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Linting;

/// <summary>What comes along when text is pasted from Word, WPS or a web page, and links that were typed with Chinese marks.</summary>
static partial class PasteArtifacts
{
    /// <summary>Of each kind: nobody corrects more at once.</summary>
    const int MatchLimit = 1000;

    /// <summary>Signs that Word keeps in fonts of its own, and what to write for them.</summary>
    static readonly Dictionary<char, string> WordSymbols = new()
    {
        ['\uF0B7'] = "- ",
        ['\uF06C'] = "- ",
        ['\uF06E'] = "- ",
        ['\uF0A7'] = "- ",
        ['\uF0D8'] = "- ",
        ['\uF075'] = "- ",
        ['\uF076'] = "- ",
        ['\uF0A8'] = "☐",
        ['\uF06F'] = "☐",
        ['\uF0FC'] = "√",
        ['\uF0FE'] = "☑",
        ['\uF052'] = "☑",
        ['\uF0E0'] = "→",
        ['\uF0E8'] = "→",
    };

    public static void Check(IReadOnlyList<MarkdownObject> parts, SourceText source, ProblemList problems)
    {
        var code = new Lazy<List<SourceSpan>>(() =>
            [.. parts.Where(part => part is CodeBlock or CodeInline).Select(part => part.Span)]
        );
        var links = new Lazy<List<SourceSpan>>(() => [.. parts.OfType<LinkInline>().Select(part => part.Span)]);

        if (MatchesOutsideCode(FormatDebris(), source, code) is [var debris, ..] allDebris)
            problems.Warn(
                source.At(debris.Index, debris.Length),
                "word-debris",
                $"这里{CountNote(allDebris)}是从 Word 或网页粘贴来的格式代码，读者不需要。请先粘贴到记事本，再复制到这里；已有的请删去。"
            );
        if (MatchesOutsideCode(PrivateUseCharacter(), source, code) is [var sign, ..] allSigns)
            problems.Warn(
                source.At(sign.Index, sign.Length),
                "char-private",
                $"这里{CountNote(allSigns)}的符号（U+{char.ConvertToUtf32(source.Text, sign.Index):X4}）只有 Word 的字体里有，读者会看到方框。{Replacement(sign.Value)}"
            );
        if (MatchesOutsideCode(Mojibake(), source, code) is [var broken, ..] allBroken)
            problems.Warn(
                source.At(broken.Index, broken.Length),
                "char-broken",
                $"这里{CountNote(allBroken)}是乱码，文件可能用错误的编码保存过。请对照原稿改正，另存为 UTF-8 编码。"
            );
        foreach (var picture in MatchesOutsideCode(ImageWithoutAlt(), source, code))
            problems.Warn(
                source.At(picture.Index, picture.Length),
                "alt-missing",
                "图片没有说明，看不见图片的读者不知道上面有什么。请写成 ![读书会现场，二十多人围坐讨论](现场.jpg)。"
            );
        foreach (var link in MatchesOutsideCode(FullWidthBrackets(), source, code))
            problems.Warn(
                source.At(link.Index, link.Length),
                "link-brackets",
                $"这里的括号不全是半角的，不成链接。请写成 [{link.Groups["words"].Value}]({link.Groups["address"].Value.Trim()})。"
            );
        foreach (var link in MatchesOutsideCode(AddressWithSpace(), source, code).Where(link => !IsWithin(link, links)))
            problems.Warn(
                source.At(link.Index, link.Length),
                "link-space",
                $"地址里有空格，不成链接。请去掉文件名里的空格，或者用尖括号括起来：[{link.Groups["words"].Value}](<{link.Groups["address"].Value.Trim()}>)。"
            );
    }

    static List<Match> MatchesOutsideCode(Regex form, SourceText source, Lazy<List<SourceSpan>> code) =>
        [
            .. form.Matches(source.Text)
                .Take(MatchLimit)
                .Where(match => !IsEscaped(match, source) && !IsWithin(match, code)),
        ];

    static bool IsEscaped(Match match, SourceText source)
    {
        var before = source.Text.AsSpan(0, match.Index);
        return (before.Length - before.TrimEnd('\\').Length) % 2 == 1;
    }

    static bool IsWithin(Match match, Lazy<List<SourceSpan>> spans) =>
        spans.Value.Exists(span => span.Start <= match.Index && match.Index <= span.End);

    static string CountNote(List<Match> all) =>
        all.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"（全文共 {all.Count} 处）");

    static string Replacement(string sign) =>
        WordSymbols.TryGetValue(sign[0], out var instead)
            ? instead == "- "
                ? "项目符号请写“- ”，每项一行。"
                : $"请改成“{instead}”。"
            : "请换成普通的字或符号。";

    [GeneratedRegex(
        @"\bMso[A-Z]\w+|(?<![\w-])mso-[a-z-]+\s*:|</?(?:o|w|v|m|st\d):\w{1,40}[^>\n]{0,500}>|<!--\[if\b|<\?xml:namespace|<xml>|schemas-microsoft-com|<font\b[^>\n]{0,500}>|<!--StartFragment",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex FormatDebris();

    [GeneratedRegex("""<img\b(?![^>]{0,500}\balt\s*=\s*["'][^"'])[^>]{0,500}>""", RegexOptions.IgnoreCase)]
    private static partial Regex ImageWithoutAlt();

    [GeneratedRegex(@"[\uE000-\uF8FF]|[\uDB80-\uDBFF][\uDC00-\uDFFF]")]
    private static partial Regex PrivateUseCharacter();

    [GeneratedRegex(@"[\uFFFD\uFFFC]+|(?:锟斤拷)+|(?:烫烫)+|(?:鏄|銆|锛){3,}")]
    private static partial Regex Mojibake();

    [GeneratedRegex(
        @"(?:\[(?!\^)(?<words>[^\[\]\n]{1,60})\](?:（(?<address>[^（）()\n]{1,300})[）)]|\((?<address>[^（）()\n]{1,300})）)|【(?<words>[^【】\n]{1,60})】\((?<address>[^()\n]{1,300})\))(?<=(?:https?://|www\.|\.(?:md|pdf|docx?|xlsx?|png|jpe?g|wps|ofd))[^（）()\n]*.)"
    )]
    private static partial Regex FullWidthBrackets();

    [GeneratedRegex(
        @"\[(?!\^)(?<words>[^\[\]\n]{1,60})\]\((?<address>[^()<>\n""']{0,150}[^()<>\s""'][ \u3000]{1,9}[^()<>\s""'][^()<>\n""']{0,150})\)"
    )]
    private static partial Regex AddressWithSpace();
}
