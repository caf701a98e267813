using System.Data.Common;

namespace WorkReports.Hosting;

/// <summary>The space that is left where the program writes.</summary>
static class DiskSpace
{
    // ENOSPC and EDQUOT of Linux, ERROR_DISK_FULL of Windows.
    static readonly int[] DiskFullCodes = [28, 122, 112];

    /// <summary>True for what the system, or SQLite, says when there is none.</summary>
    public static bool IsExhausted(Exception exception) =>
        exception switch
        {
            IOException => DiskFullCodes.Contains(exception.HResult & 0xFFFF),
            DbException => exception.Message.Contains("disk is full", StringComparison.Ordinal),
            _ => false,
        };
}
