using System.Text.Json.Nodes;
using WorkReports.Content;
using WorkReports.Content.Problems;
using WorkReports.Terminal;

namespace WorkReports.Commands.Output;

/// <summary>Problems as SARIF 2.1.0, which code hosts and editors read.</summary>
static class ProblemSarif
{
    const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public static void Write(ContentCheck check, Settings settings, PrintableWriter output)
    {
        var codes = check.Problems.Select(problem => problem.Code).Distinct().Order(StringComparer.Ordinal).ToList();
        var log = new JsonObject
        {
            ["$schema"] = Schema,
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(
                new JsonObject
                {
                    ["tool"] = new JsonObject { ["driver"] = Driver(codes) },
                    ["columnKind"] = "utf16CodeUnits",
                    ["results"] = new JsonArray([
                        .. check.Problems.Select(problem => Result(problem, codes.IndexOf(problem.Code), settings)),
                    ]),
                }
            ),
        };
        output.WriteLines(log.ToJsonString(ProblemJson.Options));
    }

    static JsonObject Driver(IEnumerable<string> codes) =>
        new()
        {
            ["name"] = "WorkReports",
            ["version"] = BuildInfo.Current.Version,
            ["language"] = "zh-CN",
            ["rules"] = new JsonArray([
                .. codes.Select(code => new JsonObject
                {
                    ["id"] = code,
                    ["shortDescription"] = Message(ProblemCodes.All.GetValueOrDefault(code, code)),
                }),
            ]),
        };

    static JsonObject Result(Problem problem, int rule, Settings settings) =>
        new()
        {
            ["ruleId"] = problem.Code,
            ["ruleIndex"] = rule,
            ["level"] = problem.IsError ? "error" : "warning",
            ["message"] = Message(problem.Message),
            ["locations"] = new JsonArray(
                new JsonObject
                {
                    ["physicalLocation"] = new JsonObject
                    {
                        ["artifactLocation"] = new JsonObject
                        {
                            ["uri"] = string.Join(
                                '/',
                                ProblemGitHub.PathFromHere(settings, problem).Split('/').Select(Uri.EscapeDataString)
                            ),
                        },
                        ["region"] = Region(problem.At),
                    },
                }
            ),
        };

    static JsonObject Region(Place at)
    {
        var region = new JsonObject { ["startLine"] = at.Line, ["startColumn"] = at.Column };
        if (at.Length > 0)
            region["endColumn"] = at.Column + at.Length;
        return region;
    }

    static JsonObject Message(string text) => new() { ["text"] = text };
}
