using System.Net;
using Microsoft.Data.Sqlite;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>What disks and clumsy hands do to the index, before the program starts and while it runs: it is made anew.</summary>
[Needs(NeedsAttribute.Program)]
public sealed class DamagedIndexTests : IDisposable
{
    const int Reports = 200;

    readonly ContentOf content = ContentOf.Pillars();
    readonly ContentOf data = ContentOf.Nothing();
    readonly HttpClient http = new();

    public DamagedIndexTests()
    {
        foreach (var number in Enumerable.Range(1, Reports))
            content.With($"政治机关/2021-01-01-report-{number}.md", $"# 第{number}篇\n\n{new string('字', 1000)}");
    }

    string Index => Path.Combine(data.Folder, "index.db");

    string[] Serve => ["--content", content.Folder, "--data", data.Folder, "--urls", "http://127.0.0.1:0"];

    [Fact]
    public async Task A_damaged_index_is_found_out_and_made_anew()
    {
        await Publish();
        using (var index = File.OpenWrite(Index))
        {
            // The schema on the first pages stays sound: only who reads on finds out.
            index.Position = index.Length / 2;
            index.Write(Enumerable.Repeat((byte)7, 200_000).ToArray());
        }
        using var again = new ProgramProcess(Serve);
        var origin = await again.Says("Now listening on:");
        await again.SaysAnyTime("The index is damaged");
        await again.SaysAnyTime($"{Reports} of {Reports} files read");
        await IsWhole(origin);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Lane.Count(sample: 4, deep: 40))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Random_bytes_anywhere_before_the_start_are_mended(int seed)
    {
        await Publish();
        Scribble(new Random(seed), times: 1 + seed % 5);
        using var program = new ProgramProcess(Serve);
        await IsWhole(await program.Says("Now listening on:"));
    }

