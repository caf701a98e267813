namespace WorkReports.Hosting.Lifecycle;

/// <summary>
/// <c>/healthz</c>: the process answers. <c>/readyz</c>: the content is published as far as it is sound.
/// </summary>
static class Health
{
    public static IResult Live() => Results.Text("healthy\n");

    public static IResult Ready(Readiness readiness) =>
        readiness.IsReady
            ? Results.Text(readiness.Troubles is [] ? "ready\n" : Lines("ready, but", readiness))
            : Results.Text(Lines("not ready:", readiness), statusCode: StatusCodes.Status503ServiceUnavailable);

    static string Lines(string how, Readiness readiness) =>
        string.Concat(readiness.Troubles.Select(trouble => $"{how} {trouble}\n"));
}
