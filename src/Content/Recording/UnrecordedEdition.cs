using WorkReports.Journal;
using WorkReports.Journal.Entries;

namespace WorkReports.Content.Recording;

/// <summary>What the journal is to be told of an edition.</summary>
/// <param name="Time">When it was published.</param>
/// <param name="Texts">Of its versions.</param>
/// <param name="Seen">The reports of the files that were read.</param>
/// <param name="Gone">The files that are gone.</param>
/// <param name="SiteFiles">The files that all pages depend on.</param>
/// <param name="Standing">Paths of such files that stay as they were.</param>
/// <param name="After">The last entry of the record that readers saw before.</param>
sealed record UnrecordedEdition(
    DateTimeOffset Time,
    IReadOnlyCollection<RecordedText> Texts,
    IReadOnlyCollection<ReportStatus> Seen,
    IReadOnlyCollection<string> Gone,
    IReadOnlyCollection<SiteFileVersion> SiteFiles,
    IReadOnlyCollection<string> Standing,
    long After
)
{
    public void WriteTo(JournalTransaction journal)
    {
        journal.Time = Time;
        journal.PutTexts(Texts);
        journal.Record(Seen, Gone);
        journal.RecordSiteFiles(SiteFiles, Standing);
    }
}
