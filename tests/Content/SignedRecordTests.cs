using WorkReports.Content;
using WorkReports.Journal;
using WorkReports.Journal.Proof;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content;

/// <summary>A key that is set later signs the last entry that is there at the start.</summary>
public sealed class SignedRecordTests : IDisposable
{
    readonly TestIndex index = TestIndex.Of(ContentOf.Report("# 甲\n\n正文。"));
    readonly ContentOf keys = ContentOf.Nothing();

    void StartWith(Settings settings) =>
        new JournalRecorder(index.Editions, new JournalFile(settings), index.Clock).CatchUp();

    [Fact]
    public void What_was_there_before_is_signed_once_and_published()
    {
        var settings = index.Settings with { JournalKey = KeyFile.Private(keys.Folder) };
        var key = JournalKey.Of(settings)!.Public;
        Assert.Equal("", index.Editions.Record()!.PublicKey);
        StartWith(settings);
        StartWith(settings);
        var (shown, head) = (index.Editions.Record()!, index.Journal.Head());
        Assert.Equal((head.Number, head.Hash, key.Base64), (shown.Number, shown.Hash, shown.PublicKey));
        Assert.Equal(new JournalSignatures(head.Number, 0, 1), index.Journal.Verify(key).Signatures);
    }

    [Fact]
    public void A_journal_that_was_put_in_the_place_of_another_is_not_signed()
    {
        var settings = index.Settings with { JournalKey = KeyFile.Private(keys.Folder) };
        JournalForgery.Rewrite(index.Settings.JournalFile, "update entries set title = '乙'");
        StartWith(settings);
        Assert.Equal(0, index.Journal.Verify(JournalKey.Of(settings)!.Public).Signatures.Checked);
    }

    public void Dispose()
    {
        index.Dispose();
        keys.Dispose();
    }
}
