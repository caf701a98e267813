using System.Collections.Concurrent;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Scheduling;

/// <summary>
/// Where readers are shown the record, as by a new publisher or after the index was lost, an edit waits for a few of the other files
/// alone; what is told of these is found all the same.
/// </summary>
public sealed class UnreadFilesTests : IDisposable
{
    const int Count = 700;

    /// <summary>At most so many are read beside an edit.</summary>
    const int Few = 256;

    readonly ConcurrentDictionary<string, int> read = new();
    readonly TestIndex index;

    public UnreadFilesTests()
    {
        var content = ContentOf.Pillars().With("综合/图.png", PhotoFile.Png(null));
        foreach (var number in Enumerable.Range(0, Count))
            content.With(PathOf(number), Report(number));
        index = new TestIndex(content, beforeReading: path => read.AddOrUpdate(path, 1, (_, count) => count + 1));
        index.Publish();
    }

    static string PathOf(int number) => $"政治机关/2021-01-01-r{number:000}.md";

    /// <summary>Of each tenth something is told; each seventh has a picture.</summary>
    static string Report(int number, string words = "正文") =>
        $"---\n标题: 第{number}篇\n网址: r{number}\n---\n{words}。\n"
        + (number % 10 == 0 ? "\n[没有的文件](没有.pdf)\n" : "")
        + (number % 7 == 0 ? "\n![图](../综合/图.png)\n" : "");

    /// <summary>As a server that never saw the folder: its index is made from the record.</summary>
    void LoseIndex()
    {
        index.Database.Rebuild();
        read.Clear();
    }

    [Fact]
    public void An_edit_is_published_after_a_few_of_the_others_were_read()
    {
        LoseIndex();
        index.Content.With(PathOf(Count - 1), Report(Count - 1, "改好的话"));
        var first = index.Publish();
        Assert.Contains("改好的话", index.Find($"r{Count - 1}")!.Text, StringComparison.Ordinal);
        Assert.Equal((Few + 1, Count - Few - 1), (first.Read, first.Unread));
        Assert.Equal(Few + 1, read.Count);
        index.Content.With(PathOf(Count - 2), Report(Count - 2, "又一处"));
        Assert.Equal(Few + 1, index.Publish([.. index.Unread, PathOf(Count - 2)]).Read);
        Assert.Contains("又一处", index.Find($"r{Count - 2}")!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_is_read_once_and_told_as_ever()
    {
        var (told, shown) = (index.Publish().Problems, IndexText.Of(index.Settings.IndexFile));
        var entries = index.Journal.Entries().Count;
        Assert.Equal(Count / 10, told.Count);
        LoseIndex();
        index.Publish();
        index.ReadUnread();
        var last = index.Publish();
        Assert.Equal((0, 0), (last.Read, last.Unread));
        Assert.Equal(told, last.Problems);
        Assert.Equal(Count, read.Count);
        Assert.All(read.Values, times => Assert.Equal(1, times));
        Assert.Equal(shown, IndexText.Of(index.Settings.IndexFile));
        Assert.Equal(entries, index.Journal.Entries().Count);
    }

    [Fact]
    public void A_scan_of_everything_meanwhile_opens_none_of_them_again()
    {
        LoseIndex();
        index.Publish();
        Assert.Equal(Few, index.Publish().Read);
        Assert.Equal(2 * Few, read.Count);
        Assert.Equal(Count - 2 * Few, index.Publish(index.Unread).Read);
        Assert.Empty(index.Unread);
    }

    [Fact]
    public void Over_a_restart_they_are_still_to_be_read()
    {
        LoseIndex();
        index.Publish();
        index.Restart();
        Assert.Empty(index.Unread);
        Assert.Equal(Count - 2 * Few, index.Publish().Unread);
        index.ReadUnread();
        Assert.All(read.Values, times => Assert.Equal(1, times));
        Assert.Equal(Count, read.Count);
    }

    [Fact]
    public void A_picture_that_became_another_meanwhile_is_found()
    {
        LoseIndex();
        index.Content.With("综合/图.png", PhotoFile.Jpeg(null));
        index.Publish();
        index.ReadUnread();
        var used = index.Journal.Entries().Where(entry => entry.Number > 0).TakeLast(Count / 7).ToList();
        Assert.All(used, entry => Assert.Equal(JournalEvent.ReadAnew, entry.Event));
        Assert.Equal(
            Enumerable.Range(0, Count).Where(number => number % 7 == 0).Select(number => $"r{number}").Order(),
            used.Select(entry => entry.Slug).Order()
        );
    }

    [Fact]
    public void A_copy_does_not_take_the_address_of_one_and_gets_it_when_that_one_goes()
    {
        LoseIndex();
        const string copy = "书香机关/2021-01-01-副本.md";
        index.Content.With(copy, Report(Count - 1, "副本"));
        index.Publish();
        Assert.Contains(PathOf(Count - 1), index.Unread.Union([PathOf(Count - 1)]));
        Assert.DoesNotContain("副本", index.Find($"r{Count - 1}")!.Text, StringComparison.Ordinal);
        Assert.Contains(index.Publish(copy).Problems, problem =>
            (problem.File, problem.Code) == (copy, "address-taken")
        );
        index.ReadUnread();
        index.Content.Without(PathOf(Count - 1));
        index.Publish(PathOf(Count - 1));
        Assert.Contains("副本", index.Find($"r{Count - 1}")!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_that_went_meanwhile_are_held()
    {
        LoseIndex();
        foreach (var number in Enumerable.Range(0, 200))
            index.Content.Without(PathOf(number));
        index.Publish();
        index.ReadUnread();
        Assert.Equal(200, index.Held.Count());
        Assert.NotNull(index.Find("r0"));
        Assert.Equal(Count - 200, read.Count);
    }

    public void Dispose() => index.Dispose();
}
