namespace WorkReports.Commands;

/// <summary><c>version</c></summary>
static class VersionCommand
{
    public static int Run(TextWriter output)
    {
        output.WriteLine(BuildInfo.Current);
        return CommandLine.Fine;
    }
}
