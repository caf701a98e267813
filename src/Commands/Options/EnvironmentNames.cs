using System.Collections;
using System.Text.RegularExpressions;
using WorkReports.Content.Problems;

namespace WorkReports.Commands.Options;

/// <summary>Variables that look like settings and are none: a mistyped name would be a setting that nobody sets.</summary>
static partial class EnvironmentNames
{
    const string Prefix = "WORKREPORTS_";

    /// <summary>What steers the tests of this program.</summary>
    const string TestsPrefix = Prefix + "TESTS";

    /// <summary>One sentence about all of them; null where there is none.</summary>
    public static string? Warning(IDictionary environment, UsageText text)
    {
        var unknown = environment
            .Keys.Cast<string>()
            .Select(name => (Name: name, Value: environment[name] as string ?? ""))
            .Where(variable => IsUnknown(variable.Name) && !IsOfKubernetes(variable.Name, variable.Value))
            .Select(variable => Told(variable.Name, text))
            .Order(StringComparer.Ordinal)
            .ToList();
        return unknown.Count == 0 ? null : text.UnknownVariables(string.Join(", ", unknown));
    }

    static bool IsUnknown(string name) =>
        name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith(TestsPrefix, StringComparison.Ordinal)
        && !SettingTable.All.Any(setting => setting.Variable == name);

    /// <summary>
    /// Kubernetes gives each container the addresses of the Services around it, <c>WORKREPORTS_SERVICE_HOST</c> for one
    /// called workreports. <c>WORKREPORTS_PORT</c> is such a one where it holds a URL; a number there was meant for us.
    /// </summary>
    static bool IsOfKubernetes(string name, string value) =>
        ServiceVariable().IsMatch(name) || (name.EndsWith("_PORT", StringComparison.Ordinal) && value.Contains("://"));

    static string Told(string name, UsageText text) =>
        ClosestWord.Of(name[Prefix.Length..], SettingTable.All.Select(setting => setting.Variable[Prefix.Length..]))
            is { } meant
            ? text.UnknownVariable(name, Prefix + meant)
            : name;

    [GeneratedRegex(
        @"^WORKREPORTS_(\w+_)?(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)\z"
    )]
    private static partial Regex ServiceVariable();
}
