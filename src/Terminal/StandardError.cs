namespace WorkReports.Terminal;

/// <summary>The console's second stream, for what must not wait for the log or cannot be in it.</summary>
public static class StandardError
{
    public static bool IsTerminal => !Console.IsErrorRedirected;

    public static PrintableWriter Writer => new(Console.Error);
}
