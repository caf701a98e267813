using System.Text.RegularExpressions;
using WorkReports.Content.Problems;
using YamlDotNet.RepresentationModel;

namespace WorkReports.Content.FrontMatter;

/// <summary>The head of a Markdown file: a YAML block between two lines of three hyphens. A file may do without.</summary>
/// <param name="Mapping">Null when the block could not be read; the reason is in the list of problems.</param>
/// <param name="LinesBeforeHead">Lines of the file before the block's first line.</param>
/// <param name="Body">The Markdown after it.</param>
/// <param name="LinesBeforeBody">Lines of the file before the body.</param>
sealed partial record FrontMatterBlock(YamlMappingNode? Mapping, int LinesBeforeHead, string Body, int LinesBeforeBody)
{
    /// <summary>A head without its first fence is noticed only where its last fence comes within so many lines.</summary>
    const int MissingFenceLineLimit = 40;

    static readonly FrontMatterBlock Unreadable = new(null, 0, "", 0);

    /// <summary>The values of the head; null when the block could not be read.</summary>
    public YamlFields? Fields(
        IReadOnlyList<YamlKey> keys,
        ProblemList problems,
        IReadOnlyDictionary<string, string>? foreign = null
    ) => Mapping is null ? null : YamlFields.Read(Mapping, keys, problems, LinesBeforeHead, foreign);

    public static FrontMatterBlock Read(string text, ProblemList problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Error(1, "file-empty", "文件是空的。请把内容写上，或者放回去，再保存。");
            return Unreadable;
        }
        var blank = text.Length - text.AsSpan().TrimStart().Length;
        var start = text.LastIndexOf('\n', Math.Max(0, blank - 1), Math.Max(0, blank)) + 1;
        var first = LineAt(text, start);
        var line = LineOf(text, start);
        if (IsWrongFence(first, LineAt(text, start + first.Length + 1)))
        {
            problems.Error(
                line,
                "fence-wrong",
                "文件头的第一行应当是三个半角减号“---”，内容写成“名称: 内容”，最后再写一行“---”。"
            );
            return Unreadable;
        }
        var last = Fence().Match(text, Math.Min(text.Length, start + first.Length));
        if (first.Trim() != "---")
        {
            if (last.Success && LineOf(text, last.Index) < line + MissingFenceLineLimit && IsFieldLine(first))
                problems.Warn(
                    line,
                    "fence-missing",
                    "文件头上面少了一行“---”，所以当成了正文。请在第一行的上面补一行“---”。"
                );
            else if (HeadWithoutFences.Report(text[start..], line, problems))
                return Unreadable;
            return new FrontMatterBlock([], 0, text, 0);
        }
        if (!last.Success)
        {
            problems.Error(line, "fence-unclosed", "文件头没有结束。请在文件头最后一行的下面写一行“---”，再写正文。");
            return Unreadable;
        }
        var yaml = text[(start + first.Length + 1)..last.Index];
        var mapping = YamlText.Read(yaml, line, problems);
        if (mapping is not null)
            HeadComments.Check(yaml, line, problems);
        return new FrontMatterBlock(
            mapping,
            line,
            text[Math.Min(text.Length, last.Index + last.Length + 1)..],
            LineOf(text, last.Index)
        );
    }

    static string LineAt(string text, int start) =>
        start >= text.Length ? ""
        : text.IndexOf('\n', start) is >= 0 and var end ? text[start..end]
        : text[start..];

    /// <summary>Counted from 1.</summary>
    static int LineOf(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;

    /// <summary>Dashes of other kinds or in another number, and the TOML fence of other generators.</summary>
    static bool IsWrongFence(string line, string next)
    {
        var fence = line.Trim();
        return fence == "+++"
            || (
                fence.Length >= 2
                && fence != "---"
                && fence.All(IsDash)
                && (fence.Any(dash => dash != '-') || IsFieldLine(next))
            );
    }

    static bool IsDash(char letter) => letter is '-' or '—' or '－' or '–' or '―';

    static bool IsFieldLine(string line) =>
        line.Split(':', '：') is [var name, _, ..] && ReportKeys.All.Any(key => key.Matches(name.Trim()));

    [GeneratedRegex(@"^---[^\S\n]*$", RegexOptions.Multiline)]
    private static partial Regex Fence();
}
