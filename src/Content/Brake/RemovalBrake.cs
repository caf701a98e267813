using System.Data.Common;
using WorkReports.Content.Files;
using WorkReports.Index;
using WorkReports.Journal;
using WorkReports.Journal.Holding;

namespace WorkReports.Content.Brake;

/// <summary>
/// Holds removals that look like an accident: a pillar of whose folder nothing is left, as when a share is away, or many reports at
/// once. What is held is worked out anew at each look at the whole folder, so that what is back is no longer held; what is still away
/// stays held until it is let go, even when most of it is back.
/// </summary>
/// <param name="hold">How long; null for as long as it takes.</param>
sealed class RemovalBrake(ContentFolder folder, EditionState editions, JournalFile journal, TimeSpan? hold)
{
    readonly MovedFiles moved = new(folder, journal);

    /// <summary>What was held at the last look; before the first what an earlier process held.</summary>
    IReadOnlyList<HeldItem>? before;

    public HeldRemovals Held { get; private set; } = HeldRemovals.None;

    /// <summary>What the last look let go, since it was accepted or held long enough.</summary>
    public IReadOnlyList<HeldItem> Released { get; private set; } = [];

    /// <summary>True where the removal of these files would be unusual: then a look at the whole folder must tell.</summary>
    public bool ActsOn(IReadOnlyCollection<string> gone, DateTimeOffset now) =>
        gone.Count > 0
        && Count(editions.ReportsOf(gone, now), now) is var (count, stood)
        && RemovalRule.IsUnusual(count, stood);

    /// <param name="isAccepted">True for what an admin let go.</param>
    public void Look(FolderLook look, DateTimeOffset now, Func<HeldItem, bool> isAccepted)
    {
        before ??= Ask(journal.Held, []);
        var pillars = editions.Pillars();
        var missing = pillars.Where(pillar => IsMissing(pillar, look)).ToList();
        var reports =
            look.Gone.Count == 0
                ? []
                : editions.ReportsOf(look.Gone, now).Where(report => report.State != ReportState.Draft).ToList();
        var held = missing.Count + reports.Count == 0 ? HeldRemovals.None : Judge(look, pillars, missing, reports, now);
        var released = held.Items.Where(item => isAccepted(item) || item.Since + hold <= now).ToHashSet();
        Released = [.. released];
        Held = released.Count == 0 ? held : held.Without(released);
        before = Held.Items;
    }

    HeldRemovals Judge(
        FolderLook look,
        IReadOnlyList<Pillar> pillars,
        IReadOnlyList<Pillar> missing,
        IReadOnlyList<ReportSnapshot> reports,
        DateTimeOffset now
    )
    {
        var empty = missing.Where(pillar => !look.HasAnythingIn(pillar.Folder)).ToList();
        var (gone, stood) = Count(reports, now);
        if (!IsHeld(reports, missing) && empty.Count == 0 && !RemovalRule.IsUnusual(gone, stood))
            return HeldRemovals.None;

        // Only now: telling what has moved reads every new file. One that has waited for its address does not show that a whole folder
        // moved: a copy that lies elsewhere does so, too.
        string[] newcomers = [.. look.Newcomers()];
        string[] waiting = [.. editions.DependenciesOn(look.Gone).Select(one => one.File)];
        reports =
        [
            .. moved.WithoutMoved([.. reports.Where(report => IsIn(empty, report.Path))], newcomers),
            .. moved.WithoutMoved(
                [.. reports.Where(report => !IsIn(empty, report.Path))],
                [.. newcomers.Union(waiting)]
            ),
        ];
        var known = pillars.Select(pillar => ContentFolder.PillarFileOf(pillar.Folder)).ToHashSet();
        string[] newPillars = [.. look.Listing.PillarFiles.Where(path => !known.Contains(path))];
        missing = Ask(() => moved.WithoutMoved(missing, newPillars), missing);
        empty = [.. empty.Intersect(missing)];
        (gone, stood) = Count(reports, now);
        var isUnusual = RemovalRule.IsUnusual(gone, stood);
        var since = before!.ToDictionary(item => item.Key, item => item.Since);
        var folders = empty.Select(pillar => pillar.Folder).ToList();
        var items = reports
            .Select(report => ItemOf(report, now))
            .Concat(missing.Select(pillar => ItemOf(pillar, now)))
            .Where(item => isUnusual || folders.Contains(item.Name.Split('/')[0]) || since.ContainsKey(item.Key))
            .Select(item => item with { Since = since.GetValueOrDefault(item.Key, now) });
        return new HeldRemovals([.. items], folders, gone, stood);
    }

    static bool IsIn(IReadOnlyList<Pillar> pillars, string path) =>
        pillars.Any(pillar => path.StartsWith(pillar.Folder + "/", StringComparison.Ordinal));

    bool IsHeld(IReadOnlyList<ReportSnapshot> reports, IReadOnlyList<Pillar> missing)
    {
        var held = before!.Select(item => item.Name).ToHashSet();
        return held.Count > 0
            && reports
                .Select(report => report.Path)
                .Concat(missing.Select(pillar => ContentFolder.PillarFileOf(pillar.Folder)))
                .Any(held.Contains);
    }

    /// <summary>
    /// How many of these reports readers saw, with those that earlier looks let go within the window; and of how many. What is still
    /// in the index, held or not, stands.
    /// </summary>
    (int Gone, int Stood) Count(IEnumerable<ReportSnapshot> reports, DateTimeOffset now)
    {
        var earlier = Ask(() => journal.RemovedSince(now - RemovalRule.Window), 0);
        var standing = editions.CountByState(now).GetValueOrDefault(ReportState.Published);
        return (reports.Count(report => report.State == ReportState.Published) + earlier, standing + earlier);
    }

    /// <summary>Readers see the pillar, and the file that makes it one is not there.</summary>
    static bool IsMissing(Pillar pillar, FolderLook look) =>
        !look.Listing.Files.Any(file => file.Path == ContentFolder.PillarFileOf(pillar.Folder))
        && !look.Listing.Unreadable.Contains(pillar.Folder);

    static HeldItem ItemOf(ReportSnapshot report, DateTimeOffset now) =>
        new()
        {
            Kind = HeldKind.Removal,
            Name = report.Path,
            Slug = report.Slug,
            Title = report.Title,
            Since = now,
        };

    static HeldItem ItemOf(Pillar pillar, DateTimeOffset now) =>
        new()
        {
            Kind = HeldKind.Pillar,
            Name = ContentFolder.PillarFileOf(pillar.Folder),
            Title = pillar.Title,
            Since = now,
        };

    /// <summary>A journal that cannot be read now is told by who writes it; the brake goes by what else it knows.</summary>
    static T Ask<T>(Func<T> question, T otherwise)
    {
        try
        {
            return question();
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
        {
            return otherwise;
        }
    }
}
