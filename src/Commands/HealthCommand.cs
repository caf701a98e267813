using WorkReports.Commands.Options;

namespace WorkReports.Commands;

/// <summary><c>health</c>: asks the running server whether it lives, for containers without a shell.</summary>
static class HealthCommand
{
    static readonly string[] WildcardHosts = ["://[::]", "://0.0.0.0", "://*", "://+"];

    public static async Task<int> Run(Settings settings, TextWriter output)
    {
        var url = SettingsReader.Addresses(settings)[0];
        var local = WildcardHosts.Aggregate(url, (address, any) => address.Replace(any, "://localhost"));
        // The server is on this machine: a proxy named by the environment does not lead to it.
        // Nor is its certificate made out to localhost.
        using var direct = new HttpClientHandler
        {
            UseProxy = false,
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
        };
        using var client = new HttpClient(direct) { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = await client.GetAsync(new Uri(new Uri(local), "/healthz"));
            await output.WriteLineAsync(
                answer.IsSuccessStatusCode ? "healthy" : $"unhealthy: {local} answered {(int)answer.StatusCode}"
            );
            return answer.IsSuccessStatusCode ? CommandLine.Fine : CommandLine.ProblemsFound;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await output.WriteLineAsync($"unhealthy: {local} does not answer ({exception.Message})");
            return CommandLine.ProblemsFound;
        }
    }
}
