using System.Data.Common;
using WorkReports.Clock;
using WorkReports.Index;
using WorkReports.Journal;
using WorkReports.Journal.Holding;

namespace WorkReports.Hosting.Publishing;

/// <summary>Holds the machine's clock against the record before the first reader comes: a wrong one must not show what is scheduled.</summary>
static class PublicationClockFactory
{
    public static PublicationClock Of(Settings settings, TimeProvider wall, DateTimeOffset? built)
    {
        var journal = new JournalFile(settings);
        var witness = Ask(() => journal.ClockWitness(asksOthers: false));
        return new PublicationClock(
            wall,
            witness?.Moment ?? TimeOfIndex(settings),
            // Whoever accepted a clock that stands before the build need not do it again at each start.
            witness?.Accepted < built
                ? null
                : built,
            // What the site beside it holds a preview shows, and nobody accepts there.
            settings.Preview
                ? null
                : JumpOf(Ask(journal.HeldClockHere))
        );
    }

    /// <summary>How the clock was set while an earlier process ran, where nobody accepted it.</summary>
    /// <param name="held">As the journal says it.</param>
    public static ClockFault? JumpOf(HeldItem? held) =>
        held is null ? null : ClockFault.JumpBefore(held.Name, held.Since);

    /// <summary>What readers were shown knows, too, when the last entry was written, where the journal cannot be read now.</summary>
    static DateTimeOffset? TimeOfIndex(Settings settings) =>
        Ask(() => IndexedRecord.In(settings)) is { Number: > 0, Time: var time } && time > DateTimeOffset.MinValue
            ? time
            : null;

    /// <summary>A journal that cannot be read now is told by who writes it.</summary>
    static T? Ask<T>(Func<T?> question)
        where T : class
    {
        try
        {
            return question();
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
