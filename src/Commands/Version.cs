namespace WorkReports.Commands;

/// <summary><c>version</c></summary>
static class Version
{
    public static int Run(TextWriter output)
    {
        output.WriteLine(typeof(Version).Assembly.GetName().Version?.ToString(3));
        return CommandLine.Fine;
    }
}
