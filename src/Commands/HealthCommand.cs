using WorkReports.Commands.Options;

namespace WorkReports.Commands;

/// <summary>
/// <c>health</c>: asks the running server whether it lives, or whether readers can come, for containers without a shell.
/// </summary>
static class HealthCommand
{
    /// <summary>How <c>/readyz</c> begins a line that says what is wrong while readers are served all the same.</summary>
    const string Trouble = "ready, but ";

    /// <summary>In bytes: it may not be our server that answers.</summary>
    const int AnswerLimit = 64 * 1024;

    static readonly string[] WildcardHosts = ["://[::]", "://0.0.0.0", "://*", "://+"];

    public static async Task<int> Run(Invocation call)
    {
        var url = call.Settings.ListenAddresses[0];
        var local = WildcardHosts.Aggregate(url, (address, wildcard) => address.Replace(wildcard, "://localhost"));
        var probe = call.Arguments.HasFlag("ready") ? "/readyz" : "/healthz";
        // A proxy named by the environment would be asked for localhost, and would find itself or nobody.
        // The certificate is made out to the site's name, so that for localhost it would always be refused.
        using var handler = new HttpClientHandler
        {
            UseProxy = false,
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
        };
        using var client = new HttpClient(handler)
        {
            Timeout = TimeSpan.FromSeconds(5),
            MaxResponseContentBufferSize = AnswerLimit,
        };
        try
        {
            using var response = await client.GetAsync(new Uri(new Uri(local), probe));
            await call.Output.WriteLineAsync(
                response.IsSuccessStatusCode ? "healthy" : $"unhealthy: {local} answered {(int)response.StatusCode}"
            );
            if (!response.IsSuccessStatusCode)
                return ExitCode.ProblemsFound;
            using var told = await client.GetAsync(new Uri(new Uri(local), "/readyz"));
            await Tell(await told.Content.ReadAsStringAsync(), call);
            return ExitCode.Fine;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await call.Output.WriteLineAsync($"unhealthy: {local} does not answer ({exception.Message})");
            return ExitCode.ProblemsFound;
        }
    }

    /// <summary>What is held, or goes wrong, while the server lives and readers come.</summary>
    static async Task Tell(string answer, Invocation call)
    {
        foreach (var line in answer.Split('\n'))
        {
            if (line.StartsWith(Trouble, StringComparison.Ordinal))
                await call.Output.WriteLineAsync("but " + line[Trouble.Length..]);
        }
    }
}
