using System.Data.Common;
using WorkReports.Journal;
using WorkReports.Journal.Entries;
using WorkReports.Journal.Holding;
using WorkReports.Journal.Shared;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Journal.Shared;

/// <summary>Several servers, each with a journal of its own, over one record in a real PostgreSQL.</summary>
[Needs(NeedsAttribute.Program)]
public sealed class SharedRecordTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IDisposable
{
    static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, BeijingTime.Offset);

    readonly List<ContentOf> folders = [];
    readonly List<JournalFile> journals = [];
    readonly string address = postgres.NewRecord();

    Settings Server()
    {
        folders.Add(ContentOf.Nothing());
        return new Settings { Data = folders[^1].Folder, Journal = address };
    }

    JournalFile Copy(Settings? settings = null)
    {
        journals.Add(new JournalFile(settings ?? Server()));
        return journals[^1];
    }

    static RecordedText Text(string words) => RecordedText.Of(System.Text.Encoding.UTF8.GetBytes(words));

    static void Publish(JournalFile journal, string slug, string words)
    {
        using var entries = journal.Begin(Now);
        Record(entries, slug, words);
        entries.Commit();
    }

    static void Record(JournalTransaction entries, string slug, string words)
    {
        var (text, reading) = (Text(words), Text($"reading of {words}"));
        entries.PutTexts([text, reading]);
        entries.Record(
            [
                new ReportStatus
                {
                    Slug = slug,
                    Path = $"政治机关/{slug}.md",
                    Title = $"题目 {slug}",
                    Content = text.Hash,
                    Reading = reading.Hash,
                    State = AddressState.Published,
                },
            ],
            []
        );
    }

    static IEnumerable<string> Hashes(JournalFile journal) => journal.Entries().Select(entry => entry.Hash);

    static string? Words(JournalFile journal, string words) =>
        journal.TextOf(Text(words).Hash) is { } bytes ? System.Text.Encoding.UTF8.GetString(bytes) : null;

    [Fact]
    public void What_one_server_records_every_other_has_entry_for_entry_with_its_texts()
    {
        var (one, other) = (Copy(), Copy());
        Publish(one, "a", "甲");
        Publish(one, "b", "乙");
        other.BringUp();
        Assert.Equal(Hashes(one), Hashes(other));
        Assert.Equal("甲", Words(other, "甲"));
        Assert.Empty(other.Verify().Breaks);
        // And goes on with it.
        Publish(other, "c", "丙");
        one.BringUp();
        Assert.Equal(3, one.Entries().Count);
        Assert.Equal(Hashes(one), Hashes(other));
    }

    [Fact]
    public void Ten_thousand_entries_are_taken_over_by_a_server_that_comes_later()
    {
        var one = Copy();
        using (var entries = one.Begin(Now))
        {
            foreach (var number in Enumerable.Range(1, 10_000))
                Record(entries, $"r-{number}", $"第 {number} 篇");
            entries.Commit();
        }
        var young = Copy();
        young.BringUp();
        Assert.Equal(one.Head(), young.Head());
        Assert.Empty(young.Verify().Breaks);
    }

    [Fact]
    public void Of_two_that_add_at_once_the_second_is_refused_and_leaves_nothing()
    {
        var (one, other) = (Copy(), Copy());
        using (var late = other.Begin(Now))
        {
            Publish(one, "a", "甲");
            var refused = Assert.Throws<SharedRecordException>(() => Record(late, "b", "乙"));
            Assert.Contains("another program", refused.Message);
        }
        other.BringUp();
        Assert.Equal(["a"], other.Entries().Select(entry => entry.Slug));
        Assert.Null(Words(other, "乙"));
        Assert.Equal(2L, postgres.Server.Ask<long>("select count(*) from texts", DatabaseOf(address)));
        Publish(other, "b", "乙");
        Assert.Equal("乙", Words(other, "乙"));
    }

    [Fact]
    public void One_server_at_a_time_publishes_and_another_when_its_session_has_ended()
    {
        var (one, other) = (Copy(), Copy());
        Assert.True(one.TryPublish());
        Assert.False(other.TryPublish());
        Publish(one, "a", "甲");
        Assert.False(other.TryPublish());
        Assert.Equal(Hashes(one), Hashes(other));
        Assert.Throws<SharedRecordException>(() => other.Begin(Now));

        postgres.Server.Ask<bool>(
            $"select bool_or(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = '{DatabaseOf(address)}')",
            "postgres"
        );
        Assert.True(other.TryPublish());
        // The first does not know it yet, and cannot write all the same.
        Assert.ThrowsAny<DbException>(() => Publish(one, "b", "乙"));
        Publish(other, "c", "丙");
        Assert.False(one.TryPublish());
        Assert.Equal(["a", "c"], one.Entries().Select(entry => entry.Slug));
        other.Dispose();
        Assert.True(one.TryPublish());
    }

    [Fact]
    public void Who_cannot_publish_leaves_it_to_another()
    {
        var (one, other) = (Copy(), Copy());
        Assert.True(one.TryPublish());
        one.StepBack();
        Assert.False(one.TryPublish());
        Assert.True(other.TryPublish());
        // Who does not publish has nothing to step back from.
        one.StepBack();
        Assert.True(other.TryPublish());
        Publish(other, "a", "甲");
        Assert.False(one.TryPublish());
        Assert.Equal(Hashes(other), Hashes(one));
    }

    [Fact]
    public void Who_waits_for_the_lock_keeps_one_session()
    {
        var (one, other) = (Copy(), Copy());
        Assert.True(one.TryPublish());
        other.TryPublish();
        var before = Sessions();
        for (var time = 0; time < 20; time++)
            Assert.False(other.TryPublish());
        Assert.Equal(before, Sessions());

        long Sessions() =>
            postgres.Server.Ask<long>(
                $"select sum(sessions)::bigint from pg_stat_database where datname = '{DatabaseOf(address)}'",
                "postgres"
            );
    }

    [Fact]
    public void What_is_erased_by_one_is_gone_from_the_shared_record_and_from_every_other()
    {
        var (one, other) = (Copy(), Copy());
        Publish(one, "a", "不该出现的号码");
        other.BringUp();
        Publish(one, "a", "改好的");
        Assert.Equal(ErasureObstacle.None, one.Erase(1, "管理员：误发", Now, out var trouble).Obstacle);
        Assert.Null(trouble);
        Assert.Equal(
            2L,
            postgres.Server.Ask<long>("select count(*) from texts where bytes is null", DatabaseOf(address))
        );
        Assert.Equal("不该出现的号码", Words(other, "不该出现的号码"));
        other.BringUp();
        Assert.Null(Words(other, "不该出现的号码"));
        Assert.Empty(other.Verify().Breaks);
        Assert.Equal(1, other.Verify().Erased);
        // A server that comes later never gets it, and one that publishes the same words again gives them back.
        var young = Copy();
        young.BringUp();
        Assert.Null(Words(young, "不该出现的号码"));
        Assert.Empty(young.Verify().Breaks);
        Publish(one, "b", "不该出现的号码");
        young.BringUp();
        Assert.Equal("不该出现的号码", Words(young, "不该出现的号码"));
    }

    [Fact]
    public void What_is_accepted_anywhere_is_known_where_it_is_obeyed()
    {
        var (publisher, elsewhere) = (Copy(), Copy());
        publisher.TryPublish();
        var item = new HeldItem
        {
            Kind = HeldKind.Removal,
            Name = "政治机关/a.md",
            Since = Now,
        };
        publisher.PutHeld([HeldKind.Removal, HeldKind.Pillar], [item]);
        Assert.Equal([item.Key], elsewhere.Held().Select(held => held.Key));
        elsewhere.Accept(
            new Acceptance
            {
                Time = Now,
                Who = "tester@other",
                What = [item.Key],
            }
        );
        var pending = Assert.Single(publisher.PendingAcceptances());
        Assert.Equal(("tester@other", Now, item.Key), (pending.Who, pending.Time, pending.What.Single()));
        using (var entries = publisher.Begin(Now))
        {
            entries.Accept("tester：删除 1 篇", [pending.Number]);
            entries.Commit();
        }
        Assert.Empty(elsewhere.PendingAcceptances());
        elsewhere.BringUp();
        Assert.Equal(JournalEvent.Accepted, elsewhere.Entries()[^1].Event);
        publisher.PutHeld([HeldKind.Removal, HeldKind.Pillar], []);
        Assert.Empty(elsewhere.Held());
    }

    [Fact]
    public void A_record_whose_end_was_cut_off_is_not_followed_and_the_copy_brings_it_up_again()
    {
        var settings = Server();
        var (one, other) = (Copy(settings), Copy());
        Publish(one, "a", "甲");
        Publish(one, "b", "乙");
        other.BringUp();
        Tamper("delete from entries where number = 2");
        Assert.Contains("--copy", Assert.Throws<SharedRecordException>(other.BringUp).Message);
        Assert.Throws<SharedRecordException>(() => other.TryPublish());
        Assert.Equal(2, other.Entries().Count);
        Assert.Equal(1, new JournalFile(settings with { Journal = Settings.None }).CopyToShared(address));
        other.BringUp();
        Assert.True(other.TryPublish());
    }

    [Theory]
    [InlineData("update entries set title = '别的' where number = 2")]
    [InlineData("update entries set hash = repeat('0', 64) where number = 2")]
    [InlineData("update entries set format = 9 where number = 2")]
    [InlineData("delete from entries where number = 2")]
    public void A_record_that_was_rewritten_is_not_followed(string forgery)
    {
        var (one, other) = (Copy(), Copy());
        Publish(one, "a", "甲");
        other.BringUp();
        Publish(one, "b", "乙");
        Publish(one, "c", "丙");
        Tamper(forgery);
        Assert.Throws<SharedRecordException>(other.BringUp);
        Assert.Single(other.Entries());
        Assert.Throws<SharedRecordException>(() => Copy().TryPublish());
    }

    [Fact]
    public void Another_record_is_not_gone_on_with()
    {
        var settings = Server();
        Publish(Copy(settings), "a", "甲");
        var other = postgres.NewRecord();
        Publish(Copy(Server() with { Journal = other }), "b", "乙");
        Assert.Contains(
            "is not the one",
            Assert.Throws<SharedRecordException>(Copy(settings with { Journal = other }).BringUp).Message
        );
    }

    [Fact]
    public void Entries_cannot_be_changed_or_removed_in_the_database()
    {
        Publish(Copy(), "a", "甲");
        foreach (var sql in new[] { "update entries set title = ''", "delete from entries", "truncate entries" })
            Assert.Contains(
                "only added to",
                Assert.ThrowsAny<DbException>(() => postgres.Server.Ask<object>(sql, DatabaseOf(address))).Message
            );
    }

    [Fact]
    public void A_record_of_a_newer_build_is_left_alone()
    {
        Publish(Copy(), "a", "甲");
        postgres.Server.Ask<object>("update record_schema set version = 2", DatabaseOf(address));
        Assert.Contains("newer build", Assert.Throws<SharedRecordException>(Copy().BringUp).Message);
    }

    [Fact]
    public void Servers_that_start_at_the_same_moment_make_the_tables_once()
    {
        var servers = Enumerable.Range(0, 6).Select(_ => Copy()).ToList();
        Parallel.ForEach(servers, server => server.BringUp());
        Assert.Single(servers, server => server.TryPublish());
    }

    [Fact]
    public async Task A_server_hears_of_entries_as_soon_as_they_are_there()
    {
        using var stop = new CancellationTokenSource();
        var heard = 0;
        var (one, other) = (Copy(), Copy());
        var listening = other.Listen(() => Interlocked.Increment(ref heard), stop.Token);
        await Wait.Until(() => heard, times => times > 0, "it listens");
        var before = heard;
        Publish(one, "a", "甲");
        await Wait.Until(() => heard, times => times > before, "it hears");
        await stop.CancelAsync();
        await listening;
    }

    /// <summary>As somebody who owns the database can.</summary>
    void Tamper(string sql) =>
        postgres.Server.Ask<object>(
            $"alter table entries disable trigger all; {sql}; alter table entries enable trigger all",
            DatabaseOf(address)
        );

    internal static string DatabaseOf(string address) =>
        new DbConnectionStringBuilder { ConnectionString = address }["Database"]
            .ToString()!;

    public void Dispose()
    {
        journals.ForEach(journal => journal.Dispose());
        folders.ForEach(folder => folder.Dispose());
    }
}
