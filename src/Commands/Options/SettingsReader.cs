namespace WorkReports.Commands.Options;

/// <summary>Settings from the command line, else from the environment, else their defaults. All faults are found at once.</summary>
static class SettingsReader
{
    /// <param name="defaults">Of a verb with others than the usual ones.</param>
    /// <param name="names">Whose options they are.</param>
    public static Settings Read(
        IReadOnlyList<string> options,
        Func<string, string?> environment,
        List<string> faults,
        Settings? defaults = null,
        OptionNames? names = null
    )
    {
        names ??= new OptionNames([], null);
        var settings = FromEnvironment(defaults ?? new Settings(), environment);
        for (var i = 0; i < options.Count; i++)
        {
            var (name, value) = options[i].Split('=', 2) is [var left, var right] ? (left, right) : (options[i], null);
            var setting = SettingTable.All.FirstOrDefault(known => known.Option == name);
            if (setting is null)
            {
                if (names.Fault(options[i]) is { } fault)
                    faults.Add(fault);
                // What stands after it was its value: no fault of its own.
                if (name.StartsWith('-') && value is null && IsValue(options.ElementAtOrDefault(i + 1)))
                    i++;
            }
            else
            {
                value ??= IsValue(options.ElementAtOrDefault(i + 1)) ? options[++i] : null;
                if (string.IsNullOrWhiteSpace(value))
                    faults.Add(names.Text.NeedsValue(name));
                else
                    settings = setting.Set(settings, value.Trim());
            }
        }
        return settings;
    }

    public static bool IsValue(string? option) =>
        option is not null && !option.StartsWith("--", StringComparison.Ordinal);

    static Settings FromEnvironment(Settings settings, Func<string, string?> environment)
    {
        foreach (var setting in SettingTable.All)
        {
            // The environment of a server says where the site listens. A preview that obeyed it would show drafts to everybody.
            if (settings.Preview && setting.Name == "urls")
                continue;
            if (environment(setting.Variable)?.Trim() is { Length: > 0 } value)
                settings = setting.Set(settings, value);
        }
        return settings;
    }
}
