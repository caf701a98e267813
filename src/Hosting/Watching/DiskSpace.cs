using System.Data.Common;

namespace WorkReports.Hosting.Watching;

/// <summary>How much space there is, and whether a failure of writing means that there is none.</summary>
static class DiskSpace
{
    public const string Exhausted = "the disk is full";

    /// <summary>A disk with less than a tenth free is worth a word while there is time to do something.</summary>
    const int LowPercent = 10;

    // ENOSPC and EDQUOT of Linux, ERROR_DISK_FULL of Windows.
    static readonly int[] DiskFullCodes = [28, 122, 112];

    /// <summary>What is to be said of the disk that a folder lies on; null while there is enough space.</summary>
    public static string? Trouble(string folder)
    {
        try
        {
            var disk = new DriveInfo(Path.GetFullPath(folder));
            return disk.AvailableFreeSpace == 0 ? Exhausted
                : disk.AvailableFreeSpace < disk.TotalSize / 100 * LowPercent
                    ? $"less than {LowPercent} % of the disk of {folder} is free"
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A folder that is not there yet, or no longer: whoever writes to it says so.
            return null;
        }
    }

    /// <summary>True for the errors of the system, and of SQLite, that mean no space is left.</summary>
    public static bool IsExhausted(Exception exception) =>
        exception switch
        {
            IOException => DiskFullCodes.Contains(exception.HResult & 0xFFFF),
            DbException => exception.Message.Contains("disk is full", StringComparison.Ordinal),
            _ => false,
        };
}