    [Fact]
    public async Task Random_bytes_anywhere_while_it_runs_are_mended_as_soon_as_anybody_meets_them()
    {
        await Publish();
        using var program = new ProgramProcess(Serve);
        var origin = await program.Says("Now listening on:");
        await IsWhole(origin);
        var random = new Random(1);
        foreach (var times in new[] { 1, 3, 9, 27 })
        {
            Scribble(random, times);
            await IsWhole(origin);
        }
        Assert.Equal(
            "healthy\n",
            await http.GetStringAsync(origin + "/healthz", TestContext.Current.CancellationToken)
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(50_000)]
    public async Task A_truncated_index_is_made_anew(int length)
    {
        await Publish();
        using (var index = File.OpenWrite(Index))
            index.SetLength(length);
        using var program = new ProgramProcess(Serve);
        var origin = await program.Says("Now listening on:");
        await IsWhole(origin);
        using (var index = File.OpenWrite(Index))
            index.SetLength(length);
        await IsWhole(origin);
    }

    [Fact]
    public async Task An_index_deleted_while_it_runs_is_made_anew_and_pages_in_memory_are_served_meanwhile()
    {
        using var program = new ProgramProcess(Serve);
        var origin = await program.Says("Now listening on:");
        await program.SaysAnyTime("Edition 1");
        await IsWhole(origin);
        foreach (var part in Directory.EnumerateFiles(data.Folder, "index.db*"))
            File.Delete(part);
        await program.Says("The index is gone and is made anew");
        var refilled = program.Says("Edition 1");
        do
        {
            Assert.Contains(
                $"共 {Reports} 篇",
                await http.GetStringAsync(origin + "/archive", TestContext.Current.CancellationToken),
                StringComparison.Ordinal
            );
        } while (!refilled.IsCompleted);
        await refilled;
        Assert.True(File.Exists(Index));
        await IsWhole(origin);
        program.Terminate();
        Assert.DoesNotContain("is gone", (await program.End()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_index_put_in_its_place_while_it_runs_is_not_believed()
    {
        await Publish();
        File.Copy(Index, Index + ".copy");
        using var program = new ProgramProcess(Serve);
        var origin = await program.Says("Now listening on:");
        content.With("政治机关/2021-01-01-report-1.md", "# 改了的第1篇");
        await Until(origin, "/reports/2021-01-01-report-1", "改了的第1篇");
        File.Move(Index + ".copy", Index, overwrite: true);
        await program.Says("The index is gone and is made anew");
        await Until(origin, "/reports/2021-01-01-report-1", "改了的第1篇");
        await Until(origin, "/archive", $"共 {Reports} 篇");
    }

    [Fact]
    public async Task What_is_no_index_is_put_aside_and_not_deleted()
    {
        Directory.CreateDirectory(Index);
        await File.WriteAllTextAsync(Path.Combine(Index, "letter.txt"), "dear", TestContext.Current.CancellationToken);
        await Publish("put aside");
        Assert.Equal(
            "dear",
            await File.ReadAllTextAsync(
                Path.Combine(Index + ".aside-1", "letter.txt"),
                TestContext.Current.CancellationToken
            )
        );

        await File.WriteAllTextAsync(Index, "somebody's notes", TestContext.Current.CancellationToken);
        await Publish("put aside");
        Assert.Equal(
            "somebody's notes",
            await File.ReadAllTextAsync(Index + ".aside-2", TestContext.Current.CancellationToken)
        );

        File.Delete(Index);
        Sql("create table customers (name); insert into customers values ('x')");
        await Publish("put aside");
        Assert.True(File.Exists(Index + ".aside-3"));
    }

    [Fact]
    public async Task While_another_program_holds_the_index_readers_have_the_last_edition_and_it_is_said()
    {
        await Publish();
        using var program = new ProgramProcess(Serve);
        var origin = await program.Says("Now listening on:");
        await IsWhole(origin);
        using (var other = new SqliteConnection($"Data Source={Index};Pooling=False"))
        {
            other.Open();
            using var held = other.BeginTransaction(deferred: false);
            content.With("政治机关/2021-01-01-report-1.md", "# 改了的第1篇");
            await program.Says("The content could not be published, readers keep the last edition: SQLite Error 5");
            Assert.Equal(
                "ready, but the index cannot be written; the log says why\n",
                await http.GetStringAsync(origin + "/readyz", TestContext.Current.CancellationToken)
            );
            Assert.Contains(
                "第1篇",
                await http.GetStringAsync(
                    origin + "/reports/2021-01-01-report-1",
                    TestContext.Current.CancellationToken
                ),
                StringComparison.Ordinal
            );
        }
        await program.Says("The content is published again");
        await Until(origin, "/reports/2021-01-01-report-1", "改了的第1篇");
        await Until(origin, "/readyz", "ready\n");
    }

    [Fact]
    public async Task A_start_waits_for_an_index_that_another_program_has_for_itself_and_deletes_nothing()
    {
        await Publish();
        using var other = new SqliteConnection($"Data Source={Index};Pooling=False");
        other.Open();
        new SqliteCommand("pragma locking_mode = exclusive; begin exclusive", other).ExecuteNonQuery();
        using var program = new ProgramProcess(Serve);
        var origin = await program.Says("Now listening on:");
        await Until(origin, "/readyz", "not ready: the index cannot be written");
        using (var answer = await http.GetAsync(origin + "/archive", TestContext.Current.CancellationToken))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        new SqliteCommand("commit", other).ExecuteNonQuery();
        other.Close();
        await IsWhole(origin);
        program.Terminate();
        Assert.DoesNotContain("made anew", (await program.End()).Output, StringComparison.Ordinal);
    }

    /// <summary>Runs it until all is published, and ends it.</summary>
    async Task Publish(string? words = null)
    {
        using var program = new ProgramProcess(Serve);
        if (words is not null)
            await program.Says(words);
        await program.Says("Edition");
        program.Terminate();
        Assert.Equal(0, (await program.End()).Code);
    }

    /// <summary>Overwrites places with noise that is longer than SQLite's pages: what a text says inside of one no check can tell.</summary>
    void Scribble(Random random, int times)
    {
        using var index = File.OpenWrite(Index);
        for (var time = 0; time < times; time++)
        {
            var noise = new byte[16_384 + random.Next(50_000)];
            random.NextBytes(noise);
            index.Position = random.NextInt64(index.Length);
            index.Write(noise);
        }
    }

    void Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Index};Pooling=False");
        connection.Open();
        new SqliteCommand(sql, connection).ExecuteNonQuery();
    }

    /// <summary>Waits until every report, the list and a search say what they must.</summary>
    async Task IsWhole(string origin)
    {
        await Until(origin, "/readyz", "ready\n");
        foreach (var number in Enumerable.Range(1, Reports))
            await Until(origin, $"/reports/2021-01-01-report-{number}?q=zzz", new string('字', 10));
        await Until(origin, "/archive", $"共 {Reports} 篇");
        await Until(origin, "/search.json?q=字字字", $"\"total\":{Reports}");
    }

    Task Until(string origin, string address, string words) => Wait.UntilSaid(http, origin + address, words);

    public void Dispose()
    {
        http.Dispose();
        content.Dispose();
        data.Dispose();
    }
}
