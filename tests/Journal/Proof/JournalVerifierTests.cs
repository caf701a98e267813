using Microsoft.Data.Sqlite;
using WorkReports.Journal;
using WorkReports.Journal.Entries;
using WorkReports.Journal.Proof;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Journal.Proof;

/// <summary>Whoever changes something by hand is told, or it is said that nobody could tell.</summary>
public sealed class JournalVerifierTests : IDisposable
{
    const string A = "政治机关/2021-08-31-试验.md";

    readonly TestIndex index = TestIndex.Of(ContentOf.Report("---\n网址: a\n---\n# 甲\n\n正文。", A));
    readonly ContentOf elsewhere = ContentOf.Nothing();

    public JournalVerifierTests() => Save("a", "改过的正文。");

    string File => index.Settings.JournalFile;

    void Save(string slug, string text)
    {
        index.Content.With(A, $"---\n网址: {slug}\n---\n# 甲\n\n{text}");
        index.Publish();
    }

    string Backup()
    {
        var target = Path.Combine(elsewhere.Folder, "earlier.db");
        Assert.Null(index.Journal.BackUp(target).Break);
        return target;
    }

    JournalVerification Verify(JournalPublicKey? key = null) => index.Journal.Verify(key);

    [Fact]
    public void A_journal_that_nobody_touched_is_whole()
    {
        Save("b", "又改过的正文。");
        var found = Verify();
        Assert.Empty(found.Breaks);
        Assert.Equal(index.Journal.Entries().Count, found.Entries);
        Assert.Equal(index.Journal.Head().Hash, found.Last!.Hash);
    }

    [Theory]
    [InlineData("update entries set title = '乙' where number = 1", JournalBreakKind.Rewritten, 1)]
    [InlineData("update entries set time = 'gestern' where number = 2", JournalBreakKind.Rewritten, 2)]
    [InlineData("update entries set note = 'x' where number = 2", JournalBreakKind.Rewritten, 2)]
    [InlineData("update entries set format = 9 where number = 2", JournalBreakKind.Newer, 2)]
    [InlineData("delete from entries where number = 2", JournalBreakKind.Gap, 2)]
    [InlineData(
        "update texts set bytes = x'0300' where hash = (select content from entries where number = 1)",
        JournalBreakKind.TextChanged,
        1
    )]
    [InlineData("update texts set size = size + 1", JournalBreakKind.TextChanged, 1)]
    [InlineData("update texts set bytes = zeroblob(80000000)", JournalBreakKind.TextChanged, 1)]
    [InlineData("update texts set hash = x'00' || hash", JournalBreakKind.TextChanged, 0)]
    [InlineData(
        "delete from texts where hash = (select reading from entries where number = 2)",
        JournalBreakKind.TextMissing,
        2
    )]
    [InlineData(
        "update texts set bytes = null where hash = (select content from entries where number = 1)",
        JournalBreakKind.TextMissing,
        1
    )]
    [InlineData("update addresses set path = '别的.md'", JournalBreakKind.AddressDiffers, 5)]
    [InlineData("update addresses set moved_to = 'c'", JournalBreakKind.AddressDiffers, 5)]
    [InlineData("update addresses set state = 3", JournalBreakKind.AddressDiffers, 5)]
    [InlineData("delete from addresses", JournalBreakKind.AddressDiffers, 5)]
    [InlineData(
        "insert into addresses select 'z', path, title, content, state, was_published, moved_to, reading from addresses",
        JournalBreakKind.AddressDiffers,
        0
    )]
    [InlineData("update site_files set title = '别的站' where path = 'site.yml'", JournalBreakKind.SiteFileDiffers, 2)]
    [InlineData("delete from site_files where path = 'site.yml'", JournalBreakKind.SiteFileDiffers, 2)]
    [InlineData(
        "delete from entries where number = (select max(number) from entries)",
        JournalBreakKind.AddressDiffers,
        1
    )]
    [InlineData("drop table entries; create view entries as select 1 as number", JournalBreakKind.Damaged, 0)]
    public void What_is_changed_by_hand_is_told_with_the_first_entry_that_it_concerns(
        string forgery,
        JournalBreakKind kind,
        long number
    )
    {
        JournalForgery.Run(File, forgery);
        var first = Verify().First;
        Assert.Equal((kind, number), (first?.Kind, first?.Number));
    }

