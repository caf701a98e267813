using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WorkReports.Tests.Support;

/// <summary>What came over a connection, whole.</summary>
public sealed record RawAnswer(int Status, string Head, byte[] Body, bool IsLast)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>One connection without a client's manners: nothing is asked again, and an answer that breaks off is an error.</summary>
public sealed class RawConnection : IDisposable
{
    readonly TcpClient client;
    readonly NetworkStream stream;
    readonly string host;
    byte[] buffer = new byte[64 * 1024];
    int start;
    int end;

    RawConnection(TcpClient client, string host) =>
        (this.client, stream, this.host) = (client, client.GetStream(), host);

    /// <param name="from">The client's own address, where it matters: any of 127.0.0.0/8 is this machine.</param>
    public static async Task<RawConnection> To(Uri origin, IPAddress? from = null)
    {
        var client = from is null ? new TcpClient() : new TcpClient(new IPEndPoint(from, 0));
        client.NoDelay = true;
        await client.ConnectAsync(origin.Host, origin.Port);
        return new RawConnection(client, origin.Authority);
    }

    public Task Send(string target) => Write($"GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n");

    /// <summary>Any bytes, not only questions.</summary>
    public Task Write(string bytes) => stream.WriteAsync(Encoding.ASCII.GetBytes(bytes)).AsTask();

    /// <summary>Says that nothing more is going to be asked.</summary>
    public void CloseHalf() => client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>Takes one byte; false when the server has ended the connection.</summary>
    public async Task<bool> TakeOne()
    {
        try
        {
            return await stream.ReadAsync(new byte[1]) > 0;
        }
        catch (IOException exception) when (exception.InnerException is SocketException)
        {
            return false;
        }
    }

    /// <summary>Null when the connection ends before a first byte.</summary>
    public async Task<RawAnswer?> Receive()
    {
        int length;
        while ((length = buffer.AsSpan(start, end - start).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await More())
            {
                if (start == end)
                    return null;
                throw new EndOfStreamException("The answer breaks off in its head.");
            }
        }
        var head = Encoding.ASCII.GetString(buffer, start, length);
        start += length + 4;
        var body =
            Header(head, "Content-Length") is { } size ? await Take(int.Parse(size, CultureInfo.InvariantCulture))
            : Header(head, "Transfer-Encoding") is not null ? await TakeChunks()
            : [];
        return new RawAnswer(
            int.Parse(head.Split(' ')[1], CultureInfo.InvariantCulture),
            head,
            body,
            Header(head, "Connection") == "close"
        );
    }

    public static string? Header(string head, string name) =>
        head.Split("\r\n")
            .FirstOrDefault(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))
            ?[(name.Length + 2)..];

    public void Dispose() => client.Dispose();

    async Task<byte[]> TakeChunks()
    {
        var body = new MemoryStream();
        while (true)
        {
            int line;
            while ((line = buffer.AsSpan(start, end - start).IndexOf("\r\n"u8)) < 0)
                await MoreOrBreak();
            var size = int.Parse(
                Encoding.ASCII.GetString(buffer, start, line),
                NumberStyles.HexNumber,
                CultureInfo.InvariantCulture
            );
            start += line + 2;
            body.Write((await Take(size + 2)).AsSpan(0, size));
            if (size == 0)
                return body.ToArray();
        }
    }

    async Task<byte[]> Take(int length)
    {
        while (end - start < length)
            await MoreOrBreak();
        var bytes = buffer[start..(start + length)];
        start += length;
        return bytes;
    }

    async Task MoreOrBreak()
    {
        if (!await More())
            throw new EndOfStreamException("The answer breaks off.");
    }

    async Task<bool> More()
    {
        if (start > 0)
            buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        try
        {
            var read = await stream.ReadAsync(buffer.AsMemory(end));
            end += read;
            return read > 0;
        }
        catch (IOException exception) when (exception.InnerException is SocketException)
        {
            // Reset is ended, too.
            return false;
        }
    }
}
