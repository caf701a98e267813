using System.Text.Encodings.Web;
using System.Text.Json;
using WorkReports.Content;
using WorkReports.Content.Files;
using WorkReports.Terminal;

namespace WorkReports.Commands.Output;

/// <summary>Problems for programs: one JSON object.</summary>
static class ProblemJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
    };

    public static void Write(ContentCheck check, Settings settings, PrintableWriter output)
    {
        var lines = new SourceLines(ContentFolder.Of(settings));
        output.WriteLines(
            JsonSerializer.Serialize(
                new
                {
                    check.Files,
                    check.Errors,
                    Warnings = check.Problems.Count - check.Errors,
                    Problems = check.Problems.Select(problem => new
                    {
                        problem.File,
                        problem.At.Line,
                        problem.At.Column,
                        problem.At.Length,
                        Severity = problem.IsError ? "error" : "warning",
                        problem.Code,
                        problem.Message,
                        Text = lines.Line(problem.File, problem.Line),
                    }),
                },
                Options
            )
        );
    }
}
