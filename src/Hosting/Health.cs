namespace WorkReports.Hosting;

/// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: the content is published as far as it is sound.</summary>
static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.Map("/healthz", () => Results.Text("healthy\n"));
        routes.Map("/readyz", (Readiness readiness) => readiness switch
        {
            { IsReady: false } => Results.Text($"not ready: {readiness.Trouble}\n", statusCode: StatusCodes.Status503ServiceUnavailable),
            { Trouble: { } trouble } => Results.Text($"ready, but {trouble}\n"),
            _ => Results.Text("ready\n"),
        });
    }
}
