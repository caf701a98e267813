using WorkReports.Commands.Options;

namespace WorkReports.Commands;

/// <summary><c>version</c></summary>
static class VersionCommand
{
    public static int Run(Invocation call)
    {
        call.Output.WriteLine(BuildInfo.Current);
        return ExitCode.Fine;
    }
}
