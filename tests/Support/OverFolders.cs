namespace WorkReports.Tests.Support;

/// <summary>A test of the program as a process of its own, over folders of its own.</summary>
public abstract class OverFolders(ContentOf content) : IDisposable
{
    protected ContentOf Content { get; } = content;

    protected ContentOf Data { get; } = ContentOf.Nothing();

    protected HttpClient Http { get; } = new();

    /// <summary>Readers of a test all come from one address, and may search as often as they like.</summary>
    protected string[] Serve =>
        ["--content", Content.Folder, "--data", Data.Folder, "--urls", "http://127.0.0.1:0", "--search-rate", "0"];

    protected Task<string> Get(string address) => Http.GetStringAsync(address, TestContext.Current.CancellationToken);

    /// <summary>Waits until the page holds these words, whatever its status.</summary>
    protected Task Until(string address, string words) => Wait.UntilSaid(Http, address, words);

    /// <summary>Runs the program until all is published, and ends it: the index is one file then, and whole.</summary>
    protected async Task Publish()
    {
        using var program = new ProgramProcess(Serve);
        await program.Says("Edition");
        program.Terminate();
        Assert.Equal(0, (await program.End()).Code);
        Assert.False(Path.Exists(Path.Combine(Data.Folder, "index.db-wal")));
    }

    public virtual void Dispose()
    {
        GC.SuppressFinalize(this);
        Http.Dispose();
        Content.Dispose();
        Data.Dispose();
    }
}
