namespace WorkReports.Content;

/// <summary>Collects what is wrong with one file.</summary>
sealed class ProblemList(string file)
{
    readonly List<Problem> problems = [];

    public IReadOnlyList<Problem> All => problems;

    public bool HasErrors => problems.Exists(problem => problem.IsError);

    public void Error(int line, string code, string message) =>
        problems.Add(new Problem(file, line, Severity.Error, code, message));

    public void Warn(int line, string code, string message) =>
        problems.Add(new Problem(file, line, Severity.Warning, code, message));
}
