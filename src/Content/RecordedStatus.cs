using WorkReports.Content.Reports;
using WorkReports.Index;
using WorkReports.Journal;
using WorkReports.Journal.Entries;
using WorkReports.Journal.Proof;

namespace WorkReports.Content;

/// <summary>Reports of the index as the journal is told of them, and the journal as the index is.</summary>
static class RecordedStatus
{
    /// <summary>The last entry, as an edition of this build shows it.</summary>
    public static IndexedRecord Of(PublishedHead head) =>
        new()
        {
            Number = head.Number,
            Hash = head.Hash,
            Build = ReportInputs.ProgramVersion,
            Time = head.Time,
            Since = head.Since,
            Signature = head.Signature?.Value ?? "",
            SignedAt = head.Signature is { } signature ? DateTimeOffset.FromUnixTimeSeconds(signature.Time) : null,
            PublicKey = head.Signature is null ? "" : head.PublicKey,
        };

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
