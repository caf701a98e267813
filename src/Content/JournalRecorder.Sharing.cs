using WorkReports.Content.Recording;

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
