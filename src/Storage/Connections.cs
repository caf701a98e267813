using Microsoft.Data.Sqlite;

namespace WorkReports.Storage;

/// <summary>Opens connections; one that cannot be used is closed at once.</summary>
static class Connections
{
    /// <param name="prepare">
    /// What it needs before it is used. Where that fails, the connection is closed at once: until the garbage collector
    /// closed it, it would hold the file as it found it, and on a disk that was read-only keep every other connection
    /// read-only, too.
    /// </param>
    public static SqliteConnection Open(string connectionString, Action<SqliteConnection>? prepare = null)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            prepare?.Invoke(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
