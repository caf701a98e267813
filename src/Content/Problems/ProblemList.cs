namespace WorkReports.Content.Problems;

/// <summary>Collects what is wrong with one file.</summary>
sealed class ProblemList(string file)
{
    /// <summary>More of one code would bury the rest, and a hostile file can consist of nothing else.</summary>
    public const int LimitPerCode = 50;

    /// <summary>Of a message: it quotes what was written, however long that is.</summary>
    const int MessageLimit = 1000;

    readonly List<Problem> problems = [];
    readonly Dictionary<string, int> countByCode = [];

    public IReadOnlyList<Problem> All => problems;

    public bool HasErrors => problems.Exists(problem => problem.IsError);

    public void Error(Place at, string code, string message) => Add(at, Severity.Error, code, message);

    public void Warn(Place at, string code, string message) => Add(at, Severity.Warning, code, message);

    public void Add(Place at, Severity severity, string code, string message)
    {
        var count = countByCode[code] = countByCode.GetValueOrDefault(code) + 1;
        if (count > LimitPerCode)
            return;
        problems.Add(
            new Problem(
                file,
                at,
                severity,
                code,
                count < LimitPerCode
                    ? Shortened(message)
                    : Shortened(message) + "（这样的问题后面还有，没有一一列出。）"
            )
        );
    }

    /// <summary>In the middle: what is wrong stands at the beginning, what to write at the end.</summary>
    static string Shortened(string message) =>
        message.Length <= MessageLimit
            ? message
            : string.Concat(
                message.AsSpan(0, WholeCharacters(message, MessageLimit / 2)),
                "……",
                message.AsSpan(WholeCharacters(message, message.Length - MessageLimit / 2))
            );

    static int WholeCharacters(string text, int at) => char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
