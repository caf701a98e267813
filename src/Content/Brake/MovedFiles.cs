using WorkReports.Content.Files;
using WorkReports.Content.Rendering;
using WorkReports.Content.Reports;
using WorkReports.Index;
using WorkReports.Journal;

namespace WorkReports.Content.Brake;

/// <summary>Tells what only moved from what is gone: the same bytes, or the same address, stand in another file.</summary>
sealed class MovedFiles(ContentFolder folder, JournalFile journal)
{
    /// <param name="newcomers">Paths of files that are new, changed, or that waited for one that is gone.</param>
    /// <returns>Those of the reports that nothing has taken the place of.</returns>
    public IReadOnlyList<ReportSnapshot> WithoutMoved(
        IReadOnlyList<ReportSnapshot> gone,
        IReadOnlyCollection<string> newcomers
    )
    {
        if (newcomers.Count == 0)
            return gone;
        var targets = new LinkTargets(folder);
        var hashes = newcomers.Select(folder.HashOf).OfType<string>().ToHashSet();
        var addresses = newcomers.Select(targets.AddressOf).OfType<string>().ToHashSet();
        return
        [
            .. gone.Where(report => !hashes.Contains(report.Hash) && !addresses.Contains(Address.Report(report.Slug))),
        ];
    }

    /// <param name="newcomers">Paths of the files of pillars that readers do not see yet.</param>
    /// <returns>Those of the pillars that nothing has taken the place of.</returns>
    public IReadOnlyList<Pillar> WithoutMoved(IReadOnlyList<Pillar> gone, IReadOnlyCollection<string> newcomers)
    {
        if (newcomers.Count == 0 || gone.Count == 0)
            return gone;
        var context = new SiteContextReader(folder).Read(newcomers, []);
        var hashes = context.Versions.Values.Select(version => version.Text.Hash).ToHashSet();
        var slugs = context.Pillars.Select(pillar => pillar.Slug).ToHashSet();
        using var record = journal.Read();
        var published = record.StandingSiteFiles().ToDictionary(file => file.Path, file => file.Content);
        return
        [
            .. gone.Where(pillar =>
                !slugs.Contains(pillar.Slug)
                && !hashes.Contains(published.GetValueOrDefault(ContentFolder.PillarFileOf(pillar.Folder), ""))
            ),
        ];
    }
}
