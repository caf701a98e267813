using WorkReports.Content;

namespace WorkReports.Commands;

/// <summary><c>check</c>: tells every problem of the content.</summary>
static class Check
{
    static readonly Dictionary<string, Action<Inspection, Settings, TextWriter>> Formats = new()
    {
        ["text"] = ProblemText.Write,
        ["json"] = ProblemJson.Write,
        ["sarif"] = ProblemSarif.Write,
        ["github"] = ProblemGitHub.Write,
    };

    public static int Run(Settings settings, Arguments given, TimeProvider clock, TextWriter output, TextWriter errors)
    {
        var faults = new List<string>();
        if (!Formats.TryGetValue(given["format"] ?? "text", out var write)) faults.Add($"--format: one of {string.Join(", ", Formats.Keys)}.");
        var files = new ChosenFiles(settings.Content, given.Words, faults);
        if (faults.Count > 0) return CommandLine.Refuse(faults, errors);

        var inspection = Inspection.Of(new ContentFolder(settings.Content), clock, files.IsMeant);
        write!(inspection, settings, output);
        return inspection.Errors > 0 ? CommandLine.ProblemsFound : CommandLine.Fine;
    }
}
