using System.Net.Sockets;
using WorkReports.Hosting;
using WorkReports.Hosting.Logging;

namespace WorkReports.Commands;

/// <summary><c>serve</c>: publishes the content and serves the site until it is told to stop.</summary>
static class ServeCommand
{
    /// <summary>With it, the same thread that waits for sockets reads them; the runtime looks when the first is opened.</summary>
    const string InlineCompletionsVariable = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    public static async Task<int> Run(Settings settings)
    {
        if (settings.CachesPages)
            Environment.SetEnvironmentVariable(InlineCompletionsVariable, "1");
        await using var log = ProgramLog.Open(settings);
        try
        {
            await using var site = Site.Build(settings, TimeProvider.System, log);
            await site.RunAsync();
            return CommandLine.Fine;
        }
        catch (Exception exception) when (exception is IOException or SocketException or UnauthorizedAccessException)
        {
            // The commonest: the port is taken. A stack trace would hide the sentence.
            log.Fatal("The server could not start on {Urls}: {Reason}", settings.Urls, exception.Message);
            return CommandLine.ProblemsFound;
        }
        catch (Exception exception)
        {
            log.Fatal(exception, "The server ended by an error that nobody foresaw");
            return CommandLine.ProblemsFound;
        }
    }
}
