using WorkReports.Terminal;

namespace WorkReports.Commands.Options;

/// <summary>One call of a verb: what was typed, read and found without fault, and where to answer.</summary>
/// <param name="Verbs">The whole table, for <c>help</c>.</param>
sealed record Invocation(
    IReadOnlyList<Verb> Verbs,
    Settings Settings,
    Arguments Arguments,
    PrintableWriter Output,
    PrintableWriter Errors
)
{
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
