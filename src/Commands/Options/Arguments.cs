namespace WorkReports.Commands.Options;

/// <summary>What a verb takes beside the settings: words, and options of its own.</summary>
/// <param name="SettingOptions">What is left for the settings.</param>
sealed record Arguments(
    IReadOnlyList<string> Operands,
    IReadOnlyDictionary<string, string> Options,
    IReadOnlyList<string> SettingOptions
)
{
    static readonly Dictionary<string, string[]> Own = new()
    {
        ["backup"] = [],
        ["check"] = ["format", "online", "watch"],
        ["import"] = ["pillar", "unit", "date", "title"],
        ["journal"] = ["verify"],
        ["new"] = ["pillar", "unit", "date"],
    };

    /// <summary>Options that take no value.</summary>
    static readonly HashSet<string> Flags = ["online", "verify", "watch"];

    public string? this[string option] => Options.GetValueOrDefault(option);

    public bool HasFlag(string flag) => Options.ContainsKey(flag);

    public static Arguments Read(string verb, IReadOnlyList<string> options, List<string> faults)
    {
        if (!Own.TryGetValue(verb, out var own))
            return new Arguments([], new Dictionary<string, string>(), options);
        var (words, mine, rest) = (new List<string>(), new Dictionary<string, string>(), new List<string>());
        for (var i = 0; i < options.Count; i++)
        {
            var (name, value) = options[i].Split('=', 2) is [var left, var right] ? (left, right) : (options[i], null);
            if (!name.StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(options[i]);
                continue;
            }
            var isOwn = own.Contains(name[2..]);
            if (isOwn && Flags.Contains(name[2..]))
            {
                mine[name[2..]] = "";
                continue;
            }
            if (!isOwn)
                rest.Add(options[i]);
            if (value is null && SettingsReader.IsValue(options.ElementAtOrDefault(i + 1)))
            {
                value = options[++i];
                if (!isOwn)
                    rest.Add(value);
            }
            if (isOwn && string.IsNullOrWhiteSpace(value))
                faults.Add($"{name} needs a value.");
            else if (isOwn)
                mine[name[2..]] = value!.Trim();
        }
        return new Arguments(words, mine, rest);
    }
}
