using System.Globalization;
using System.Net;
using System.Runtime.Versioning;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Network;

/// <summary>Clients that hold connections and give or take next to nothing: others are answered meanwhile, and memory stays bounded.</summary>
[UnsupportedOSPlatform("windows")]
[Needs(NeedsAttribute.Program)]
public sealed class SlowClientsTests()
    : OverFolders(ContentOf.Report("# 甲\n\n[附件](big.pdf)").With("政治机关/big.pdf", new byte[20_000_000])),
        IAsyncLifetime
{
    const int Idle = 10_000;
    const int PerClient = 1000;
    const int Megabytes = 600;

    static readonly string Big = "/files/" + Uri.EscapeDataString("政治机关") + "/big.pdf";
    static readonly TimeSpan Drip = TimeSpan.FromMilliseconds(100);

    readonly List<RawConnection> held = [];
    ProgramProcess program = null!;
    Uri origin = null!;

    public async ValueTask InitializeAsync()
    {
        program = new ProgramProcess(Serve);
        origin = new Uri(await program.Says("Now listening on:"));
        await Until(origin + "readyz", "ready\n");
    }

    [Fact]
    public async Task Ten_thousand_connections_that_say_nothing_keep_nobody_from_reading()
    {
        while (held.Count < Math.Min(Idle, OpenFiles - 1000))
            held.Add(await RawConnection.To(origin, ClientNumber(held.Count / PerClient)));
        await Answers();
        Assert.InRange(program.Memory, 1, Megabytes);
        LetGo();
        await Answers();
    }

    [Fact]
    public async Task Who_asks_letter_by_letter_is_sent_away()
    {
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
        await Answers();
        Assert.All(await Task.WhenAll(slow), status => Assert.Contains(status, new int?[] { 408, null }));
        await Answers();
    }

    [Fact]
    public async Task Who_takes_an_answer_byte_by_byte_keeps_nobody_from_reading_and_takes_little()
    {
        while (held.Count < 500)
        {
            held.Add(await RawConnection.To(origin));
            await held[^1].Send(Big);
        }
        foreach (var _ in Enumerable.Range(0, 20))
        {
            foreach (var connection in held)
                Assert.True(await connection.TakeOne());
            await Answers();
        }
        Assert.InRange(program.Memory, 1, Megabytes);
        LetGo();
        await Answers();
    }

    [Fact]
    public async Task Who_closes_the_half_of_a_connection_leaves_nothing_behind()
    {
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
        await Answers();
        await Task.WhenAll(halves);
        await Answers();
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

    async Task Answers()
    {
        foreach (var address in new[] { "", "archive", "search?q=甲", "healthz" })
            await Get(origin + address);
    }

    void LetGo() => held.ForEach(connection => connection.Dispose());

    public ValueTask DisposeAsync()
    {
        LetGo();
        program?.Dispose();
        Dispose();
        return ValueTask.CompletedTask;
    }
}
