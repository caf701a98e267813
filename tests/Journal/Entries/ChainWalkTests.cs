using WorkReports.Journal.Entries;

namespace WorkReports.Tests.Journal.Entries;

public sealed class ChainWalkTests
{
    [Fact]
    public void The_walk_keeps_just_the_hash_that_each_entry_looks_back_to()
    {
        var (walk, hashes) = (new ChainWalk(), new List<string> { "" });
        for (var number = 1; number <= 3000; number++)
        {
            var entry = Entry(number);
            entry = entry with { Hash = Chain.HashOf(entry, hashes[^1], hashes[(int)Chain.SkipOf(number)]) };
            Assert.False(walk.Takes(entry with { Title = "乙" }));
            Assert.False(walk.Takes(entry with { Number = number + 1 }));
            Assert.True(walk.Takes(entry));
            hashes.Add(entry.Hash);
        }
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    [InlineData(6, 3)]
    [InlineData(7, 0)]
    [InlineData(10, 7)]
    [InlineData(12, 11)]
    [InlineData(long.MaxValue, 0)]
    public void An_entry_looks_back_beyond_its_last_summand(long number, long skip) =>
        Assert.Equal(skip, Chain.SkipOf(number));

    static JournalEntry Entry(long number) =>
        new()
        {
            Number = number,
            Time = DateTimeOffset.UnixEpoch,
            Event = JournalEvent.Published,
            Slug = "a",
            Formerly = "",
            Path = "a.md",
            Title = "甲",
            Content = "1",
            Format = Chain.Format,
        };
}
