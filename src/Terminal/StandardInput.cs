namespace WorkReports.Terminal;

/// <summary>Where somebody types an answer.</summary>
public static class StandardInput
{
    /// <summary>Null where nobody sits at a terminal, and sees what is asked.</summary>
    public static TextReader? Typed => Console.IsInputRedirected || Console.IsOutputRedirected ? null : Console.In;
}
