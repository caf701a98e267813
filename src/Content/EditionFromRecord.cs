using WorkReports.Content.Recording;
using WorkReports.Content.Reports;
using WorkReports.Content.Upgrade;
using WorkReports.Index;
using WorkReports.Journal;
using WorkReports.Journal.Entries;

namespace WorkReports.Content;

/// <summary>
/// Makes the index show what the journal records: one that is missing, behind, or that another build rendered. Only versions that
/// stand in the record are rendered; the content folder is not asked.
/// </summary>
/// <param name="earlier">What a build showed that kept no texts; null where nothing can be left of one.</param>
sealed class EditionFromRecord(EditionState editions, JournalFile journal, EarlierEdition? earlier = null)
{
    const int BatchSize = 256;

    /// <summary>
    /// True where the index does not show the record as this build renders it. A journal that is not the one it shows is no reason
    /// to show it: that is told.
    /// </summary>
    public bool IsDue => !editions.IsPreview && (HasEarlier || IsBehind);

    bool HasEarlier => earlier?.IsThere == true && journal.TakesEntries;

    bool IsBehind =>
        journal.Head() is { Number: > 0 } head
        && editions.Record() is var shown
        && (shown?.Number, shown?.Hash, shown?.Build) != (head.Number, head.Hash, ReportInputs.ProgramVersion)
        && RecordFault.Of(shown, journal) is null;

    /// <returns>How many reports were rendered; null where nothing stands in the record that could be shown.</returns>
    public int? Make(IProgress<(int Done, int Of)>? progress = null, CancellationToken stop = default)
    {
        if (HasEarlier)
            earlier!.Adopt(stop);
        using var record = journal.Read();
        var siteFiles = record.StandingSiteFiles();
        // An index of this build shows all up to some entry: only the addresses of later entries are rendered. A follower does so at each edit.
        var shown = editions.Record();
        var news = shown?.Build == ReportInputs.ProgramVersion ? record.EntriesAfter(shown.Number) : null;
        var touched = news?.SelectMany(entry => new[] { entry.Slug, entry.Formerly }).ToHashSet();
        var standing = record.StandingReports(touched);
        if (news is null && siteFiles.Count + standing.Count == 0)
            return null;
        using var edition = editions.Begin();
        if (
            news is null
            || news.Any(entry => entry.Event is JournalEvent.SiteFileChanged or JournalEvent.SiteFileRemoved)
        )
            PutSite(edition, siteFiles, record, editions.Profile() ?? new SiteProfile());
        var known = edition.Recorded(touched);
        var stale = standing.Where(version => news is null || !known.Contains(KeyOf(version))).ToList();
        // Of a draft the record knows nothing: it stays, unless somebody else holds its address now.
        edition.RemoveReports([
            .. known
                .ExceptBy(standing.Select(version => version.Path), report => report.Path)
                .Select(report => report.Path),
        ]);
        var holders = edition.HoldersOf(stale.Select(version => version.Slug));
        edition.RemoveReports([
            .. stale
                .Where(version => holders.TryGetValue(version.Slug, out var path) && path != version.Path)
                .Select(version => holders[version.Slug]),
        ]);
        var done = 0;
        foreach (var batch in stale.Chunk(BatchSize))
        {
            stop.ThrowIfCancellationRequested();
            edition.PutReports(Render(batch, record));
            // As if they were another version: the next scan looks at each file.
            edition.PutFiles([.. batch.Select(version => new IndexedFile(version.Path, 0, 0, ""))]);
            done += batch.Length;
            progress?.Report((done, stale.Count));
        }
        if (news is null)
            edition.PutNewsAnew(record.NewsEntries(), record.FirstEditionEnd);
        else
            edition.PutNews(news, isFirst: false);
        edition.PutFormerAddresses(journal.FormerAddresses());
        edition.PutRecord(RecordedStatus.Of(record.Published!, ReportInputs.ProgramVersion));
        edition.Commit();
        return done;
    }

    static RecordedReport KeyOf(StandingVersion version) =>
        new(version.Path, version.Slug, version.Content, version.Reading);

    /// <param name="profile">Where none in the record can be shown.</param>
    static void PutSite(
        EditionTransaction edition,
        IReadOnlyList<StandingVersion> files,
        JournalSnapshot record,
        SiteProfile profile
    )
    {
        var texts = TextsOf(files, record);
        var pillars = new List<Pillar>();
        foreach (var file in files)
        {
            if (file.Path == SiteProfile.FileName)
                profile = Made(file, texts, (_, reading) => RecordedVersion.ReadingOf<SiteProfile>(reading)) ?? profile;
            else if (
                Made(file, texts, (text, reading) =>
                    RecordedRendering.Pillar(file.Path, text, RecordedVersion.ReadingOf<PillarReading>(reading))
                ) is
                { } pillar
            )
                pillars.Add(pillar);
        }
        // No fingerprints: the next scan reads all of them, and whatever was read against them.
        edition.PutSite(profile, [.. pillars.OrderBy(pillar => pillar.Order)], [], "", "");
    }

    static List<Report> Render(StandingVersion[] batch, JournalSnapshot record)
    {
        var texts = TextsOf(batch, record);
        return
        [
            .. batch
                .AsParallel()
                .AsOrdered()
                .Select(version =>
                    Made(version, texts, (text, reading) =>
                        RecordedRendering.Report(version.Path, (version.Content, text), (version.Reading, reading))
                    )
                )
                .OfType<Report>(),
        ];
    }

    /// <summary>
    /// What a version makes; null where it makes nothing, and is missed by whoever compares the index with the record. Nobody knows every exception of
    /// three parsers and of what an earlier build wrote: one version must never keep all others from readers.
    /// </summary>
    static T? Made<T>(
        StandingVersion version,
        IReadOnlyDictionary<string, RecordedText> texts,
        Func<byte[], byte[], T> make
    )
        where T : class
    {
        try
        {
            return
                texts.TryGetValue(version.Content, out var text) && texts.TryGetValue(version.Reading, out var reading)
                ? make(text.Bytes(), reading.Bytes())
                : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null;
        }
    }

    static IReadOnlyDictionary<string, RecordedText> TextsOf(
        IReadOnlyCollection<StandingVersion> versions,
        JournalSnapshot record
    ) => record.Texts(versions.SelectMany(version => new[] { version.Content, version.Reading }));
}
