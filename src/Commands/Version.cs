namespace WorkReports.Commands;

/// <summary><c>version</c></summary>
static class Version
{
    public static string Text => typeof(Version).Assembly.GetName().Version!.ToString(3);

    public static int Run(TextWriter output)
    {
        output.WriteLine(Text);
        return CommandLine.Fine;
    }
}
