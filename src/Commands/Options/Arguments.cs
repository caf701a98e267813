namespace WorkReports.Commands.Options;

/// <summary>What was typed after a verb.</summary>
/// <param name="Operands">What is neither an option nor an option's value: files, a title.</param>
/// <param name="Options">The verb's own options and flags, without the dashes; a flag's value is empty.</param>
/// <param name="SettingOptions">All other options, for the settings to read.</param>
sealed record Arguments(
    IReadOnlyList<string> Operands,
    IReadOnlyDictionary<string, string> Options,
    IReadOnlyList<string> SettingOptions
)
{
    public string? this[string option] => Options.GetValueOrDefault(option);

    public bool HasFlag(string flag) => Options.ContainsKey(flag);

    /// <param name="verb">Null for one that there is not: its options are read for faults all the same.</param>
    public static Arguments Read(Verb? verb, IReadOnlyList<string> options, List<string> faults)
    {
        if (verb is { IgnoresOptions: true })
            options = verb.TakesOperands ? [.. options.Where(option => !option.StartsWith('-'))] : [];
        var (operands, own, others) = (new List<string>(), new Dictionary<string, string>(), new List<string>());
        for (var i = 0; i < options.Count; i++)
        {
            var (name, value) = options[i].Split('=', 2) is [var left, var right] ? (left, right) : (options[i], null);
            if (!name.StartsWith("--", StringComparison.Ordinal))
            {
                // One dash before letters was meant as two. A file or title that begins so is written ./-x, or with another dash.
                var isOperand = verb is { TakesOperands: true } && !IsMistyped(name);
                (isOperand ? operands : others).Add(options[i]);
                continue;
            }
            if (verb is not null && verb.Flags.Contains(name[2..]))
            {
                own[name[2..]] = "";
                continue;
            }
            var isOwn = verb is not null && verb.Options.Contains(name[2..]);
            if (!isOwn)
                others.Add(options[i]);
            if (value is null && SettingsReader.IsValue(options.ElementAtOrDefault(i + 1)))
            {
                value = options[++i];
                if (!isOwn)
                    others.Add(value);
            }
            if (isOwn && string.IsNullOrWhiteSpace(value))
                faults.Add(UsageText.Of(verb).NeedsValue(name));
            else if (isOwn)
                own[name[2..]] = value!.Trim();
        }
        return new Arguments(operands, own, others);
    }

    static bool IsMistyped(string option) => option is ['-', var letter, ..] && char.IsAsciiLetter(letter);
}
