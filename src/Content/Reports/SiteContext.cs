using WorkReports.Content.Recording;
using WorkReports.Content.Rendering;
using WorkReports.Content.Screening;

namespace WorkReports.Content.Reports;

/// <summary>What reports are read against: the site's profile and its pillars.</summary>
/// <param name="Problems">What is wrong with the files that say so.</param>
/// <param name="FilesFingerprint">Changes with the files that say so.</param>
/// <param name="ReportInputsFingerprint">Changes whenever every report must be read anew.</param>
sealed record SiteContext(
    SiteProfile Site,
    IReadOnlyList<Pillar> Pillars,
    IReadOnlyList<Problem> Problems,
    string FilesFingerprint,
    string ReportInputsFingerprint
)
{
    /// <summary>Links to addresses in the pillars' introductions.</summary>
    public IReadOnlyList<ExternalLink> Links { get; init; } = [];

    /// <summary>What the journal keeps of the files that are shown as they are now, by their paths.</summary>
    public IReadOnlyDictionary<string, RecordedVersion> Versions { get; init; } =
        new Dictionary<string, RecordedVersion>();

    /// <summary>Paths of the files that stay as they were, since they cannot be read now.</summary>
    public IReadOnlyCollection<string> Standing { get; init; } = [];

    public WordList Words { get; init; } = WordList.Empty;

    /// <summary>True where editors look: a report with errors is shown as far as it could be read, and blocks know their lines.</summary>
    public bool IsPreview { get; init; }

    /// <summary>The name of the site, or of a pillar, by the path of its file.</summary>
    public string TitleOf(string path) => PillarOfFolder(path.Split('/')[0])?.Title ?? Site.Name;

    /// <summary>A unit by its slug, its name or its short name.</summary>
    public PublishingUnit? Unit(string name) =>
        Site.Units.FirstOrDefault(unit => unit.Slug == name || unit.Name == name || unit.ShortName == name);

    public Pillar? Pillar(string name) =>
        Pillars.FirstOrDefault(pillar => pillar.Title == name || pillar.Slug == name || pillar.Folder == name);

    public Pillar? PillarOfFolder(string folder) => Pillars.FirstOrDefault(pillar => pillar.Folder == folder);

    /// <summary>The pillars that a heading names.</summary>
    public IEnumerable<Pillar> PillarsNamedIn(string heading) =>
        Pillars.Where(pillar => heading.Contains(pillar.Title, StringComparison.Ordinal));
}
