using Microsoft.Data.Sqlite;
using WorkReports.Hosting.Protection;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Protection;

/// <summary>However slowly readers take what was made for them, it holds little, and nobody waits for them.</summary>
[Needs(NeedsAttribute.Time)]
[Collection(nameof(Alone))]
public sealed class AnswerBufferTests : IAsyncLifetime
{
    const int Readers = 40;

    /// <summary>What is counted as not sent, and for each reader what the server itself buffers, and some more.</summary>
    const long Bytes = UnsentBytes.Limit + Readers * 4 * UnsentBytes.Small;

    static readonly string Large = string.Concat(
        Enumerable
            .Range(0, 10_000)
            .Select(number =>
                $"第{number}段，"
                + string.Concat(Enumerable.Repeat("党建工作有关情况，书屋开放，品牌建设。", 9))
                + "\n\n"
            )
    );

    TestSite site = null!;

    public async ValueTask InitializeAsync() =>
        site = await TestSite.Of(ContentOf.Report($"---\n网址: large\n---\n{Large}"));

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("/reports/large?q=%E5%85%9A%E5%BB%BA", true)]
    [InlineData("/reports/large", false)]
    public async Task Forty_slow_readers_of_a_large_report_hold_little(string address, bool isCounted)
    {
        await site.Get(address);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var slow = new List<RawConnection>();
        try
        {
            for (var reader = 0; reader < Readers; reader++)
            {
                slow.Add(await RawConnection.To(site.Origin));
                await slow[^1].Send(address);
                Assert.True(await slow[^1].TakeOne());
            }
            var bulkheads = site.Service<Bulkheads>();
            await Wait.Until(() => bulkheads.Renderings.Running, running => running == 0);
            var unsent = site.Service<UnsentBytes>().Count;
            Assert.Equal(isCounted, unsent > 0);
            Assert.InRange(unsent, 0, UnsentBytes.Limit);
            Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, Bytes);
            Assert.Equal(200, (await site.Get("/search?q=甲")).Status);
        }
        finally
        {
            slow.ForEach(connection => connection.Dispose());
        }
        await Wait.Until(() => site.Service<UnsentBytes>().Count, count => count == 0);
        Assert.Equal(200, (await site.Get(address)).Status);
    }

    [Fact]
    public async Task A_slow_reader_keeps_no_snapshot_of_the_index()
    {
        using var slow = await RawConnection.To(site.Origin);
        await slow.Send("/reports/large?q=%E5%85%9A%E5%BB%BA");
        Assert.True(await slow.TakeOne());
        site.Content.With("政治机关/2021-09-01-新.md", "---\n网址: new\n---\n# 新");
        await site.UntilStatus("/reports/new", System.Net.HttpStatusCode.OK);
        // A snapshot that is still read keeps the write-ahead log from being emptied.
        await Wait.Until(IsBusy, busy => busy == 0);
    }

    long IsBusy()
    {
        using var connection = new SqliteConnection($"Data Source={site.Settings.IndexFile};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand("pragma wal_checkpoint(truncate)", connection);
        return (long)command.ExecuteScalar()!;
    }

    [Fact]
    public async Task A_marked_page_arrives_whole_in_every_coding()
    {
        var plain = await site.Get("/reports/large?q=书屋");
        Assert.Equal(90_000, plain.Text.Split("<mark>书屋</mark>").Length - 1);
        Assert.Equal(
            plain.Bytes.Length.ToString(System.Globalization.CultureInfo.InvariantCulture),
            plain["Content-Length"]
        );
        var coded = await site.Get("/reports/large?q=书屋", ("Accept-Encoding", "br"));
        Assert.Equal("br", coded["Content-Encoding"]);
        await using var brotli = new System.IO.Compression.BrotliStream(
            new MemoryStream(coded.Bytes),
            System.IO.Compression.CompressionMode.Decompress
        );
        using var text = new StreamReader(brotli);
        Assert.Equal(plain.Text, await text.ReadToEndAsync(TestContext.Current.CancellationToken));
    }
}
