using System.Net.Sockets;
using WorkReports.Commands.Options;
using WorkReports.Hosting;
using WorkReports.Hosting.Logging;

namespace WorkReports.Commands;

/// <summary><c>serve</c>: publishes the content and serves the site until it is told to stop.</summary>
static class ServeCommand
{
    /// <summary>
    /// The thread that waits for sockets then reads them too. The runtime looks at the variable once, when the first socket is opened:
    /// set later, it does nothing.
    /// </summary>
    const string InlineCompletionsVariable = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    public static async Task<int> Run(Invocation call)
    {
        var settings = call.Settings;
        if (settings.CachesPages)
            Environment.SetEnvironmentVariable(InlineCompletionsVariable, "1");
        await using var log = ProgramLog.Open(settings);
        if (call.Warning is { } warning)
            log.Warning("{Reason}", warning);
        try
        {
            await using var site = Site.Build(settings, call.Clock, log);
            await site.RunAsync();
            return ExitCode.Fine;
        }
        catch (Exception exception) when (exception is IOException or SocketException or UnauthorizedAccessException)
        {
            // Mostly the port is taken. A stack trace would hide the sentence that says so.
            log.Fatal("The server could not start on {Urls}: {Reason}", settings.Urls, exception.Message);
            return ExitCode.ProblemsFound;
        }
        catch (Exception exception)
        {
            log.Fatal(exception, "The server ended by an error that nobody foresaw");
            return ExitCode.ProblemsFound;
        }
    }
}
