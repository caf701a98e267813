using WorkReports.Journal;
using WorkReports.Journal.Proof;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Journal.Proof;

/// <summary>Whatever bytes lie there, a sentence is the answer.</summary>
public sealed class JournalFuzzTests : IDisposable
{
    readonly TestIndex index = TestIndex.Of(ContentOf.Report("---\n网址: a\n---\n# 甲\n\n正文。"));
    readonly ContentOf data = ContentOf.Nothing();

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public void A_journal_with_flipped_or_missing_bytes_is_read_to_its_end()
    {
        var whole = File.ReadAllBytes(index.Settings.JournalFile);
        var kept = new Settings { Data = data.Folder };
        var random = new Random(Lane.Seed);
        var told = 0;
        for (var left = Lane.Count(300, 5000); left > 0; left--)
        {
            File.WriteAllBytes(kept.JournalFile, Harm(whole, random));
            using var against = JournalAnchor.OfBackup(index.Settings.JournalFile);
            told += new JournalFile(kept).Verify(against: against).First is null ? 0 : 1;
        }
        // Some bytes lie where nothing is kept.
        Assert.InRange(told, 1, int.MaxValue);
    }

    [Theory]
    [InlineData("")]
    [InlineData("SQLite format 3\0")]
    [InlineData("这不是数据库。")]
    public void What_is_no_journal_is_said_to_be_none(string text)
    {
        data.With("journal.db", text);
        var first = new JournalFile(new Settings { Data = data.Folder }).Verify().First;
        Assert.Equal(JournalBreakKind.Damaged, first?.Kind);
    }

    [Fact]
    public void A_folder_in_its_place_is_told()
    {
        Directory.CreateDirectory(Path.Combine(data.Folder, "journal.db"));
        var first = new JournalFile(new Settings { Data = data.Folder }).Verify().First;
        Assert.Equal(JournalBreakKind.Unreadable, first?.Kind);
    }

    static byte[] Harm(byte[] whole, Random random)
    {
        var bytes = whole.ToArray();
        switch (random.Next(4))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                random.NextBytes(bytes.AsSpan(random.Next(bytes.Length / 4096) * 4096, 4096));
                return bytes;
            case 2:
                for (var flips = random.Next(1, 4); flips > 0; flips--)
                    bytes[random.Next(200)] ^= (byte)(1 << random.Next(8));
                return bytes;
            default:
                for (var flips = random.Next(1, 20); flips > 0; flips--)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
        }
    }

    public void Dispose()
    {
        index.Dispose();
        data.Dispose();
    }
}
