namespace WorkReports.Commands.Online;

/// <summary>What a request for an address showed.</summary>
/// <param name="Fault">What is wrong with the link; null when nothing is.</param>
/// <param name="IsConclusive">False where the other side does not let programs look, or time ran out.</param>
readonly record struct LinkResult((string Code, string Message)? Fault, bool IsConclusive = true)
{
    public static LinkResult Fine => new(null);

    public static LinkResult Inconclusive => new(null, IsConclusive: false);

    public static LinkResult Of(string code, string message) => new((code, message));
}
