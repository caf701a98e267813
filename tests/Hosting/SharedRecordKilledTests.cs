using WorkReports.Journal;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>Three servers over one record, of which the one that publishes is killed again and again.</summary>
[Needs(NeedsAttribute.Program)]
public sealed class SharedRecordKilledTests : IAsyncLifetime
{
    static readonly int Kills = Lane.Count(sample: 2, deep: 10);
    static readonly int Edits = Kills * 20;

    readonly ContentOf content = ContentOf.Pillars();
    readonly Random chance = new(Lane.Seed);
    readonly List<Server> servers = [];

    /// <summary>The words that each report has last been given.</summary>
    readonly Dictionary<string, string> saved = [];
    PostgresServer postgres = null!;

    sealed record Server(ProgramProcess Program, ContentOf Data) : IDisposable
    {
        public HttpClient Http { get; init; } = new();

        public bool Publishes => Program.HasSaid("This server publishes") > 0;

        public void Dispose()
        {
            Http.Dispose();
            Program.Dispose();
        }
    }

    public async ValueTask InitializeAsync()
    {
        postgres = await PostgresServer.Started();
        foreach (var _ in Enumerable.Range(0, 3))
            servers.Add(await Start(ContentOf.Nothing()));
    }

    async Task<Server> Start(ContentOf data)
    {
        var program = new ProgramProcess([
            "--content",
            content.Folder,
            "--data",
            data.Folder,
            "--urls",
            "http://127.0.0.1:0",
            "--journal",
            postgres.Address,
            "--search-rate",
            "0",
        ]);
        var origin = await program.Says("Now listening on:");
        return new Server(program, data) { Http = new HttpClient { BaseAddress = new Uri(origin) } };
    }

    [Fact]
    public async Task No_edit_is_lost_none_is_recorded_twice_and_all_say_the_same()
    {
        for (var edit = 1; edit <= Edits; edit++)
        {
            Save(edit);
            await Task.Delay(chance.Next(80), TestContext.Current.CancellationToken);
            if (edit % (Edits / Kills) == 0)
                await KillPublisher();
        }
        foreach (var server in servers)
        foreach (var (slug, words) in saved)
            await Wait.UntilSaid(server.Http, $"/reports/{slug}", words);
        await Wait.Until(
            () => servers.Select(server => Journal(server).Head()).Distinct().Count(),
            heads => heads == 1,
            "all have the same head"
        );
        foreach (var address in saved.Keys.Select(slug => $"/reports/{slug}").Concat(["/", "/archive", "/feed.xml"]))
        {
            // Asked again until the last edition has reached each.
            var answers = await Wait.Until(() => Ask(address), all => all.Distinct().Count() == 1, address);
            Assert.NotEqual("", answers[0].Tag);
        }
        var journal = Journal(servers[0]);
        Assert.Empty(journal.Verify().Breaks);
        var versions = journal
            .Entries()
            .Where(entry => entry.Slug.Length > 0)
            .Select(entry => (entry.Slug, entry.Content))
            .ToList();
        Assert.Equal(versions.Distinct(), versions);
    }

    /// <summary>Each save says something new: the record must have no version twice.</summary>
    void Save(int edit)
    {
        var slug = $"r-{chance.Next(30)}";
        saved[slug] = $"第{edit}次保存的话";
        content.With($"政治机关/2021-01-01-{slug}.md", $"---\n网址: {slug}\n---\n# 题目\n\n{saved[slug]}。");
    }

    async Task KillPublisher()
    {
        var publisher = await Wait.Until(
            () => servers.Find(server => server.Publishes),
            found => found is not null,
            "one publishes"
        );
        servers.Remove(publisher!);
        publisher!.Dispose();
        servers.Add(await Start(publisher.Data));
    }

    async Task<List<(string Bytes, string Tag)>> Ask(string address)
    {
        var all = new List<(string, string)>();
        foreach (var server in servers)
        {
            using var answer = await server.Http.GetAsync(address, TestContext.Current.CancellationToken);
            var told = await Answer.Of(answer);
            all.Add((Convert.ToHexString(told.Bytes), told["ETag"]));
        }
        return all;
    }

    static JournalFile Journal(Server server) => new(new Settings { Data = server.Data.Folder });

    public ValueTask DisposeAsync()
    {
        foreach (var server in servers)
        {
            server.Dispose();
            server.Data.Dispose();
        }
        postgres.Dispose();
        content.Dispose();
        return ValueTask.CompletedTask;
    }
}
