using System.Globalization;
using System.Reflection;

namespace WorkReports;

/// <summary>Which build of the program this is.</summary>
/// <param name="Version">As the change log counts.</param>
/// <param name="Commit">What it was built from; <see cref="Unknown"/> where there was no repository to ask.</param>
/// <param name="Built">The day on which it was built (UTC), as far as anybody knows: a clock that stands before it is wrong.</param>
sealed record BuildInfo(string Version, string Commit, DateTimeOffset? Built)
{
    public const string Unknown = "unknown";

    /// <summary>
    /// The build that runs. Commit and day lie beside the program, in its runtimeconfig.json: within, it would change the
    /// module's id with every commit, and with the id every report would be read anew.
    /// </summary>
    public static BuildInfo Current { get; } =
        new(
            typeof(BuildInfo)
                .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
                .InformationalVersion,
            AppContext.GetData("WorkReports.Commit") as string ?? Unknown,
            DateTimeOffset.TryParseExact(
                AppContext.GetData("WorkReports.Built") as string,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var day
            )
                ? day
                : null
        );

    public override string ToString() => $"{Version}, commit {Commit}";
}
