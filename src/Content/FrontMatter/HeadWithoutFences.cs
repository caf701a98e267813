using WorkReports.Content.Problems;

namespace WorkReports.Content.FrontMatter;

/// <summary>A file that begins with what a head says, and has no line of hyphens at all: all of it would be published as text.</summary>
static class HeadWithoutFences
{
    /// <summary>One of these alone is a head; of the others two in a row.</summary>
    static readonly YamlKey[] Certain = [ReportKeys.Title, ReportKeys.Date, ReportKeys.Unit, ReportKeys.Draft];

    /// <param name="text">From its first line that is not empty.</param>
    /// <param name="number">Of that line.</param>
    public static bool Report(string text, int number, ProblemList problems)
    {
        var lines = text.Split('\n').TakeWhile(line => KeyOf(line) is not null).ToList();
        if (!lines.Exists(IsCertain) && lines.Count < 2)
            return false;
        problems.Error(
            number,
            "fence-missing",
            $"文件头的上面和下面都少了一行“---”，所以当成了正文。请在第 {number} 行的上面、第 {number + lines.Count - 1} 行的下面各补一行，写成这样三行：“---”“{Shortened(lines[0])}”“---”，再空一行写正文。"
        );
        return true;
    }

    static bool IsCertain(string line) => Array.Exists(Certain, key => key == KeyOf(line));

    /// <summary>The key that a line of a head begins with.</summary>
    static YamlKey? KeyOf(string line) =>
        line.IndexOfAny([':', '：']) is > 0 and var colon && line.Length > colon + 1
            ? ReportKeys.All.FirstOrDefault(key => key.Matches(line[..colon].Trim()))
            : null;

    static string Shortened(string line) => line.Length > 30 ? line[..28] + "……" : line.Trim();
}
