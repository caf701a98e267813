namespace WorkReports.Commands.Options;

/// <summary><c>version</c></summary>
static class ProgramVersion
{
    public static string Text => typeof(ProgramVersion).Assembly.GetName().Version!.ToString(3);

    public static int Run(TextWriter output)
    {
        output.WriteLine(Text);
        return CommandLine.Fine;
    }
}
