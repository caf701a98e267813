using WorkReports.Content.Files;
using WorkReports.Content.Recording;
using WorkReports.Content.Reports;
using WorkReports.Index.Editions;
using WorkReports.Journal;
using WorkReports.Journal.Entries;

namespace WorkReports.Content.Upgrade;

/// <summary>
/// Takes what an earlier build showed into the record: its journal kept no texts, and its index is of no use to this one. A file that
/// reads as it did then is taken as it lies there, any other as the earlier build showed it.
/// </summary>
sealed class EarlierEdition(Settings settings, ContentFolder folder, JournalFile journal, TimeProvider clock)
{
    const int BatchSize = 256;

    readonly EarlierIndex index = new(settings);

    public bool IsThere => index.IsThere;

    string? remains;

    /// <summary>Where that index lies now, a part of which could not be taken over; null where all was, and where it was asked before.</summary>
    public string? TakeRemains() => Interlocked.Exchange(ref remains, null);

    public void Adopt(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var (profile, pillars) = (index.Profile(), index.Pillars());
        // A folder that is away takes nothing from readers, on the day of an upgrade either.
        var listing = folder.RealPath() is null ? new ContentListing([], []) : folder.List();
        var context = new SiteContextReader(folder, profile, pillars).Read(listing.PillarFiles, listing.Unreadable);
        var adopted = new AdoptedVersion(folder, profile ?? context.Site, pillars);
        var reader = new ReportReader(folder, context, new Dictionary<string, string>());
        var files = listing.Reports.ToDictionary(file => file.Path);
        var isWhole = true;
        using (var entries = journal.Begin(now))
        {
            foreach (var batch in index.Reports().Chunk(BatchSize))
            {
                stop.ThrowIfCancellationRequested();
                foreach (var report in batch)
                {
                    if (VersionOf(report) is not { } version)
                    {
                        isWhole = false;
                        continue;
                    }
                    entries.PutTexts(version.Texts);
                    entries.Adopt(StatusOf(report, version, now));
                }
            }
            AdoptSiteFiles(entries, context, profile is null ? null : adopted.OfSite(), adopted, pillars);
            entries.Commit();
        }
        if (isWhole && index.IsWhole)
            index.Delete();
        else
            remains = index.PutAside();

        RecordedVersion? VersionOf(Report report) =>
            files.TryGetValue(report.Path, out var file)
            && reader.Read(file) is { Parsed: { Version: { } version, Report: { } same } } read
            && (read.Hash, same.Slug) == (report.Hash, report.Slug)
                ? version
                : AsShown(report, adopted);
    }

    /// <summary>Null where it cannot be had: a bad page took it, or made of it what no parser takes. One report stops no upgrade.</summary>
    static RecordedVersion? AsShown(Report report, AdoptedVersion adopted)
    {
        try
        {
            return report.Markdown.Length > 0 ? adopted.Of(report) : null;
        }
        // Nobody knows every exception of three parsers.
        catch (Exception exception) when (exception is not (OperationCanceledException or IOException))
        {
            return null;
        }
    }

    static void AdoptSiteFiles(
        JournalTransaction entries,
        SiteContext context,
        RecordedVersion? site,
        AdoptedVersion adopted,
        IReadOnlyList<Pillar> pillars
    )
    {
        var versions = new Dictionary<string, RecordedVersion>(context.Versions);
        if (site is not null)
            versions.TryAdd(ContentFolder.SiteFile, site);
        foreach (var pillar in pillars)
            versions.TryAdd($"{pillar.Folder}/{ContentFolder.PillarFile}", adopted.Of(pillar));
        entries.PutTexts(versions.Values.SelectMany(version => version.Texts));
        entries.RecordSiteFiles(
            [.. versions.Select(file => file.Value.AsSiteFile(file.Key, context.TitleOf(file.Key)))],
            []
        );
    }

    static ReportStatus StatusOf(Report report, RecordedVersion version, DateTimeOffset now) =>
        new()
        {
            Slug = report.Slug,
            Path = report.Path,
            Title = report.Title,
            Content = version.Text.Hash,
            Reading = version.Reading.Hash,
            Note = Report.NoteOf(report.Updated, report.Change, report.Withdrawn),
            State = RecordedStatus.StateOf(
                ReportStates.Of(false, report.Published, report.Expires, report.Withdrawn is not null, now)
            ),
        };
}
