using WorkReports.Content;
using WorkReports.Journal.Holding;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Recording;

/// <summary>What readers saw while the journal could not be written is made good with its text, also after the program was ended.</summary>
public sealed class UnrecordedEditionsTests : IDisposable
{
    const string Path = "政治机关/2021-08-31-试验.md";
    const string Sound = "---\n网址: annual\n---\n# 甲\n\n正文。";
    const string Broken = "---\n没有的项: 1\n---\n坏了。";

    readonly TestIndex index = TestIndex.Of(ContentOf.Report(Sound));

    string Waiting => System.IO.Path.Combine(index.Data, "unrecorded.jsonl");

    IEnumerable<JournalEvent> Events =>
        index.Journal.Entries().Where(entry => entry.Slug.Length > 0).Select(entry => entry.Event);

    void Forbid() =>
        JournalForgery.Run(
            index.Settings.JournalFile,
            "create trigger full before insert on entries begin select raise(abort, 'full'); end"
        );

    void Allow() => JournalForgery.Run(index.Settings.JournalFile, "drop trigger full");

    void Save(string text)
    {
        index.Content.With(Path, text);
        index.Publish();
    }

    void SaveSecond() => Save(Sound.Replace("正文", "第二版", StringComparison.Ordinal));

    void Restart()
    {
        index.Restart();
        index.Publish();
        index.CatchUp();
    }

    void LoseIndex()
    {
        index.Database.Rebuild();
        index.Publish();
    }

    [Fact]
    public void A_version_whose_file_has_a_mistake_by_then_keeps_its_text()
    {
        Forbid();
        SaveSecond();
        Save(Broken);
        Assert.True(File.Exists(Waiting));
        Allow();
        Restart();
        Assert.Equal([JournalEvent.Published, JournalEvent.Changed], Events);
        Assert.Null(index.Journal.FirstBrokenLink());
        Assert.False(File.Exists(Waiting));
        LoseIndex();
        Assert.Equal("第二版。", index.Find("annual")?.Text);
    }

    [Fact]
    public void So_does_one_whose_pillar_is_away_by_then()
    {
        Forbid();
        SaveSecond();
        Allow();
        var aside = index.Content.Folder + "-away";
        Directory.Move(System.IO.Path.Combine(index.Content.Folder, "政治机关"), aside);
        Restart();
        LoseIndex();
        Assert.Equal("第二版。", index.Find("annual")?.Text);
        Assert.Null(index.Journal.FirstBrokenLink());
        Directory.Move(aside, System.IO.Path.Combine(index.Content.Folder, "政治机关"));
    }

    [Fact]
    public void A_report_that_was_deleted_does_not_come_back()
    {
        Forbid();
        index.Content.Without(Path);
        index.Publish();
        Allow();
        index.Restart();
        index.CatchUp();
        Assert.Equal([JournalEvent.Published, JournalEvent.Removed], Events);
        index.Database.Rebuild();
        index.Record.Make(stop: TestContext.Current.CancellationToken);
        Assert.Null(index.Find("annual"));
    }

    [Fact]
    public void Each_is_written_once_though_the_program_was_killed_before_it_knew()
    {
        Forbid();
        SaveSecond();
        var kept = File.ReadAllBytes(Waiting);
        Save(Sound.Replace("正文", "第三版", StringComparison.Ordinal));
        Allow();
        Restart();
        var written = Events.ToList();
        Assert.Equal([JournalEvent.Published, JournalEvent.Changed, JournalEvent.Changed], written);
        File.WriteAllBytes(Waiting, kept);
        Restart();
        Assert.Equal(written, Events);
        Assert.False(File.Exists(Waiting));
    }

    [Fact]
    public void A_line_that_broke_off_takes_no_other_with_it()
    {
        Forbid();
        File.WriteAllText(Waiting, "{\"Time\":\"2026-");
        SaveSecond();
        Save(Broken);
        Allow();
        Restart();
        Assert.Equal([JournalEvent.Published, JournalEvent.Changed], Events);
        LoseIndex();
        Assert.Equal("第二版。", index.Find("annual")?.Text);
    }

    [Fact]
    public void Where_nobody_has_a_text_any_more_none_is_promised_and_it_is_told_until_the_file_is_mended()
    {
        Save(Broken);
        File.Delete(index.Settings.JournalFile);
        var lost = RecordFault.Of(index.Editions.Record(), index.Journal)!.Item;
        index.Journal.Accept(
            new Acceptance
            {
                Time = index.Clock.GetUtcNow(),
                Who = "tester",
                What = [lost.Key],
            }
        );
        index.Recorder.LookForAcceptances();
        Assert.True(index.Recorder.GoOnWithOtherJournal());
        index.Publish();
        index.CatchUp();
        Assert.Equal("正文。", index.Find("annual")?.Text);
        Assert.Equal("", index.Journal.Entries().Last(entry => entry.Slug == "annual").Reading);
        Assert.Equal([Path], index.Recorder.Unkept);
        Assert.Null(index.Journal.FirstBrokenLink());
        var entries = index.Journal.Entries().Count;
        Restart();
        Assert.Equal(entries, index.Journal.Entries().Count);
        Save(Sound);
        index.CatchUp();
        Assert.Empty(index.Recorder.Unkept);
        LoseIndex();
        Assert.Equal("正文。", index.Find("annual")?.Text);
    }

    public void Dispose() => index.Dispose();
}
