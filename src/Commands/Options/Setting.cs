namespace WorkReports.Commands.Options;

/// <summary>A setting: its option, its variable, <c>help</c> and README's table follow from its row.</summary>
/// <param name="Name">Of its option, without the dashes.</param>
/// <param name="Placeholder">What <c>help</c> shows for a value.</param>
/// <param name="Get">The value as it would be typed.</param>
sealed record Setting(string Name, string Placeholder, Func<Settings, string> Get, Func<Settings, string, Settings> Set)
{
    /// <summary>Of a verb that uses it; the server uses all.</summary>
    public VerbNeeds Needs { get; init; } = VerbNeeds.ServerSettings;

    public string Option => "--" + Name;

    /// <summary>Its environment variable.</summary>
    public string Variable => "WORKREPORTS_" + Name.ToUpperInvariant().Replace('-', '_');

    public string Default => Get(new Settings());
}
