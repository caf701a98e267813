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
    /// <summary>What is odd about the call and does not keep it from running.</summary>
    public string? Warning { get; init; }

    /// <summary>Where an answer is typed; null where nobody sits at a terminal.</summary>
    public TextReader? Input { get; init; } = StandardInput.Typed;

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
