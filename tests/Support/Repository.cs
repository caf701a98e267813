using System.Reflection;

namespace WorkReports.Tests.Support;

/// <summary>The files of the repository that tests hold to their word.</summary>
public static class Repository
{
    static readonly string Root = typeof(Repository)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot")
        .Value!;

    /// <summary>False where the files were copied without their history; a file in the folder's place names it elsewhere.</summary>
    public static bool HasHistory => System.IO.Path.Exists(Path(".git"));

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(Path(parts));
}
