using System.Net.Sockets;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>The program told to stop while many readers ask.</summary>
[Needs(NeedsAttribute.Program)]
public sealed class TerminatedTests() : OverFolders(Corpus())
{
    const int Readers = 64;

    static readonly string[] Addresses =
    [
        "/",
        "/archive",
        "/feed.xml",
        "/reports/2021-01-01-report-1",
        "/search?q=%E5%AD%97",
        "/css/base.css",
    ];

    static ContentOf Corpus()
    {
        var content = ContentOf.Pillars();
        foreach (var number in Enumerable.Range(1, 100))
            content.With($"政治机关/2021-01-01-report-{number}.md", $"# 第{number}篇\n\n{new string('字', 2000)}");
        return content;
    }

    [Fact]
    public async Task What_was_asked_before_is_answered_whole_and_the_next_start_has_nothing_to_mend()
    {
        using (var program = new ProgramProcess(Serve))
        {
            var origin = new Uri(await program.Says("Now listening on:"));
            await Until(origin + "readyz", "ready\n");
            var asked = 0;
            var isEnding = false;
            var readers = Enumerable
                .Range(0, Readers)
                .Select(number =>
                    Task.Run(() =>
                        Read(origin, number, () => Interlocked.Increment(ref asked), () => Volatile.Read(ref isEnding))
                    )
                )
                .ToList();
            await Wait.Until(() => Volatile.Read(ref asked), times => times > 20 * Readers);
            Volatile.Write(ref isEnding, true);
            program.Terminate();
            await Task.WhenAll(readers);
            Assert.Equal(0, (await program.End()).Code);
            Assert.Empty(program.Errors);
        }
        Assert.Equal(
            ["index.db", "journal.db", "journal.head"],
            Directory.EnumerateFiles(Data.Folder).Select(Path.GetFileName).Order()
        );
        using var next = new ProgramProcess(Serve);
        await next.Says("Edition 1: 0 of 100 files read");
        Assert.Equal(0, next.HasSaid("made anew"));
    }

    [Fact]
    public async Task A_reader_who_does_not_take_the_answer_keeps_it_from_ending_no_longer_than_an_init_system_waits()
    {
        Content.With("政治机关/big.pdf", new byte[50_000_000]).With("政治机关/2021-01-02-big.md", "[附件](big.pdf)");
        using var program = new ProgramProcess(Serve);
        var origin = new Uri(await program.Says("Now listening on:"));
        await Until(origin + "readyz", "ready\n");
        using var connection = await RawConnection.To(origin);
        await connection.Send("/files/" + Uri.EscapeDataString("政治机关") + "/big.pdf");
        await Get(origin + "archive");
        program.Terminate();
        Assert.Equal(0, (await program.End()).Code);
        Assert.Equal(
            ["index.db", "journal.db", "journal.head"],
            Directory.EnumerateFiles(Data.Folder).Select(Path.GetFileName).Order()
        );
    }

    /// <summary>Asks until the server is gone. Only what was asked after it was told to stop may stay without an answer.</summary>
    static async Task Read(Uri origin, int number, Action count, Func<bool> isEnding)
    {
        try
        {
            while (true)
            {
                using var connection = await RawConnection.To(origin);
                for (var turn = number; ; turn++)
                {
                    await connection.Send(Addresses[turn % Addresses.Length]);
                    var wasEnding = isEnding();
                    var answer = await connection.Receive();
                    if (answer is null)
                    {
                        Assert.True(wasEnding, "A question was lost that was asked before the end.");
                        break;
                    }
                    // Whom a busy machine has no room for is told so, which is a whole answer, too.
                    Assert.True(answer.Status is 200 or 503, $"{answer.Status}");
                    count();
                    if (answer.IsLast)
                        break;
                }
            }
        }
        catch (Exception exception)
            when (exception is SocketException or IOException { InnerException: SocketException } && isEnding())
        {
            // Nobody listens any more.
        }
    }
}
