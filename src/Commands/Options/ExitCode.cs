using WorkReports.Terminal;

namespace WorkReports.Commands.Options;

/// <summary>What the process ends with, for scripts and for who restarts it.</summary>
static class ExitCode
{
    public const int Fine = 0;
    public const int ProblemsFound = 1;
    public const int WrongUsage = 2;

    /// <summary>Writes all that is wrong with what was typed: nobody has to run the program once for each mistake.</summary>
    public static int Refuse(IReadOnlyList<string> faults, PrintableWriter errors)
    {
        foreach (var fault in faults)
            errors.WriteLine(fault);
        return WrongUsage;
    }
}
