namespace WorkReports.Hosting;

/// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: the content is published as far as it is sound.</summary>
static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.Map("/healthz", () => Results.Text("healthy\n"));
        routes.Map("/readyz", (Readiness readiness) => readiness.Obstacle is { } obstacle
            ? Results.Text($"not ready: {obstacle}\n", statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text("ready\n"));
    }
}
