using WorkReports.Content.Recording;
using WorkReports.Content.Reports;
using WorkReports.Index;
using WorkReports.Journal;
using WorkReports.Journal.Entries;

namespace WorkReports.Content;

/// <summary>
/// The entries of an edition being made. They are written before it is committed: a program killed in between finds the index
/// behind the record, and brings it up to it.
/// </summary>
/// <param name="journal">Null while it cannot be written: then the entries are made good later.</param>
sealed class EditionRecording(
    EditionTransaction edition,
    JournalTransaction? journal,
    DateTimeOffset now,
    JournalRecorder recorder
) : IDisposable
{
    /// <summary>Beyond so many texts, as in a first publishing, they are written as they come, and not kept.</summary>
    const int KeptTextsLimit = 2000;

    readonly List<RecordedText> texts = [];
    bool hasWrittenTexts;
    UnrecordedEdition? deferred;

    /// <summary>Keeps the texts of reports that get the addresses they want.</summary>
    public void PutTexts(IEnumerable<RecordedVersion> versions)
    {
        texts.AddRange(versions.SelectMany(version => version.Texts));
        if (texts.Count <= KeptTextsLimit)
            return;
        if (journal is null)
            throw new RecordUnavailableException(recorder.Trouble ?? "too much waits for it");
        recorder.Try(() => journal.PutTexts(texts));
        texts.Clear();
        hasWrittenTexts = true;
    }

    /// <summary>
    /// Writes the entries, and lets the edition know the addresses that reports left. Where they cannot be written, the edition goes
    /// without: a report that must be withdrawn at once does not wait for a disk.
    /// </summary>
    /// <param name="affected">The files that were read.</param>
    /// <param name="gone">The files that are gone.</param>
    public void Commit(SiteContext context, IReadOnlyList<string> affected, IReadOnlyList<string> gone)
    {
        PutTexts(context.Versions.Values);
        var unrecorded = new UnrecordedEdition(
            now,
            texts,
            RecordedStatus.Of(edition.ReportsOf(affected, now)),
            gone,
            [.. context.Versions.Select(file => file.Value.AsSiteFile(file.Key, context.TitleOf(file.Key)))],
            context.Standing,
            recorder.ShownEntry
        );
        try
        {
            if (journal is null)
                Defer(unrecorded);
            else
                Write(unrecorded, journal);
        }
        catch (RecordUnavailableException) when (recorder.MayDefer && !hasWrittenTexts)
        {
            Defer(unrecorded);
        }
        edition.ApplyNews(unrecorded.Seen.Select(report => report.Slug));
    }

    /// <summary>Once readers see the edition: what could not be written waits.</summary>
    public void Finish()
    {
        if (deferred is not null)
            recorder.Unrecorded.Add(deferred);
    }

    public void Dispose() => journal?.Dispose();

    void Defer(UnrecordedEdition unrecorded)
    {
        recorder.Unrecorded.Keep(unrecorded);
        deferred = unrecorded;
    }

    void Write(UnrecordedEdition unrecorded, JournalTransaction journal)
    {
        IReadOnlyList<FormerAddress>? former = null;
        recorder.Try(() =>
        {
            unrecorded.WriteTo(journal);
            recorder.WriteAccepted(journal);
            former = journal.ChangedRedirects ? journal.FormerAddresses() : null;
            journal.Commit();
        });
        recorder.Unrecorded.Clear();
        edition.PutNews(journal.Entries, journal.IsFirst);
        recorder.ClearAccepted();
        if (former is not null)
            edition.PutFormerAddresses(former);
        if (journal.Published is { } head)
            edition.PutRecord(RecordedStatus.Of(head, ReportInputs.ProgramVersion));
    }
}
