using WorkReports.Clock;
using WorkReports.Content;
using WorkReports.Journal.Holding;

namespace WorkReports.Hosting.Publishing;

/// <summary>Keeps a clock that is not believed from showing or taking down anything until it is right, accepted or held long enough.</summary>
/// <param name="hold">How long; null for as long as it takes.</param>
sealed class ClockHold(PublicationClock clock, JournalRecorder recorder, TimeSpan? hold)
{
    /// <summary>What is wrong, and what to do; null while nothing is.</summary>
    public string? Sentence => clock.Fault?.Sentence;

    bool isWitnessed;

    /// <summary>
    /// Holds the clock against the record: once more than at the start, when it may not have been readable; and where others share it, as
    /// long as they are the ones who add to it.
    /// </summary>
    public void Witness()
    {
        if (isWitnessed || recorder.ClockWitness() is not { } witness)
            return;
        clock.Witness(witness.Moment, PublicationClockFactory.JumpOf(recorder.HeldClockHere()));
        isWitnessed = true;
    }

    /// <summary>Another server adds to the record.</summary>
    public void Follow()
    {
        isWitnessed = false;
        Witness();
    }

    /// <summary>
    /// While the clock is not believed, nothing appears by time: a server whose clock is right had better publish. Where there is none,
    /// this one publishes all the same, or a wrong clock would keep editors from publishing.
    /// </summary>
    /// <param name="publishes">True for a server that has published until now.</param>
    /// <returns>True where the lock is to be left to others for a moment.</returns>
    public bool LeavesToOthers(bool publishes)
    {
        if (clock.Fault is null)
            left = null;
        else if (left is null || (!publishes && clock.GetElapsedTime(left.Value) > LeavingTime))
        {
            left = clock.GetTimestamp();
            return true;
        }
        return false;
    }

    /// <summary>Longer than a server that stepped back waits until it asks for the lock again: who finds it free then was offered it.</summary>
    static readonly TimeSpan LeavingTime = TimeSpan.FromSeconds(20);

    /// <summary>When the lock was left to others; null while the clock is believed.</summary>
    long? left;

    /// <summary>Believes the clock where an admin accepted it; after the look for what was accepted.</summary>
    public void Obey()
    {
        Witness();
        clock.KeepFloor();
        if (Item is not { } item)
            return;
        var isAccepted = recorder.IsAccepted(item);
        if (!isAccepted && !(hold <= clock.FrozenFor))
            return;
        clock.Accept();
        recorder.NoteClockAccepted(item, isAccepted ? null : hold);
    }

    /// <summary>Says in the journal what is held, for the verb that accepts it.</summary>
    public void Put() => recorder.PutHeldClock(Item);

    HeldItem? Item =>
        clock.Fault is { } fault
            ? new HeldItem
            {
                Kind = HeldKind.Clock,
                Name = fault.Name,
                Title = fault.ChineseSentence,
                Since = fault.FrozenAt,
            }
            : null;
}