    [Fact]
    public void A_journal_worked_out_anew_verifies_by_itself_and_not_against_an_earlier_backup_or_a_hash()
    {
        var backup = Backup();
        var hash = index.Journal.Head().Hash;
        JournalForgery.Rewrite(File, "update entries set title = '乙' where number = 1");
        Assert.Empty(Verify().Breaks);
        Assert.Equal((JournalBreakKind.OtherThanKept, 1L), Against(JournalAnchor.OfBackup(backup)));
        Assert.Equal((JournalBreakKind.HashUnknown, 0L), Against(JournalAnchor.OfHash(hash)));
    }

    [Fact]
    public void An_end_that_was_cut_off_is_told_against_an_earlier_backup_and_not_without()
    {
        var backup = Backup();
        JournalForgery.Rewrite(
            File,
            "delete from entries where number = 5; delete from texts where hash not in (select content from entries union select reading from entries)"
        );
        Assert.Empty(Verify().Breaks);
        Assert.Equal((JournalBreakKind.CutOff, 5L), Against(JournalAnchor.OfBackup(backup)));
    }

    [Fact]
    public void What_goes_on_from_an_earlier_backup_or_a_hash_continues_it()
    {
        var (backup, head) = (Backup(), index.Journal.Head());
        Save("b", "又改过的正文。");
        using var ofBackup = JournalAnchor.OfBackup(backup);
        Assert.Equal((0, head.Number), ContinuesFrom(index.Journal.Verify(against: ofBackup)));
        Assert.Equal((0, head.Number), ContinuesFrom(index.Journal.Verify(against: JournalAnchor.OfHash(head.Hash))));

        static (int, long?) ContinuesFrom(JournalVerification found) => (found.Breaks.Count, found.ContinuesFrom);
    }

    [Fact]
    public void An_earlier_backup_that_is_damaged_is_not_taken_for_a_fault_of_the_journal()
    {
        var backup = Backup();
        JournalForgery.Run(backup, "update entries set time = 'x' where number = 2");
        Assert.Equal((JournalBreakKind.KeptUnreadable, 2L), Against(JournalAnchor.OfBackup(backup)));
    }

    (JournalBreakKind?, long?) Against(JournalAnchor anchor)
    {
        using (anchor)
        {
            var first = index.Journal.Verify(against: anchor).First;
            return (first?.Kind, first?.Number);
        }
    }

    /// <summary>As builds wrote it that believed every clock.</summary>
    void SetLastBack(TimeSpan time)
    {
        var entries = index.Journal.Entries();
        var last = entries[^1] with { Time = entries[^1].Time - time };
        var skip = Chain.SkipOf(last.Number) is > 0 and var number ? entries[(int)number - 1].Hash : "";
        using var connection = new SqliteConnection($"Data Source={File};Pooling=false");
        connection.Open();
        using var command = new SqliteCommand(
            "drop trigger entries_are_not_changed; update entries set time = $time, hash = $hash where number = $number",
            connection
        );
        command.Parameters.AddWithValue("$time", last.Time.ToUnixTimeSeconds());
        command.Parameters.AddWithValue("$hash", Chain.HashOf(last, entries[^2].Hash, skip));
        command.Parameters.AddWithValue("$number", last.Number);
        command.ExecuteNonQuery();
    }

    [Fact]
    public void Times_that_go_back_are_told_and_break_nothing()
    {
        Save("a", "第三版正文。");
        SetLastBack(TimeSpan.FromDays(3));
        var found = Verify();
        Assert.Empty(found.Breaks);
        Assert.Equal((1, 6L), (found.TimesBack, found.FirstTimeBack!.Number));
    }

