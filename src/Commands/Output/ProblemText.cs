using System.Globalization;
using WorkReports.Content;
using WorkReports.Content.Files;
using WorkReports.Terminal;

namespace WorkReports.Commands.Output;

/// <summary>Problems for people: the sentence, the line, and a caret under the place.</summary>
static class ProblemText
{
    /// <summary>Of a long line, so many characters are shown before the problem, and so many in all.</summary>
    const int ContextBefore = 24;
    const int ExcerptLengthLimit = 60;

    public static void Write(ContentCheck check, Settings settings, PrintableWriter output)
    {
        var lines = new SourceLines(ContentFolder.Of(settings));
        foreach (var problem in check.Problems)
        {
            output.WriteLine($"{problem} [{problem.Code}]");
            if (lines.Line(problem.File, problem.Line) is { } line && !string.IsNullOrWhiteSpace(line))
                WriteLine(line, problem.At, output);
        }
        output.WriteLine(
            check.Problems.Count == 0
                ? $"检查了 {check.Files} 个文件，没有发现问题。"
                : $"检查了 {check.Files} 个文件：{check.Errors} 个错误，{check.Problems.Count - check.Errors} 个提醒。"
        );
    }

    static void WriteLine(string line, Place at, PrintableWriter output)
    {
        // A whole line is marked at its first letter.
        var start = Math.Min(at.Length > 0 ? at.Column - 1 : line.Length - line.TrimStart().Length, line.Length);
        var from = start > ContextBefore + 4 ? CharacterBoundary(line, start - ContextBefore) : 0;
        var to =
            line.Length - from > ExcerptLengthLimit ? CharacterBoundary(line, from + ExcerptLengthLimit) : line.Length;
        var (head, tail) = (from > 0 ? "…" : "", to < line.Length ? "…" : "");
        var number = at.Line.ToString(CultureInfo.InvariantCulture);
        var before = head + Shown(line[from..start]);
        var marked = Shown(line[start..Math.Clamp(start + at.Length, start, Math.Max(start, to))]);
        var caret = new string('^', Math.Max(1, TextWidth.Of(marked)));
        output.WriteLine($"  {number} | {head}{Shown(line[from..to])}{tail}");
        output.WriteLine($"  {new string(' ', number.Length)} | {new string(' ', TextWidth.Of(before))}{caret}");
    }

    /// <summary>As the console will show it: the caret has to stand below the same characters.</summary>
    static string Shown(string text) => PrintableText.Of(text.Replace('\t', ' '));

    /// <summary>One to the left inside a surrogate pair: half of one would be written as a replacement character.</summary>
    static int CharacterBoundary(string line, int at) => at > 0 && char.IsLowSurrogate(line[at]) ? at - 1 : at;
}
