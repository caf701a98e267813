using WorkReports.Clock;
using WorkReports.Content;
using WorkReports.Journal.Holding;

namespace WorkReports.Hosting;

/// <summary>Keeps a clock that is not believed from showing or taking down anything until it is right, accepted or held long enough.</summary>
/// <param name="hold">How long; null for as long as it takes.</param>
sealed class ClockHold(PublicationClock clock, JournalRecorder recorder, TimeSpan? hold)
{
    /// <summary>What is wrong, and what to do; null while nothing is.</summary>
    public string? Sentence => clock.Fault?.Sentence;

    /// <summary>Believes the clock where an admin accepted it; after the look for what was accepted.</summary>
    public void Obey()
    {
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
