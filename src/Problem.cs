namespace WorkReports;

public enum Severity
{
    /// <summary>The file is published; the editor should look at it.</summary>
    Warning,

    /// <summary>The file, or its new version, is not published.</summary>
    Error,
}

/// <summary>A mistake in the content, told to its editor.</summary>
/// <param name="File">Relative to the content folder.</param>
/// <param name="At">Where in the file.</param>
/// <param name="Code">A stable name of the kind of mistake, such as <c>date-impossible</c>.</param>
/// <param name="Message">A Chinese sentence that says what is wrong and what to write instead.</param>
public sealed record Problem(string File, Place At, Severity Severity, string Code, string Message)
{
    public int Line => At.Line;

    public bool IsError => Severity == Severity.Error;

    public override string ToString() => $"{File}:{At.Line}:{At.Column}: {(IsError ? "错误" : "提醒")}：{Message}";
}
