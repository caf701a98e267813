using System.Data.Common;
using WorkReports.Clock;
using WorkReports.Journal;
using WorkReports.Journal.Holding;

namespace WorkReports.Hosting;

/// <summary>Holds the machine's clock against the record before the first reader comes: a wrong one must not show what is scheduled.</summary>
static class RecordClock
{
    public static PublicationClock Of(Settings settings, TimeProvider wall, DateTimeOffset? built)
    {
        var witness = WitnessOf(settings);
        // Whoever accepted a clock that stands before the build need not do it again at each start.
        return new PublicationClock(wall, witness?.Moment, witness?.Accepted < built ? null : built);
    }

    static ClockWitness? WitnessOf(Settings settings)
    {
        try
        {
            return new JournalFile(settings).ClockWitness();
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
        {
            // A journal that cannot be read now is told by who writes it.
            return null;
        }
    }
}
