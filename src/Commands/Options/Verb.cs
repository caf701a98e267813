namespace WorkReports.Commands.Options;

/// <summary>A verb: help, the check of options, and README's table follow from its row in <c>VerbTable</c>.</summary>
/// <param name="Help">What it does, in one line of <c>help</c>.</param>
sealed record Verb(string Name, string Help, Func<Invocation, Task<int>> Run)
{
    public Verb(string name, string help, Func<Invocation, int> run)
        : this(name, help, call => Task.FromResult(run(call))) { }

    /// <summary>Options of its own that take a value, without the dashes.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Options of its own that take none.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>True for a verb that takes words beside options: files, a title.</summary>
    public bool TakesOperands { get; init; }

    /// <summary>True for a verb that answers whatever else was typed.</summary>
    public bool IgnoresOptions { get; init; }

    public VerbNeeds Needs { get; init; }

    /// <summary>What <c>help VERB</c> says beside the line above: each option of its own, and examples.</summary>
    public required string Details { get; init; }

    /// <summary>True for a verb that editors use: whatever it says is Chinese.</summary>
    public bool IsForEditors { get; init; }

    /// <summary>Its settings where nothing is set.</summary>
    public Settings Defaults { get; init; } = new();
}

/// <summary>What must be in order before a verb runs.</summary>
[Flags]
enum VerbNeeds
{
    None = 0,

    /// <summary>The content folder is there.</summary>
    Content = 1,

    /// <summary>The data folder can be written to.</summary>
    Data = 2,

    /// <summary>There are addresses to listen on.</summary>
    Urls = 4,

    /// <summary>The settings of a server: cache, log, metrics, HTTPS, proxies.</summary>
    ServerSettings = 8,

    /// <summary>The networks that may be asked for links.</summary>
    LinkNetworks = 16,

    /// <summary>Where the journal is kept, and the key that signs it, where they are set.</summary>
    Journal = 32,

    Server = Content | Data | Urls | ServerSettings | Journal,
}
