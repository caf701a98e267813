using WorkReports.Index;
using WorkReports.Journal;
using WorkReports.Journal.Entries;

namespace WorkReports.Content;

/// <summary>Reports of the index as the journal is told of them.</summary>
static class RecordedStatus
{
    public static IReadOnlyList<ReportStatus> Of(IReadOnlyList<ReportSnapshot> reports) =>
        [
            .. reports.Select(report => new ReportStatus
            {
                Slug = report.Slug,
                Path = report.Path,
                Title = report.Title,
                Content = report.Hash,
                Reading = report.Reading,
                Note = Report.NoteOf(report.Updated, report.Change, report.Withdrawn),
                State = report.State switch
                {
                    ReportState.Published => AddressState.Published,
                    ReportState.Withdrawn => AddressState.Withdrawn,
                    _ => AddressState.Hidden,
                },
            }),
        ];
}
