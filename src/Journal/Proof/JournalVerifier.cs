using Microsoft.Data.Sqlite;
using WorkReports.Journal.Entries;

namespace WorkReports.Journal.Proof;

/// <summary>Reads a whole journal, whatever lies in the file, and tells where it is not what it was.</summary>
/// <param name="key">Whose signatures are held against it; null where nobody's are.</param>
/// <param name="against">What was kept elsewhere; null where nothing is at hand.</param>
public sealed class JournalVerifier(string file, JournalPublicKey? key = null, JournalAnchor? against = null)
{
    const int SqliteCorrupt = 11;
    const int SqliteNotADatabase = 26;

    readonly List<JournalBreak> breaks = [];
    readonly ChainWalk walk = new();
    readonly EntryFold fold = new();
    readonly SignatureCheck signatures = new(key);
    JournalEntry? last;
    JournalEntry? broken;
    JournalEntry? firstTimeBack;
    int timesBack;
    DateTimeOffset latest;

    /// <summary>Once.</summary>
    public JournalVerification Verify()
    {
        try
        {
            using var reader = new JournalReader(file);
            Verify(reader);
        }
        catch (SqliteException exception)
        {
            var isDamaged = exception.SqliteErrorCode is SqliteCorrupt or SqliteNotADatabase or 1;
            breaks.Add(
                new(
                    isDamaged ? JournalBreakKind.Damaged : JournalBreakKind.Unreadable,
                    walk.Number > 0 ? walk.Number + 1 : 0,
                    exception.Message
                )
            );
        }
        catch (InvalidDataException exception)
        {
            breaks.Add(new(JournalBreakKind.Damaged, 0, exception.Message));
        }
        return new JournalVerification
        {
            Breaks = breaks,
            Last = last,
            Broken = broken,
            Erased = fold.Erased,
            FirstTimeBack = firstTimeBack,
            TimesBack = timesBack,
            Signatures = signatures.Signatures,
            ContinuesFrom = against?.UpTo,
        };
    }

    void Verify(JournalReader reader)
    {
        // Texts first, entries last: one that is erased meanwhile is found in its entry.
        var recorded = reader.Head();
        var texts = new TextScan(reader);
        long head;
        List<object?[]> addresses,
            siteFiles;
        using (reader.Freeze())
        {
            head = reader.Head();
            var hasTexts = reader.HasTable("texts");
            addresses = [.. reader.Rows(TableChecks.AddressesSql(hasTexts))];
            siteFiles = reader.HasTable("site_files")
                ? [.. reader.Rows("select path, title, content, reading from site_files")]
                : [];
            if (reader.HasTable("signatures"))
                signatures.Expect(reader.Rows("select number, time, key, signature from signatures"));
        }
        VerifyEntries(reader, head);
        if (breaks.Count == 0)
        {
            against?.End();
            Note(signatures.Breaks(head));
            Note([
                against?.Break,
                texts.Break(fold, recorded),
                TableChecks.Addresses(addresses, fold),
                TableChecks.SiteFiles(siteFiles, fold),
            ]);
        }
        if (reader.IntegrityFault() is { } fault)
            breaks.Add(new(JournalBreakKind.Damaged, 0, fault));
    }

    void VerifyEntries(JournalReader reader, long head)
    {
        foreach (var entry in reader.Entries(head))
        {
            if (BreakAt(entry) is { } found)
            {
                breaks.Add(found);
                broken = entry;
                return;
            }
            signatures.See(entry!.Number, entry.Hash);
            against?.See(entry);
            if (entry.Time < latest)
                (firstTimeBack, timesBack) = (firstTimeBack ?? entry, timesBack + 1);
            latest = entry.Time > latest ? entry.Time : latest;
            last = entry;
        }
        if (walk.Number != head)
            breaks.Add(new(JournalBreakKind.Gap, walk.Number + 1));
    }

    JournalBreak? BreakAt(JournalEntry? entry)
    {
        if (entry is null)
            return new(JournalBreakKind.Rewritten, walk.Number + 1);
        if (entry.Format > Chain.Format)
            return new(JournalBreakKind.Newer, entry.Number);
        if (entry.Number != walk.Number + 1)
            return new(JournalBreakKind.Gap, walk.Number + 1);
        // The hash of a first entry covers none of these, and no build went back to that format.
        var isUncovered = entry is { Format: 1 } and not { Reading: "", Refers: null, Note: "" };
        if (isUncovered || entry.Format < last?.Format || !walk.Takes(entry))
            return new(JournalBreakKind.Rewritten, entry.Number);
        try
        {
            fold.Add(entry);
            return null;
        }
        catch (InvalidDataException)
        {
            return new(JournalBreakKind.Rewritten, entry.Number);
        }
    }

    void Note(IEnumerable<JournalBreak?> found) => breaks.AddRange(found.OfType<JournalBreak>());
}
