using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace WorkReports.Storage;

/// <summary>
/// Holds a database open, to notice when it is deleted or replaced by another file: open connections go on with the old
/// one, and what they write is lost without an error.
/// </summary>
sealed class FileIdentity : IDisposable
{
    // https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html
    const int HasMoved = 20;

    readonly SqliteConnection connection;

    public FileIdentity(string connectionString) => connection = Connections.Open(connectionString);

    /// <summary>False also where the system cannot tell, since there nobody can take an open file away.</summary>
    public bool IsMoved =>
        FileControl(connection.Handle!.DangerousGetHandle(), IntPtr.Zero, HasMoved, out var moved) == 0 && moved != 0;

    public void Dispose() => connection.Dispose();

    // SQLitePCL has no method for it. No name: the main database.
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    static extern int FileControl(IntPtr database, IntPtr name, int question, out int answer);
}
