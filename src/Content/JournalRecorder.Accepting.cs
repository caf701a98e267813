using System.Data.Common;
using WorkReports.Index;
using WorkReports.Journal;
using WorkReports.Journal.Entries;
using WorkReports.Journal.Holding;

namespace WorkReports.Content;

/// <summary>Obeys what an admin accepted: each acceptance once, with an entry that says by whom and what.</summary>
public sealed partial class JournalRecorder
{
    static readonly HeldKind[] Removals = [HeldKind.Removal, HeldKind.Pillar];

    /// <summary>What no entry speaks of yet.</summary>
    IReadOnlyList<Acceptance> pending = [];

    /// <summary>A sentence for each way in which removals were let go.</summary>
    IReadOnlyList<string> releasedRemovals = [];

    /// <summary>The same for anything else.</summary>
    readonly List<string> released = [];

    /// <summary>What the journal was last told to be held, by kinds.</summary>
    readonly Dictionary<HeldKind, IReadOnlyList<HeldItem>> put = [];

    internal JournalFile Journal => journal;

    /// <summary>True where nothing was ever recorded, as far as anybody can tell.</summary>
    internal bool IsEmpty
    {
        get
        {
            var isEmpty = false;
            TryQuietly(() =>
            {
                journal.BringUp();
                isEmpty = journal.Head().Number == 0;
            });
            return isEmpty;
        }
    }

    /// <summary>The moment that counts for what is recorded.</summary>
    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <returns>True where there is something to obey.</returns>
    internal bool LookForAcceptances()
    {
        if (!editions.IsPreview)
            TryQuietly(() => pending = journal.PendingAcceptances());
        return pending.Count > 0;
    }

    internal bool IsAccepted(HeldItem item) => pending.Any(acceptance => acceptance.What.Contains(item.Key));

    /// <param name="hold">How long removals are held at most.</param>
    internal void NoteReleased(IReadOnlyCollection<HeldItem> items, TimeSpan? hold)
    {
        // An earlier look's, which could not be written yet, waits.
        if (items.Count == 0)
            return;
        releasedRemovals =
        [
            .. items
                .GroupBy(item => IsAccepted(item) ? WhoAccepted : $"--hold {hold?.TotalHours}")
                .Select(some => $"{some.Key}：{Removed(some.ToList())}"),
        ];
    }

    static string Removed(List<HeldItem> items)
    {
        var reports = items.Count(item => item.Kind == HeldKind.Removal);
        return AcceptedRemovals.Note(reports, items.Count - reports);
    }

    string WhoAccepted => string.Join("、", pending.Select(acceptance => acceptance.Who).Distinct());

    bool HasReleased => released.Count + releasedRemovals.Count > 0;

    /// <summary>The clock is believed from here on, wherever it stands: what it shows and takes down is recorded.</summary>
    /// <param name="hold">Set where nobody accepted it: it was held long enough.</param>
    internal void NoteClockAccepted(HeldItem clock, TimeSpan? hold = null)
    {
        released.Add($"{(hold is null ? WhoAccepted : $"--hold {hold?.TotalHours}")}：{clock.Title}");
        isBehind = true;
    }

    /// <summary>What the site holds whose journal lies in the data folder: for a preview beside it.</summary>
    internal IReadOnlyList<HeldItem> HeldBySite()
    {
        IReadOnlyList<HeldItem> held = [];
        TryQuietly(() => held = journal.Held());
        return held;
    }

    /// <summary>Says in the journal what is held, for the verb that accepts it.</summary>
    internal void PutHeldRemovals(IReadOnlyList<HeldItem> items) => PutHeld(Removals, items);

    void PutHeld(HeldKind[] kinds, IReadOnlyList<HeldItem> items)
    {
        if (
            editions.IsPreview
            // What another server holds is not this one's to change.
            || !Publishes
            || Trouble is not null
            || !journal.Exists
            || items.SequenceEqual(put.GetValueOrDefault(kinds[0]) ?? (items.Count == 0 ? HeldBefore(kinds) : []))
        )
            return;
        TryQuietly(() =>
        {
            journal.PutHeld(kinds, items);
            put[kinds[0]] = items;
        });
    }

    /// <summary>By an earlier process.</summary>
    IReadOnlyList<HeldItem> HeldBefore(HeldKind[] kinds)
    {
        IReadOnlyList<HeldItem> before = [];
        TryQuietly(() => put[kinds[0]] = before = [.. journal.Held().Where(item => kinds.Contains(item.Kind))]);
        return before;
    }

    /// <summary>Goes on with a journal that is not the one in which readers' edition was recorded, where an admin accepted it.</summary>
    /// <returns>True where everything must be read anew: that journal lacks what it was not told.</returns>
    internal bool GoOnWithOtherJournal()
    {
        if (
            pending.Count == 0
            || RecordFault.Of(editions.Record(), journal) is not { } fault
            || !IsAccepted(fault.Item)
        )
            return false;
        var head = JournalHead.None;
        released.Add($"{WhoAccepted}：{fault.Item.Title}，从这里接着记");
        Try(() =>
        {
            using var entries = journal.Begin(Now);
            WriteAccepted(entries);
            entries.Commit();
            head = entries.Head;
        });
        ClearAccepted();
        Unrecorded.Clear();
        isBehind = true;
        // No build is named, so that the whole index counts as behind: it is made from that journal, then the folder is scanned.
        editions.PutRecord(
            new IndexedRecord
            {
                Number = head.Number,
                Hash = head.Hash,
                Build = "",
            },
            isAnother: true
        );
        return true;
    }

    /// <summary>Adds the entry that says what was accepted; below the entries of what it let go.</summary>
    internal void WriteAccepted(JournalTransaction entries)
    {
        if (HasReleased)
            entries.Accept(
                string.Join("；", releasedRemovals.Concat(released)),
                pending.Select(acceptance => acceptance.Number)
            );
    }

    internal void ClearAccepted()
    {
        if (HasReleased)
            pending = [];
        released.Clear();
        releasedRemovals = [];
    }

    /// <summary>What was accepted and is not held any more is not waited for.</summary>
    void DismissAccepted()
    {
        if (pending.Count == 0)
            return;
        TryQuietly(() =>
        {
            journal.Dismiss(pending);
            pending = [];
        });
    }

    /// <summary>What fails is tried again at the next look, and told by whoever records editions.</summary>
    static void TryQuietly(Action what)
    {
        try
        {
            what();
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException) { }
    }
}
