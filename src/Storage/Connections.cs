using Microsoft.Data.Sqlite;

namespace WorkReports.Storage;

/// <summary>Opens connections that nobody forgets.</summary>
static class Connections
{
    /// <param name="prepare">
    /// What it needs before it is used. Where that fails, the connection is closed at once: one that waits for the collector holds
    /// the file as it found it, and on a disk that was read-only every other connection with it.
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
