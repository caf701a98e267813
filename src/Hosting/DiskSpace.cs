using System.Data.Common;

namespace WorkReports.Hosting;

/// <summary>Tells a full disk from other failures of writing.</summary>
static class DiskSpace
{
    // ENOSPC and EDQUOT of Linux, ERROR_DISK_FULL of Windows.
    static readonly int[] DiskFullCodes = [28, 122, 112];

    /// <summary>True for the errors of the system, and of SQLite, that mean no space is left.</summary>
    public static bool IsExhausted(Exception exception) =>
        exception switch
        {
            IOException => DiskFullCodes.Contains(exception.HResult & 0xFFFF),
            DbException => exception.Message.Contains("disk is full", StringComparison.Ordinal),
            _ => false,
        };
}
