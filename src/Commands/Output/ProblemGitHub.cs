using WorkReports.Content;
using WorkReports.Terminal;

namespace WorkReports.Commands.Output;

/// <summary>Problems as GitHub's workflow commands: they become notes beside the lines of a pull request.</summary>
static class ProblemGitHub
{
    public static void Write(ContentCheck check, Settings settings, PrintableWriter output)
    {
        foreach (var problem in check.Problems)
        {
            var place =
                problem.At.Length > 0
                    ? $",col={problem.At.Column},endColumn={problem.At.Column + problem.At.Length}"
                    : "";
            output.WriteCommand(
                $"::{(problem.IsError ? "error" : "warning")} file={Property(PathFromHere(settings, problem))},line={problem.Line}{place},title={Property(problem.Code)}::{Data(problem.Message)}"
            );
        }
    }

    /// <summary>As the repository names it, when the program runs at its top.</summary>
    public static string PathFromHere(Settings settings, Problem problem) =>
        Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(settings.Content, problem.File))
            .Replace('\\', '/');

    static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
}
