using WorkReports.Import.Coverage;
using WorkReports.Import.Markdown;
using WorkReports.Import.Model;

namespace WorkReports.Import;

/// <summary>A Word document as a report that has no file yet.</summary>
/// <param name="TitleSource">How the title was found, for the editor to judge.</param>
/// <param name="Date">The date that it is signed with; null when it bears none.</param>
/// <param name="FileDate">When Word last saved it.</param>
/// <param name="SignedBy">The unit that signed, as it is written; null when nobody did.</param>
/// <param name="Unit">The unit of the site that signed; null for one that <c>site.yml</c> does not name.</param>
/// <param name="Letterhead">Lines before the title and after the signature that left the body.</param>
/// <param name="Changed">What the report has otherwise than the document, each with its locations.</param>
/// <param name="Lost">What the report lacks.</param>
sealed record ImportedReport(
    string? Title,
    string TitleSource,
    DateOnly? Date,
    string DateSource,
    DateOnly? FileDate,
    string? SignedBy,
    PublishingUnit? Unit,
    IReadOnlyList<string> Letterhead,
    IReadOnlyList<string> Changed,
    IReadOnlyList<string> Lost
)
{
    public required IReadOnlyList<Block> Blocks { get; init; }
    public required IReadOnlyList<IReadOnlyList<Block>> Notes { get; init; }
    public required IReadOnlyList<(string Name, byte[] Bytes)> Pictures { get; init; }

    /// <summary>What Word shows of the document, compared with the draft; null where it could not be compared.</summary>
    public ImportCoverage? Coverage { get; init; }

    /// <summary>Words of secrecy that may mean nothing, each with its place.</summary>
    public IReadOnlyList<string> DoubtfulMarks { get; init; } = [];

    /// <param name="pictures">The folder of the pictures, relative to the report.</param>
    public string Body(string pictures) => new MarkdownWriter(pictures).Write(Blocks, Notes);
}
