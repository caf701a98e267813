namespace WorkReports.Content.Problems;

/// <summary>Collects what is wrong with one file.</summary>
sealed class ProblemList(string file)
{
    /// <summary>More of one code would bury the rest, and a hostile file can consist of nothing else.</summary>
    public const int LimitPerCode = 50;

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
                count < LimitPerCode ? message : message + "（这样的问题后面还有，没有一一列出。）"
            )
        );
    }
}
