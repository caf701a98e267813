using System.Data.Common;
using Npgsql;

namespace WorkReports.Journal.Shared;

/// <summary>Hears of entries as soon as another server has added them. It may miss some: whoever listens looks by itself now and then, too.</summary>
sealed class SharedRecordListener(SharedRecord record, Action changed)
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Until it is told to stop.</summary>
    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Listen(stop);
            }
            catch (Exception exception) when (exception is DbException or IOException or TimeoutException)
            {
                // It is told by who brings this server's journal up to it.
                await Task.Delay(Pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    async Task Listen(CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(record.Address());
        connection.Notification += (_, _) => changed();
        await connection.OpenAsync(stop);
        await using (var command = new NpgsqlCommand($"listen {SharedRecord.Channel}", connection))
            await command.ExecuteNonQueryAsync(stop);
        changed();
        while (true)
            await connection.WaitAsync(stop);
    }
}
