namespace WorkReports;

/// <summary>A folder that the program must be able to write to.</summary>
static class WritableFolder
{
    const string ProcessStatus = "/proc/self/status";

    /// <summary>Why it cannot be written to; null while it can. Made when missing.</summary>
    public static string? Trouble(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, ".writable");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return null;
        }
        catch (UnauthorizedAccessException exception)
        {
            return Owner() is { } owner
                ? exception.Message + Remedy(Path.GetFullPath(folder), owner)
                : exception.Message;
        }
        catch (IOException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>In a container the program is mostly somebody who has no name: only the numbers help.</summary>
    static string Remedy(string folder, string owner)
    {
        var quoted = $"'{folder.Replace("'", @"'\''")}'";
        var make = Directory.Exists(folder) ? "" : $"mkdir -p {quoted} && ";
        return $" The program runs as {owner} (user:group); whoever may, runs: {make}chown -R {owner} {quoted}";
    }

    /// <summary>The numbers of the user and the group that the system checks; null where it does not tell them.</summary>
    static string? Owner()
    {
        if (!File.Exists(ProcessStatus))
            return null;

        var lines = File.ReadAllLines(ProcessStatus);
        return $"{Effective("Uid:")}:{Effective("Gid:")}";

        // Each line has the real number, then the effective one.
        string Effective(string name) =>
            lines.First(line => line.StartsWith(name, StringComparison.Ordinal)).Split('\t')[2];
    }
}
