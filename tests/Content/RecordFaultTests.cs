using WorkReports.Content;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content;

/// <summary>A journal that vanished or lost its end is told although the index, which knew better, is made anew.</summary>
public sealed class RecordFaultTests : IDisposable
{
    readonly TestIndex index = TestIndex.Of(ContentOf.Report("---\n网址: a\n---\n# 甲\n\n正文。"));

    static void Lose(string file)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Delete(file);
    }

    /// <summary>As a build with other tables in its index.</summary>
    void ChangeSchema()
    {
        index.Database.Dispose();
        JournalForgery.Run(index.Settings.IndexFile, "pragma user_version = 7");
    }

    /// <summary>Readers see what is published, and nothing is recorded.</summary>
    void AssertTold(string words)
    {
        index.Recorder.Check();
        Assert.Contains(words, index.Recorder.Trouble);
        index.Content.With("政治机关/2021-09-01-b.md", "---\n网址: b\n---\n# 乙\n\n正文。");
        index.Publish();
        index.CatchUp();
        Assert.NotNull(index.Find("a"));
        Assert.NotNull(index.Find("b"));
        Assert.Contains(words, index.Recorder.Trouble);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void At_the_start_of_a_build_with_another_index(bool isKeptBeside)
    {
        if (!isKeptBeside)
            File.Delete(index.Settings.JournalHeadFile);
        ChangeSchema();
        File.Delete(index.Settings.JournalFile);
        index.Restart();
        AssertTold("the journal, of 4 entries, is gone");
        Assert.False(File.Exists(index.Settings.JournalFile));
    }

    [Fact]
    public void Where_an_older_backup_lies_in_its_place()
    {
        var copy = Path.Combine(index.Data, "copy.db");
        index.Journal.BackUp(copy);
        index.Content.With("政治机关/2021-08-31-试验.md", "---\n网址: a\n---\n# 甲\n\n另外的正文。");
        index.Publish();
        ChangeSchema();
        File.Move(copy, index.Settings.JournalFile, overwrite: true);
        index.Restart();
        AssertTold("its end is cut off");
        Assert.Equal(4, index.Journal.Head().Number);
    }

    [Fact]
    public async Task Where_the_index_is_deleted_too_while_the_program_runs()
    {
        File.Delete(index.Settings.JournalFile);
        index.Recorder.Check();
        Lose(index.Settings.IndexFile);
        Assert.Equal("is gone", index.Database.OpenOrRebuild());
        AssertTold("the journal, of 4 entries, is gone");
        Assert.False(File.Exists(index.Settings.JournalFile));

        // Until an admin says that it goes on.
        var typed = await Typed.Run("accept", "--yes", "1", "--data", index.Data);
        Assert.Contains("发布日志（4 条）不见了", typed.Output);
        Assert.Equal(0, typed.Code);
        index.Recorder.LookForAcceptances();
        Assert.True(index.Recorder.GoOnWithOtherJournal());
        index.Publish();
        Assert.Null(RecordFault.In(index.Settings));
        Assert.Equal(["a", "b"], index.Journal.Standing().Select(address => address.Slug).Order());
    }

    [Fact]
    public void Where_both_are_gone_at_the_start()
    {
        index.Database.Dispose();
        Lose(index.Settings.IndexFile);
        File.Delete(index.Settings.JournalFile);
        index.Restart();
        AssertTold("the journal, of 4 entries, is gone");
    }

    [Theory]
    [InlineData("")]
    [InlineData("4")]
    [InlineData("-1 0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("99999999999999999999999 0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("4 no-hash\n")]
    public void What_is_kept_beside_the_journal_and_is_no_entry_says_nothing(string text)
    {
        File.WriteAllText(index.Settings.JournalHeadFile, text);
        index.Database.Dispose();
        Lose(index.Settings.IndexFile);
        index.Restart();
        index.Publish();
        Assert.Null(RecordFault.In(index.Settings));
        Assert.Null(index.Recorder.Trouble);
        var head = index.Journal.Head();
        Assert.Equal($"{head.Number} {head.Hash}\n", File.ReadAllText(index.Settings.JournalHeadFile));
    }

    [Fact]
    public void A_new_site_has_none()
    {
        using var other = TestIndex.Of(ContentOf.Report("# 甲\n\n正文。"));
        Assert.Null(RecordFault.In(other.Settings));
        Assert.Null(other.Recorder.Trouble);
    }

    public void Dispose() => index.Dispose();
}
