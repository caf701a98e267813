using System.Globalization;
using System.Net;
using System.Runtime.Versioning;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Network;

/// <summary>Clients that hold connections and give or take next to nothing: others are answered meanwhile, and memory stays bounded.</summary>
[UnsupportedOSPlatform("windows")]
[Needs(NeedsAttribute.Program)]
public sealed class SlowClientsTests()
    : OverFolders(ContentOf.Report("# 甲\n\n[附件](big.pdf)").With("政治机关/big.pdf", new byte[20_000_000]))
{
    const int Idle = 10_000;
    const int PerClient = 1000;
    const int Megabytes = 600;

    static readonly string Big = "/files/" + Uri.EscapeDataString("政治机关") + "/big.pdf";
    static readonly TimeSpan Drip = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task Ten_thousand_connections_that_say_nothing_keep_nobody_from_reading()
    {
        using var program = new ProgramProcess(Serve);
        var origin = await Ready(program);
        var idle = new List<RawConnection>();
        try
        {
            while (idle.Count < Math.Min(Idle, OpenFiles - 1000))
                idle.Add(await RawConnection.To(origin, ClientNumber(idle.Count / PerClient)));
            await Answers(origin);
            Assert.InRange(program.Memory, 1, Megabytes);
        }
        finally
        {
            idle.ForEach(connection => connection.Dispose());
        }
        await Answers(origin);
    }

    [Fact]
    public async Task Who_asks_letter_by_letter_is_sent_away()
    {
        using var program = new ProgramProcess(Serve);
        var origin = await Ready(program);
        var slow = Enumerable
            .Range(0, 200)
            .Select(async _ =>
            {
                using var connection = await RawConnection.To(origin);
                var end = connection.Receive();
                for (var letter = 0; !end.IsCompleted; letter++)
                {
                    await connection.Write(letter < 16 ? "GET / HTTP/1.1\r\n"[letter].ToString() : "x");
                    await Task.WhenAny(end, Task.Delay(Drip, TestContext.Current.CancellationToken));
                }
                return (await end)?.Status;
            })
            .ToList();
        await Answers(origin);
        Assert.All(await Task.WhenAll(slow), status => Assert.Contains(status, new int?[] { 408, null }));
        await Answers(origin);
    }

    [Fact]
    public async Task Who_takes_an_answer_byte_by_byte_keeps_nobody_from_reading_and_takes_little()
    {
        using var program = new ProgramProcess(Serve);
        var origin = await Ready(program);
        var slow = new List<RawConnection>();
        try
        {
            while (slow.Count < 500)
            {
                slow.Add(await RawConnection.To(origin));
                await slow[^1].Send(Big);
            }
            foreach (var _ in Enumerable.Range(0, 20))
            {
                foreach (var connection in slow)
                    Assert.True(await connection.TakeOne());
                await Answers(origin);
            }
            Assert.InRange(program.Memory, 1, Megabytes);
        }
        finally
        {
            slow.ForEach(connection => connection.Dispose());
        }
        await Answers(origin);
    }

    [Fact]
    public async Task Who_closes_the_half_of_a_connection_leaves_nothing_behind()
    {
        using var program = new ProgramProcess(Serve);
        var origin = await Ready(program);
        var halves = Enumerable
            .Range(0, 400)
            .Select(async number =>
            {
                using var connection = await RawConnection.To(origin);
                if (number % 4 > 0)
                    await connection.Send(new[] { "/archive", "/search?q=%E7%94%B2", Big }[number % 4 - 1]);
                else
                    await connection.Write("GET / HT");
                connection.CloseHalf();
                // The server takes the client for gone, as most do, and ends the connection.
                while (await connection.TakeOne()) { }
            })
            .ToList();
        await Answers(origin);
        await Task.WhenAll(halves);
        await Answers(origin);
        Assert.InRange(program.Memory, 1, Megabytes);
        Assert.Empty(program.Errors);
    }

    /// <summary>One client alone is not let in so often.</summary>
    static IPAddress ClientNumber(int number) => new([127, 0, 1, (byte)(1 + number)]);

    /// <summary>The most that this process may open, and the program as well.</summary>
    static int OpenFiles =>
        File.ReadLines("/proc/self/limits")
            .First(line => line.StartsWith("Max open files", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            is [.., var hard, _]
        && int.TryParse(hard, CultureInfo.InvariantCulture, out var most)
            ? most
            : int.MaxValue;

    async Task<Uri> Ready(ProgramProcess program)
    {
        var origin = new Uri(await program.Says("Now listening on:"));
        await Until(origin + "readyz", "ready\n");
        return origin;
    }

    async Task Answers(Uri origin)
    {
        foreach (var address in new[] { "", "archive", "search?q=甲", "healthz" })
            await Get(origin + address);
    }
}
