using System.Net.Sockets;
using System.Text;

namespace WorkReports.Tests.Support;

/// <summary>A conversation in plain bytes, as no client library would have it.</summary>
public static class Wire
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>All that the server says to these bytes until it ends the conversation.</summary>
    public static async Task<string> Talk(TestSite test, byte[] bytes)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = await Connect(test);
        using var answer = new MemoryStream();
        var stream = client.GetStream();
        // Both at once: who only writes fills every buffer between the two.
        await Task.WhenAll(
            UntilItEnds(stream.WriteAsync(bytes, patience.Token).AsTask()),
            UntilItEnds(stream.CopyToAsync(answer, patience.Token))
        );
        return Encoding.Latin1.GetString(answer.GetBuffer(), 0, (int)answer.Length);
    }

    public static async Task<TcpClient> Connect(TestSite test)
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(test.Origin.Host, test.Origin.Port);
        return client;
    }

    static async Task UntilItEnds(Task talk)
    {
        try
        {
            await talk;
        }
        catch (IOException)
        {
            // The server had heard enough.
        }
    }
}