    [Fact]
    public void A_journal_of_the_first_builds_verifies_as_it_is_and_once_it_is_gone_on_with()
    {
        using var data = ContentOf.Nothing();
        var old = new JournalFile(new Settings { Data = data.Folder });
        var file = Path.Combine(data.Folder, "journal.db");
        JournalForgery.MakeFirstFormat(file, First(1, JournalEvent.Seen), First(2, JournalEvent.Published));
        var bytes = System.IO.File.ReadAllBytes(file);
        Assert.Empty(old.Verify().Breaks);
        Assert.Equal(bytes, System.IO.File.ReadAllBytes(file));

        // The first builds wrote rows anew without an entry, as for a file that was moved.
        JournalForgery.Run(file, "update addresses set path = '书香机关/a.md'");
        using (var entries = old.Begin(index.Clock.GetUtcNow()))
            entries.Commit();
        Assert.Empty(old.Verify().Breaks);
        JournalForgery.Run(file, "update entries set reading = 'x' where number = 2");
        Assert.Equal(2, old.Verify().First?.Number);
    }

    static JournalEntry First(long number, JournalEvent happened) =>
        new()
        {
            Number = number,
            Time = new DateTimeOffset(2026, 1, 1, 0, 0, 0, BeijingTime.Offset),
            Event = happened,
            Slug = "a",
            Formerly = "",
            Path = A,
            Title = "甲",
            Content = "1",
        };

    [Fact]
    public void A_forgery_cannot_be_signed()
    {
        var settings = index.Settings with { JournalKey = KeyFile.Private(elsewhere.Folder) };
        var key = JournalKey.Of(settings)!.Public;
        Assert.Equal((JournalBreakKind.SignatureMissing, 1L), (Verify(key).First!.Kind, Verify(key).First!.Number));
        Sign(settings);
        var found = Verify(key);
        Assert.Empty(found.Breaks);
        Assert.Equal(new JournalSignatures(5, 0, 1), found.Signatures);

        Save("a", "第三版正文。");
        Assert.Equal((JournalBreakKind.SignatureMissing, 6L), (Verify(key).First!.Kind, Verify(key).First!.Number));
        Sign(settings);
        JournalForgery.Rewrite(File, "update entries set title = '乙' where number = 6");
        Assert.Equal((JournalBreakKind.SignatureWrong, 6L), (Verify(key).First!.Kind, Verify(key).First!.Number));
        JournalForgery.Run(File, "delete from signatures where number = 6");
        Assert.Equal((JournalBreakKind.SignatureMissing, 6L), (Verify(key).First!.Kind, Verify(key).First!.Number));
    }

    [Fact]
    public void A_signature_behind_the_end_shows_that_it_was_cut_off()
    {
        var settings = index.Settings with { JournalKey = KeyFile.Private(elsewhere.Folder) };
        Sign(settings);
        JournalForgery.Rewrite(File, "delete from entries where number = 5");
        var first = Verify(JournalKey.Of(settings)!.Public).First;
        Assert.Equal((JournalBreakKind.SignatureWrong, 5L), (first?.Kind, first?.Number));
    }

    [Fact]
    public void Signatures_of_another_key_are_left_unchecked()
    {
        Sign(index.Settings with { JournalKey = KeyFile.Private(elsewhere.Folder, "old.pem") });
        var now = index.Settings with { JournalKey = KeyFile.Private(elsewhere.Folder, "new.pem") };
        Sign(now);
        Assert.Equal(new JournalSignatures(5, 1, 1), Verify(JournalKey.Of(now)!.Public).Signatures);
        Assert.Equal(new JournalSignatures(0, 2, 0), Verify().Signatures);
    }

    void Sign(Settings settings)
    {
        using var entries = new JournalFile(settings).Begin(index.Clock.GetUtcNow());
        entries.Commit();
    }

    public void Dispose()
    {
        index.Dispose();
        elsewhere.Dispose();
    }
}
