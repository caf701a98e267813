using Microsoft.Data.Sqlite;
using WorkReports.Journal.Holding;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Brake;

/// <summary>What counts as removed lately, and what is held by whom, whoever publishes and whatever is wrong beside.</summary>
public sealed class CountedRemovalsTests : IDisposable
{
    readonly TestIndex index = TestIndex.Of(Site());

    static ContentOf Site()
    {
        var content = ContentOf.Pillars();
        foreach (var number in Enumerable.Range(1, 9))
            content.With(PathOf(number), $"---\n网址: z{number}\n---\n# 第{number}篇\n\n正文{number}。");
        return content;
    }

    static string PathOf(int number) => $"政治机关/2021-01-0{number}-甲.md";

    void Take(params IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
            index.Content.Without(PathOf(number));
    }

    IEnumerable<string> Standing =>
        Enumerable.Range(1, 9).Select(n => $"z{n}").Where(slug => index.Find(slug) is not null);

    void Journal(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={index.Settings.JournalFile};Pooling=false");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_the_journal_could_not_be_told_counts(bool isNamed)
    {
        Journal("create trigger full before insert on entries begin select raise(abort, 'full'); end");
        Take(1, 2, 3);
        Publish(1, 2, 3);
        Assert.NotNull(index.Recorder.Trouble);
        Assert.Equal(6, Standing.Count());
        index.Clock.Advance(TimeSpan.FromMinutes(5));
        Take(4, 5, 6);
        Publish(4, 5, 6);
        Assert.Equal((3, 6), (index.Held.Count(), Standing.Count()));
        Journal("drop trigger full");
        index.CatchUp();
        index.Publish();
        Assert.Equal((3, 6), (index.Held.Count(), Standing.Count()));
        Assert.Equal(3, index.Journal.Entries().Count(entry => entry.Event == JournalEvent.Removed));

        void Publish(params IEnumerable<int> numbers)
        {
            if (isNamed)
                index.Publish(numbers.Select(PathOf));
            else
                index.Publish();
        }
    }

    [Fact]
    public void What_only_took_another_name_and_address_is_no_removal_that_the_journal_was_not_told()
    {
        foreach (var number in Enumerable.Range(1, 4))
            index.Content.With($"书香机关/2021-03-0{number}-乙{number}.md", $"# 乙{number}\n\n乙{number}。");
        index.Publish();
        foreach (var number in Enumerable.Range(1, 4))
            index.Content.Moved($"书香机关/2021-03-0{number}-乙{number}.md", $"书香机关/2021-05-0{number}-另.md");
        index.Publish();
        Assert.Equal(4, index.Journal.Entries().Count(entry => entry.Event == JournalEvent.Moved));
        Take(5, 6);
        index.Publish();
        Assert.Empty(index.Held);
    }

    [Fact]
    public void A_clock_that_is_accepted_makes_nobody_forget_what_went()
    {
        Take(1, 2, 3);
        index.Publish();
        index.Clock.AdjustTime(index.Clock.GetUtcNow().AddMinutes(-20));
        index.Publish();
        index.CatchUp();
        index.Accept();
        index.Publish();
        index.CatchUp();
        Assert.Equal(JournalEvent.Accepted, index.Journal.Entries()[^1].Event);
        Take(4, 5, 6);
        index.Publish();
        Assert.Equal((3, 6), (index.Held.Count(), Standing.Count()));
    }

    [Fact]
    public void What_another_server_held_is_held_on_by_the_one_that_publishes_after_it()
    {
        var since = index.Clock.GetUtcNow().AddHours(-5);
        Take(1, 2);
        index.Journal.PutHeld(
            [HeldKind.Removal],
            [
                .. Enumerable
                    .Range(1, 7)
                    .Select(number => new HeldItem
                    {
                        Kind = HeldKind.Removal,
                        Name = PathOf(number),
                        Slug = $"z{number}",
                        Title = $"第{number}篇",
                        Since = since,
                    }),
            ]
        );
        index.FollowAnother();
        Assert.Equal(
            "7 reports and 0 pillars whose files are gone stand as they were, since the server that publishes holds them:"
                + " put the files back, or let them go by the verb 'accept'",
            index.HeldSentence
        );
        index.Publish();
        Assert.Equal([PathOf(1), PathOf(2)], index.Held);
        Assert.Equal(9, Standing.Count());
        Assert.All(index.Journal.Held(), item => Assert.Equal(since, item.Since));
        index.Accept();
        index.Publish();
        Assert.Equal(7, Standing.Count());
    }

    [Fact]
    public void Nothing_is_told_any_more_of_what_the_server_that_publishes_now_does_not_hold()
    {
        Take(1, 2, 3, 4, 5, 6);
        index.Publish();
        Assert.NotNull(index.HeldSentence);
        index.Journal.PutHeld([HeldKind.Removal], []);
        index.FollowAnother();
        Assert.Null(index.HeldSentence);
    }

    public void Dispose() => index.Dispose();
}
