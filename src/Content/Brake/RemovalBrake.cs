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
sealed partial class RemovalBrake(ContentFolder folder, EditionState editions, JournalFile journal, TimeSpan? hold)
{
    readonly MovedFiles moved = new(folder, journal);
    readonly BrakeNotes notes = new(journal);
    readonly RecentRemovals removals = new(editions, new BrakeNotes(journal));

    /// <summary>What was held at the last look; null where the journal must tell: an earlier process or another server held it.</summary>
    IReadOnlyList<HeldItem>? before;

    public HeldRemovals Held { get; private set; } = HeldRemovals.None;

    /// <summary>What the last look let go, since it was accepted or held long enough.</summary>
    public IReadOnlyList<HeldItem> Released { get; private set; } = [];

    IReadOnlyList<HeldItem> Before => before ??= notes.Held(otherwise: []);

    /// <summary>Paths of the reports that were held at the last look.</summary>
    public IEnumerable<string> HeldFiles =>
        Before.Where(item => item.Kind == HeldKind.Removal).Select(item => item.Name);

    /// <summary>Another server publishes, or did until now: what it holds is told here, and goes on being held by whoever publishes next.</summary>
    public void Follow()
    {
        Held = HeldRemovals.Elsewhere(notes.Held(otherwise: Held.Items));
        before = null;
    }

    /// <summary>True where the removal of these files would be unusual: then a look at the whole folder must tell.</summary>
    public bool ActsOn(IReadOnlyCollection<string> gone, DateTimeOffset now)
    {
        if (gone.Count == 0)
            return false;
        var reports = editions.ReportsOf(gone, now);
        var (count, stood) = Count(reports, [], now);
        if (RemovalRule.IsUnusual(count, stood))
            return true;
        removals.Note(reports, now);
        return false;
    }

    /// <param name="isAccepted">True for what an admin let go.</param>
    public void Look(FolderDiff look, DateTimeOffset now, Func<HeldItem, bool> isAccepted)
    {
        var gone = GoneReports.Of(look, editions, notes, now);
        var missing = editions.Pillars().Where(pillar => IsMissing(pillar, look)).ToList();
        var held = missing.Count + gone.All.Count == 0 ? HeldRemovals.None : Judge(look, gone, missing, now);
        var released = held.Items.Where(item => isAccepted(item) || item.Since + hold <= now).ToHashSet();
        Released = [.. released];
        Held = released.Count == 0 ? held : held.Without(released);
        before = Held.Items;
        if (released.Count > 0)
            removals.Forget();
        else
            removals.Note(gone.All.Where(report => !Held.Covers(report.Path)), now);
    }

    HeldRemovals Judge(FolderDiff look, GoneReports gone, IReadOnlyList<Pillar> missing, DateTimeOffset now)
    {
        HashSet<string> away =
        [
            .. missing.Select(pillar => pillar.Folder).Where(folder => !look.HasAnythingIn(folder)),
            .. gone.LostFolders,
        ];
        var (count, stood) = Count(gone.All, gone.Lost, now);
        if (!IsHeld(gone.All, missing) && away.Count == 0 && !RemovalRule.IsUnusual(count, stood))
            return HeldRemovals.None;

        // Only now: telling what has moved reads every new file.
        var since = Before.ToDictionary(item => item.Key, item => item.Since);
        var (reports, pillars) = Unmoved(look, gone, missing, away, item => since.ContainsKey(item.Key));
        away.ExceptWith(missing.Except(pillars).Select(pillar => pillar.Folder));
        (count, stood) = Count(reports, gone.Lost, now);
        var isUnusual = RemovalRule.IsUnusual(count, stood);
        var items = reports
            .Select(report => ItemOf(report, now))
            .Concat(pillars.Select(pillar => ItemOf(pillar, now)))
            .Where(item => isUnusual || away.Contains(item.Name.Split('/')[0]) || since.ContainsKey(item.Key))
            .Select(item => item with { Since = since.GetValueOrDefault(item.Key, now) })
            .ToList();
        var lost = gone.Lost.Select(report => report.Path).ToHashSet();
        return new HeldRemovals(items, [.. away.Order()], count, stood)
        {
            Lost = items.Count(item => lost.Contains(item.Name)),
        };
    }

    bool IsHeld(IReadOnlyList<ReportSnapshot> reports, IReadOnlyList<Pillar> missing)
    {
        var held = Before.Select(item => item.Name).ToHashSet();
        return held.Count > 0
            && reports
                .Select(report => report.Path)
                .Concat(missing.Select(pillar => ContentFolder.PillarFileOf(pillar.Folder)))
                .Any(held.Contains);
    }

    /// <summary>
    /// How many of these reports readers saw, with those that earlier looks let go within the window; and of how many. What is still
    /// in the index, held or not, stands, and so does what the journal alone knows.
    /// </summary>
    (int Gone, int Stood) Count(
        IEnumerable<ReportSnapshot> reports,
        IReadOnlyCollection<ReportSnapshot> lost,
        DateTimeOffset now
    )
    {
        var earlier = removals.Count(now);
        var standing =
            editions.Edition() == 0
                ? notes.CountVisible()
                : editions.CountByState(now).GetValueOrDefault(ReportState.Published) + lost.Count(IsSeen);
        return (reports.Count(IsSeen) + earlier, standing + earlier);
    }

    static bool IsSeen(ReportSnapshot report) => report.State == ReportState.Published;

    /// <summary>Readers see the pillar, and the file that makes it one is not there.</summary>
    static bool IsMissing(Pillar pillar, FolderDiff look) =>
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
}
