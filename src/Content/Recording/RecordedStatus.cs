using WorkReports.Index;
using WorkReports.Journal.Entries;
using WorkReports.Journal.Proof;

namespace WorkReports.Content.Recording;

/// <summary>Turns the rows of the index into what the journal records, and the head of the journal into a row of the index.</summary>
static class RecordedStatus
{
    /// <summary>The last entry, as an edition shows it.</summary>
    /// <param name="build">The program that rendered the edition.</param>
    public static IndexedRecord Of(PublishedHead head, string build) =>
        new()
        {
            Number = head.Number,
            Hash = head.Hash,
            Build = build,
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
                State = StateOf(report.State),
            }),
        ];

    public static AddressState StateOf(ReportState state) =>
        state switch
        {
            ReportState.Published => AddressState.Published,
            ReportState.Withdrawn => AddressState.Withdrawn,
            _ => AddressState.Hidden,
        };
}
