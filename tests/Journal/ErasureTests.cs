using System.Text;
using WorkReports.Journal;
using WorkReports.Journal.Proof;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Journal;

/// <summary>A text that must not stand anywhere is taken out; all else of the record stays, and says so.</summary>
public sealed class ErasureTests : IDisposable
{
    const string Path = "政治机关/2021-08-31-试验.md";
    const string Secret = "0123456789-secret-of-somebody-9876543210";

    readonly TestIndex index = TestIndex.Of(ContentOf.Report(Text(Secret), Path));

    static string Text(string body, string slug = "a") => $"---\n网址: {slug}\n---\n# 甲\n\n{body}";

    void Save(string text, string path = Path)
    {
        index.Content.With(path, text);
        index.Publish();
    }

    Erasure Erase(long number)
    {
        var erasure = index.Journal.Erase(number, "管理员：误发", index.Clock.GetUtcNow(), out var trouble);
        Assert.Null(trouble);
        return erasure;
    }

    byte[] Bytes => File.ReadAllBytes(index.Settings.JournalFile);

    [Fact]
    public void No_byte_of_it_is_left_in_the_file_neither_plain_nor_compressed()
    {
        var entry = index.Journal.Entries()[0];
        using var snapshot = index.Journal.Read();
        var compressed = snapshot.Texts([entry.Content])[entry.Content].Compressed;
        snapshot.Dispose();
        Assert.True(Contains(Bytes, compressed));
        Save(Text("改好的正文。"));
        Erase(1);
        Assert.False(Contains(Bytes, compressed));
        Assert.False(Contains(Bytes, Encoding.UTF8.GetBytes(Secret)));
        Assert.False(Contains(Bytes, compressed.AsSpan(compressed.Length - 20, 16)));
        Assert.Null(index.Journal.TextOf(entry.Content));
        Assert.Equal(["journal.db"], Directory.GetFiles(index.Data, "journal.db*").Select(System.IO.Path.GetFileName));
    }

    static bool Contains(ReadOnlySpan<byte> all, ReadOnlySpan<byte> some) => all.IndexOf(some) >= 0;

    [Fact]
    public void An_entry_says_when_who_and_why_and_the_journal_is_whole()
    {
        Save(Text("改好的正文。"));
        Erase(1);
        var last = index.Journal.Entries()[^1];
        Assert.Equal(
            (JournalEvent.Erased, 1L, "管理员：误发", "a", ""),
            (last.Event, last.Refers, last.Note, last.Slug, last.Title)
        );
        Assert.Equal(index.Journal.Entries()[0].Content, last.Content);
        var found = index.Journal.Verify();
        Assert.Empty(found.Breaks);
        Assert.Equal(1, found.Erased);
    }

    [Fact]
    public void What_is_missing_beyond_it_is_still_a_break()
    {
        Save(Text("改好的正文。"));
        Save(Text("再改的正文。"));
        Erase(1);
        JournalForgery.Run(
            index.Settings.JournalFile,
            "update texts set bytes = null where hash = (select content from entries where number = 5)"
        );
        Assert.Equal(
            (JournalBreakKind.TextMissing, 5L),
            (index.Journal.Verify().First!.Kind, index.Journal.Verify().First!.Number)
        );
    }

    [Fact]
    public void Later_backups_lack_it_and_are_whole()
    {
        Save(Text("改好的正文。"));
        Erase(1);
        var target = System.IO.Path.Combine(index.Data, "copy.db");
        Assert.Null(index.Journal.BackUp(target).Break);
        Assert.False(Contains(File.ReadAllBytes(target), Encoding.UTF8.GetBytes(Secret)));
    }

    [Fact]
    public void The_version_that_stands_is_not_erased()
    {
        var bytes = Bytes;
        Assert.Equal(ErasureObstacle.Standing, Erase(1).Obstacle);
        Assert.Equal(ErasureObstacle.Standing, Erase(2).Obstacle);
        Assert.Equal(bytes, Bytes);
    }

    [Fact]
    public void A_removed_report_is_erased_and_the_site_goes_on()
    {
        index.Content.Without(Path);
        index.Publish();
        Assert.Equal(ErasureObstacle.None, Erase(1).Obstacle);
        Save(Text("新的正文。"));
        index.Database.Rebuild();
        index.Publish();
        Assert.Contains("新的正文", index.Find("a")!.Text, StringComparison.Ordinal);
        Assert.Null(index.Journal.FirstBrokenLink());
    }

    [Fact]
    public void A_text_that_is_published_again_stands_again_and_can_be_erased_again()
    {
        Save(Text("改好的正文。"));
        Erase(1);
        Save(Text(Secret));
        index.Database.Rebuild();
        index.Publish();
        Assert.Contains(Secret, index.Find("a")!.Text, StringComparison.Ordinal);
        Assert.Equal(ErasureObstacle.Standing, Erase(1).Obstacle);
        Save(Text("又改好的正文。"));
        Assert.Equal(ErasureObstacle.None, Erase(1).Obstacle);
        Assert.Null(index.Journal.FirstBrokenLink());
    }

    [Fact]
    public void What_cannot_be_erased_is_said()
    {
        Save(Text("改好的正文。"));
        Assert.Equal(ErasureObstacle.NoEntry, Erase(99).Obstacle);
        Assert.Equal(ErasureObstacle.None, Erase(1).Obstacle);
        Assert.Equal(ErasureObstacle.AlreadyErased, Erase(1).Obstacle);
        Assert.Equal(ErasureObstacle.NoText, Erase(index.Journal.Head().Number).Obstacle);
    }

    [Fact]
    public void Entries_with_the_same_text_are_named_and_lose_it_too()
    {
        Save(Text("改好的正文。"));
        Save(Text(Secret));
        Save(Text("又改好的正文。"));
        Assert.Equal([6L], Erase(1).Others.Select(entry => entry.Number));
        Assert.Equal(ErasureObstacle.AlreadyErased, Erase(6).Obstacle);
        Assert.Null(index.Journal.FirstBrokenLink());
    }

    [Fact]
    public void What_another_text_was_read_to_as_well_stays()
    {
        // The same head and length: both are read to the same.
        Save(Text(Secret.Replace('0', '1')));
        var entries = index.Journal.Entries();
        Assert.Equal(entries[0].Reading, entries[4].Reading);
        Save("---\n网址: a\n关键词: [别的]\n---\n# 甲\n\n短。");
        Assert.Equal([5L], Erase(1).KeptReadings);
        Assert.NotNull(index.Journal.TextOf(entries[0].Reading));
        Erase(5);
        Assert.Null(index.Journal.TextOf(entries[0].Reading));
        Assert.Null(index.Journal.FirstBrokenLink());
    }

    public void Dispose() => index.Dispose();
}
