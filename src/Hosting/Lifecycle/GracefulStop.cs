namespace WorkReports.Hosting.Lifecycle;

/// <summary>
/// Between the signal to stop and the end: /readyz answers 503, so that balancers send readers elsewhere, and whoever
/// still comes is served.
/// </summary>
sealed class GracefulStop(Settings settings, Readiness readiness, TimeProvider clock, ILogger<GracefulStop> log)
    : IHostedLifecycleService
{
    bool isLogged;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        readiness.Stop();
        if (settings.StopDelay == 0 || isLogged)
            return;

        isLogged = true;
        log.LogInformation("About to stop, in {Seconds} s", settings.StopDelay);
        await Task.Delay(TimeSpan.FromSeconds(settings.StopDelay), clock, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
