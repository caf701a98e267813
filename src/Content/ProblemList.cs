namespace WorkReports.Content;

/// <summary>Collects what is wrong with one file.</summary>
sealed class ProblemList(string file)
{
    readonly List<Problem> problems = [];

    public IReadOnlyList<Problem> All => problems;

    public bool HasErrors => problems.Exists(problem => problem.IsError);

    public void Error(Place at, string code, string message) =>
        problems.Add(new Problem(file, at, Severity.Error, code, message));

    public void Warn(Place at, string code, string message) =>
        problems.Add(new Problem(file, at, Severity.Warning, code, message));
}
