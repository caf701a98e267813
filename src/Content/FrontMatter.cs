using YamlDotNet.RepresentationModel;

namespace WorkReports.Content;

/// <summary>The head of a Markdown file: a YAML block between two lines of three hyphens. A file may do without.</summary>
/// <param name="Mapping">Null when the block could not be read; the reason is in the list of problems.</param>
/// <param name="HeadLine">Lines of the file before the block's first line.</param>
/// <param name="Body">The Markdown after it.</param>
/// <param name="BodyLine">Lines of the file before the body.</param>
sealed record FrontMatter(YamlMappingNode? Mapping, int HeadLine, string Body, int BodyLine)
{
    public static FrontMatter Read(string text, ProblemList problems)
    {
        var lines = text.Split('\n');
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        if (first < 0) return new FrontMatter([], 0, "", 0);
        if (IsWrongFence(lines[first]))
        {
            problems.Error(first + 1, "fence-wrong", "文件头的第一行应当是三个半角减号“---”，内容写成“名称: 内容”，最后再写一行“---”。");
            return new FrontMatter(null, 0, "", 0);
        }
        if (!IsFence(lines[first])) return new FrontMatter([], 0, text, 0);

        var last = Array.FindIndex(lines, first + 1, IsFence);
        if (last < 0)
        {
            problems.Error(first + 1, "fence-unclosed", "文件头没有结束。请在文件头最后一行的下面写一行“---”，再写正文。");
            return new FrontMatter(null, 0, "", 0);
        }
        var mapping = YamlText.Read(string.Join('\n', lines[(first + 1)..last]), first + 1, problems);
        return new FrontMatter(mapping, first + 1, string.Join('\n', lines[(last + 1)..]), last + 1);
    }

    static bool IsFence(string line) => line.TrimEnd() == "---";

    /// <summary>Dashes of other kinds, and the TOML fence of other generators.</summary>
    static bool IsWrongFence(string line) =>
        line.TrimEnd() is { Length: >= 2 } fence
        && (fence == "+++" || (fence.All(dash => dash is '-' or '—' or '－' or '–' or '―') && fence.Any(dash => dash != '-')));
}
