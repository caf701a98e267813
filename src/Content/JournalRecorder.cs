using System.Data.Common;
using WorkReports.Content.Recording;
using WorkReports.Index;
using WorkReports.Journal;

namespace WorkReports.Content;

/// <summary>
/// Writes the record of each edition before the edition is committed: what readers see is what the journal says. What cannot be
/// written is made good later, in order. A preview publishes nothing, so it records nothing.
/// </summary>
public sealed partial class JournalRecorder(EditionState editions, JournalFile journal, TimeProvider clock)
{
    /// <summary>What waits for the journal.</summary>
    internal UnrecordedEditions Unrecorded { get; } = new(journal.Beside("unrecorded.jsonl"));

    /// <summary>True before the first look at what time has shown or taken down, and after a failure.</summary>
    bool isBehind = true;

    DateTimeOffset lastLook;
    bool hasLookedBack;

    /// <summary>Why the journal cannot be written; null while it can.</summary>
    public string? Trouble { get; private set; }

    /// <summary>
    /// Files whose reports were published and cannot be shown: no text of them is kept, as by a build before texts, and their files have
    /// mistakes.
    /// </summary>
    public IReadOnlyList<string> Unshown { get; private set; } = [];

    /// <summary>Files whose reports readers see, and of which the journal has no text, as after it was lost: with the index they would be gone.</summary>
    public IReadOnlyList<string> Unkept { get; private set; } = [];

    /// <summary>The edition in which these were found.</summary>
    long unshownIn;

    /// <summary>
    /// Before the first edition, the files whose reports the journal knows: it may be of a build that kept no texts, and what became
    /// of such a file only the folder tells.
    /// </summary>
    internal IReadOnlyCollection<string> FilesBeforeIndex()
    {
        if (editions.IsPreview || editions.Edition() > 0 || !journal.Exists)
            return [];
        IReadOnlyCollection<string> files = [];
        try
        {
            Try(() => files = journal.StandingFiles());
        }
        catch (RecordUnavailableException)
        {
            // It is told by Trouble. What is gone is found by a later look.
        }
        return files;
    }

    /// <summary>
    /// Has files read anew whose reports readers see and the journal does not know: they were published while it could not be written,
    /// and their texts went with the program. Once, before the first look at the folder.
    /// </summary>
    internal void ReadUnrecordedAnew()
    {
        if (hasLookedBack || editions.IsPreview || editions.Edition() == 0 || !journal.Exists)
            return;
        TryQuietly(() =>
        {
            var recorded = journal.Standing().ToHashSet();
            editions.PutFiles([
                .. editions
                    .Reports(Now)
                    .Where(report =>
                        report.Reading.Length > 0 && !recorded.Contains((report.Slug, report.Hash, report.Reading))
                    )
                    .Select(report => new IndexedFile(report.Path, 0, 0, "")),
            ]);
            hasLookedBack = true;
        });
    }

    /// <summary>Begins the entries of an edition; null where nothing is recorded.</summary>
    /// <exception cref="RecordUnavailableException">They cannot be written, and must be before readers see anything.</exception>
    internal EditionRecording? Begin(EditionTransaction edition)
    {
        if (editions.IsPreview)
            return null;
        var now = clock.GetUtcNow();
        JournalTransaction? entries = null;
        try
        {
            Try(() => entries = BeginEntries(now));
        }
        catch (RecordUnavailableException) when (MayDefer)
        {
            // It is told by Trouble, and the edition is recorded later.
        }
        return new EditionRecording(edition, entries, now, this);
    }

    /// <summary>Records what could not be recorded before, and what time alone has shown or taken down since the last look.</summary>
    public void CatchUp()
    {
        if (editions.IsPreview || editions.Record() is not { } shown)
            return;
        var now = clock.GetUtcNow();
        var turned =
            isBehind ? editions.Reports(now)
            : now > lastLook ? editions.VisibilityChanges(lastLook, now)
            : [];
        try
        {
            if (turned.Count > 0 || HasReleased || Unrecorded.Any)
                Try(() => RecordTurned(turned, shown, now));
            if (isBehind || (Unshown.Count + Unkept.Count > 0 && editions.Edition() != unshownIn))
                Try(() => FindUnshown(now));
            (isBehind, lastLook) = (false, now);
            DismissAccepted();
        }
        catch (RecordUnavailableException)
        {
            // It is told by Trouble, and tried again at the next look.
        }
    }

    void FindUnshown(DateTimeOffset now)
    {
        var shown = editions.Reports(now).Select(report => report.Slug).ToHashSet();
        var visible = journal.Visible().ToLookup(address => shown.Contains(address.Slug));
        Unshown = [.. visible[false].Select(address => address.Path)];
        Unkept = [.. visible[true].Where(address => !address.HasText).Select(address => address.Path)];
        unshownIn = editions.Edition();
    }

    /// <summary>Looks whether the journal is there, and is the one that readers' edition was recorded in.</summary>
    public void Check()
    {
        try
        {
            if (!editions.IsPreview)
                Try(EnsureRecord);
        }
        catch (RecordUnavailableException)
        {
            // It is told by Trouble.
        }
    }

    void EnsureRecord()
    {
        if (RecordFault.Of(editions.Record(), journal) is { } fault)
            throw new IOException(fault.Sentence);
    }

    /// <summary>Notes whether the journal could be written.</summary>
    internal void Try(Action write)
    {
        try
        {
            write();
            Trouble = null;
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
        {
            (Trouble, isBehind) = (exception.Message, true);
            throw new RecordUnavailableException(exception.Message);
        }
    }

    /// <summary>With the entries before it that could not be written until now.</summary>
    JournalTransaction BeginEntries(DateTimeOffset now)
    {
        EnsureRecord();
        var entries = journal.Begin(now);
        Unrecorded.WriteTo(entries);
        entries.Time = now;
        return entries;
    }

    void RecordTurned(IReadOnlyList<ReportSnapshot> turned, IndexedRecord shown, DateTimeOffset now)
    {
        using var entries = BeginEntries(now);
        entries.Record(RecordedStatus.Of(turned), []);
        WriteAccepted(entries);
        if (entries.Head.Number == shown.Number && !entries.WouldSign(shown.PublicKey))
        {
            Unrecorded.Clear();
            return;
        }
        var former = entries.ChangedRedirects ? entries.FormerAddresses() : null;
        entries.Commit();
        Unrecorded.Clear();
        ClearAccepted();
        using var edition = editions.Begin();
        edition.PutNews(entries.Entries, entries.IsFirst);
        if (former is not null && !former.SequenceEqual(editions.FormerAddresses()))
            edition.PutFormerAddresses(former);
        edition.PutRecord(RecordedStatus.Of(entries.Published!, shown.Build));
        edition.Commit();
    }
}
