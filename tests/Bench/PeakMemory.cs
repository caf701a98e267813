using System.Globalization;

namespace WorkReports.Bench;

/// <summary>The most memory that a process has held so far, as the kernel counts it.</summary>
static class PeakMemory
{
    /// <summary>Megabytes; zero once the process is gone.</summary>
    public static double Of(int process)
    {
        try
        {
            var peak = File.ReadLines($"/proc/{process}/status")
                .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return peak is null
                ? 0
                : double.Parse(peak["VmHWM:".Length..^"kB".Length], CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
