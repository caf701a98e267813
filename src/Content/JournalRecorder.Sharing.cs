using WorkReports.Content.Recording;
using WorkReports.Journal.Holding;

namespace WorkReports.Content;

/// <summary>Where several servers share one record, of which one at a time publishes.</summary>
public sealed partial class JournalRecorder
{
    /// <summary>
    /// Brings this server's journal up to the record that it shares with others, where it does, and asks to be the one that publishes.
    /// </summary>
    /// <returns>Null where the shared record cannot be reached: it is told by <see cref="Trouble"/>, and nobody publishes meanwhile.</returns>
    public bool? TryPublish()
    {
        if (!IsShared)
            return true;
        var before = publishes;
        publishes = null;
        try
        {
            Try(() => publishes = journal.TryPublish());
        }
        catch (RecordUnavailableException)
        {
            return null;
        }
        if (publishes == true && before != true)
            Forget();
        return publishes;
    }

    /// <summary>Lets another server publish, whose disk or folder may be there.</summary>
    public void StepBack()
    {
        if (!IsShared || publishes != true)
            return;
        journal.StepBack();
        publishes = false;
    }

    /// <summary>What another server may have changed since this one published last.</summary>
    void Forget()
    {
        (isBehind, pending) = (true, []);
        put.Clear();
    }

    /// <summary>What the record knows of time, to hold the clock against; null where nothing can be known now.</summary>
    internal ClockWitness? ClockWitness()
    {
        ClockWitness? witness = null;
        TryQuietly(() => witness = journal.ClockWitness(asksOthers: true));
        return witness;
    }

    /// <summary>What this machine's clock was held for when it was last told; null where nothing was.</summary>
    internal HeldItem? HeldClockHere()
    {
        HeldItem? item = null;
        if (!editions.IsPreview)
            TryQuietly(() => item = journal.HeldClockHere());
        return item;
    }

    /// <summary>Says in the journal that the clock is held, for the verb that accepts it, and for the next start.</summary>
    internal void PutHeldClock(HeldItem? item)
    {
        PutHeld([HeldKind.Clock], item is null ? [] : [item]);
        PutHeldClockHere(item);
    }

    /// <summary>Where the record is shared, what other servers obey stands there, and this machine's clock is its own matter.</summary>
    void PutHeldClockHere(HeldItem? item)
    {
        if (!IsShared || !journal.Exists || item == heldClockHere)
            return;
        TryQuietly(() =>
        {
            journal.PutHeldClockHere(item);
            heldClockHere = item;
        });
    }

    /// <summary>As it was last put; a server begins with what an earlier process left.</summary>
    HeldItem? heldClockHere = Unknown;

    static readonly HeldItem Unknown = new()
    {
        Kind = HeldKind.Clock,
        Name = "",
        Since = default,
    };

    /// <summary>The number of the last entry that readers' edition shows; 0 before the first.</summary>
    internal long ShownEntry => editions.Record()?.Number ?? 0;

    bool? publishes;

    /// <summary>True where several servers share the record, of which one publishes.</summary>
    public bool IsShared => !editions.IsPreview && journal.IsShared;

    /// <summary>True while this server publishes.</summary>
    public bool Publishes => !IsShared || publishes == true;

    /// <summary>Calls whenever another server has added to the shared record, until it is told to stop.</summary>
    public Task Listen(Action changed, CancellationToken stop) =>
        IsShared ? journal.Listen(changed, stop) : Task.CompletedTask;

    /// <summary>
    /// True where an edition goes without its entries as long as they cannot be written. Not where the record is shared: another server may
    /// publish by then.
    /// </summary>
    internal bool MayDefer => !journal.IsShared;
}
