using System.Reflection;

namespace WorkReports;

/// <summary>Which build of the program this is.</summary>
/// <param name="Version">As the change log counts.</param>
/// <param name="Commit">What it was built from; <see cref="Unknown"/> where there was no repository to ask.</param>
sealed record BuildInfo(string Version, string Commit)
{
    public const string Unknown = "unknown";

    /// <summary>
    /// The build that runs. The commit lies beside the program, in its runtimeconfig.json: within, it would change the
    /// module's id with every commit, and with the id every report would be read anew.
    /// </summary>
    public static BuildInfo Current { get; } =
        new(
            typeof(BuildInfo)
                .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
                .InformationalVersion,
            AppContext.GetData("WorkReports.Commit") as string ?? Unknown
        );

    public override string ToString() => $"{Version}, commit {Commit}";
}
