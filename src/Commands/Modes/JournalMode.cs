using WorkReports.Commands.Options;

namespace WorkReports.Commands.Modes;

/// <summary>One of the things that <c>journal</c> does, by the option that asks for it.</summary>
/// <param name="Options">Further options that go with it.</param>
sealed record JournalMode(string Name, string[] Options, Func<Invocation, int> Run)
{
    /// <summary>True where there must be a journal in the data folder.</summary>
    public Func<Invocation, bool> NeedsJournal { get; init; } = _ => true;
}
