namespace WorkReports.Tests.Support;

/// <summary>One PostgreSQL for the tests of a class, each with a database of its own.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    int databases;

    public PostgresServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await PostgresServer.Started();

    /// <summary>What <c>--journal</c> says for a record that nobody has written to.</summary>
    public string NewRecord() => Server.NewDatabase($"record_{Interlocked.Increment(ref databases)}");

    public ValueTask DisposeAsync()
    {
        Server.Dispose();
        return ValueTask.CompletedTask;
    }
}
