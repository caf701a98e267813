using WorkReports.Content.Files;
using WorkReports.Content.Reports;
using WorkReports.Index;
using WorkReports.Journal.Holding;

namespace WorkReports.Content.Brake;

/// <summary>Tells what has only moved, so that it is not held.</summary>
sealed partial class RemovalBrake
{
    /// <summary>
    /// What nothing has taken the place of. A file that was there before does not show that a whole folder moved: a copy that lies
    /// elsewhere, and has waited, looks the same. An index that was made from the record does not know which files were there: then
    /// what was held stays held, and a folder has moved only where its pillar's file has.
    /// </summary>
    /// <param name="away">Folders of which nothing is left.</param>
    (IReadOnlyList<ReportSnapshot> Reports, IReadOnlyList<Pillar> Pillars) Unmoved(
        FolderDiff look,
        GoneReports gone,
        IReadOnlyList<Pillar> missing,
        HashSet<string> away,
        Func<HeldItem, bool> wasHeld
    )
    {
        var isIndexNew = string.IsNullOrEmpty(editions.SiteFilesFingerprint());
        var told = editions.Problems().Where(AddressConflict.Is).Select(problem => problem.File).ToHashSet();
        string[] newPillars =
        [
            .. look
                .Listing.PillarFiles.Except(told)
                .Except(editions.Pillars().Select(pillar => ContentFolder.PillarFileOf(pillar.Folder))),
        ];
        var stay = missing.ToLookup(pillar => isIndexNew && wasHeld(ItemOf(pillar, default)));
        Pillar[] pillars =
        [
            .. stay[true],
            .. BrakeNotes.Ask(() => moved.WithoutMoved([.. stay[false]], newPillars), [.. stay[false]]),
        ];

        var unmoved = pillars.Select(pillar => pillar.Folder).Intersect(away).ToHashSet();
        string[] newcomers = [.. look.Newcomers(), .. editions.DependenciesOn(look.Gone).Select(one => one.File)];
        var asked = gone.All.ToLookup(report =>
            isIndexNew && (IsIn(unmoved, report.Path) || wasHeld(ItemOf(report, default))) ? Successors.None
            : IsIn(away, report.Path) ? Successors.Strangers
            : Successors.Newcomers
        );
        return (
            [
                .. asked[Successors.None],
                .. moved.WithoutMoved([.. asked[Successors.Strangers]], [.. look.Strangers()]),
                .. moved.WithoutMoved([.. asked[Successors.Newcomers]], [.. newcomers.Distinct()]),
            ],
            pillars
        );
    }

    /// <summary>Which files show that a report has only moved.</summary>
    enum Successors
    {
        None,

        /// <summary>Those that nobody knew.</summary>
        Strangers,

        /// <summary>Those that changed, too, and that waited for one that is gone.</summary>
        Newcomers,
    }

    static bool IsIn(IReadOnlySet<string> folders, string path) => folders.Contains(path.Split('/')[0]);
}
