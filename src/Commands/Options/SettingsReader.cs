using System.Globalization;

namespace WorkReports.Commands.Options;

/// <summary>Settings from the command line, else from the environment, else their defaults. All faults are found at once.</summary>
public static class SettingsReader
{
    static readonly (string Name, Func<Settings, string, Settings> Set)[] Known =
    [
        ("content", (settings, value) => settings with { Content = value }),
        ("data", (settings, value) => settings with { Data = value }),
        ("urls", (settings, value) => settings with { Urls = value }),
        ("certificate", (settings, value) => settings with { Certificate = value }),
        ("certificate-key", (settings, value) => settings with { CertificateKey = value }),
        ("https-redirect", (settings, value) => settings with { HttpsRedirect = Number(value) }),
        ("hosts", (settings, value) => settings with { Hosts = value }),
        ("proxies", (settings, value) => settings with { Proxies = value }),
        ("search-rate", (settings, value) => settings with { SearchRate = Number(value) }),
        ("cache", (settings, value) => settings with { Cache = Number(value) }),
        ("log-format", (settings, value) => settings with { LogFormat = value }),
        ("log-level", (settings, value) => settings with { LogLevel = value }),
        ("log-folder", (settings, value) => settings with { LogFolder = value }),
        ("client-addresses", (settings, value) => settings with { ClientAddresses = value }),
        ("metrics", (settings, value) => settings with { Metrics = value }),
        ("otlp", (settings, value) => settings with { Otlp = value }),
        ("stop-delay", (settings, value) =>
            settings with
            {
                StopDelay = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                    ? seconds
                    : -1,
            }
        ),
    ];

    /// <summary>The names of all settings, without the dashes.</summary>
    public static IEnumerable<string> Names => Known.Select(setting => setting.Name);

    /// <summary>The environment variable of a setting.</summary>
    public static string Variable(string name) => "WORKREPORTS_" + name.ToUpperInvariant().Replace('-', '_');

    /// <param name="defaults">Of a verb with others than the usual ones.</param>
    public static Settings Read(
        IReadOnlyList<string> options,
        Func<string, string?> environment,
        List<string> faults,
        Settings? defaults = null
    )
    {
        var settings = defaults ?? new Settings();
        foreach (var (name, set) in Known)
        {
            // Where the site listens is not where its drafts may be seen.
            if (settings.Preview && name == "urls")
                continue;
            if (environment(Variable(name)) is { Length: > 0 } value)
                settings = set(settings, value);
        }
        for (var i = 0; i < options.Count; i++)
        {
            var (name, value) = options[i].Split('=', 2) is [var left, var right] ? (left, right) : (options[i], null);
            var setting = Known.FirstOrDefault(known => "--" + known.Name == name);
            if (setting.Name is null)
                faults.Add(
                    $"There is no option '{options[i]}'; the options are {string.Join(", ", Names.Select(known => "--" + known))}."
                );
            else if (
                (value ??= IsValue(options.ElementAtOrDefault(i + 1)) ? options[++i] : null) is not { Length: > 0 }
            )
                faults.Add($"{name} needs a value.");
            else
                settings = setting.Set(settings, value!);
        }
        return settings;
    }

    /// <summary>Each address of <c>--urls</c>.</summary>
    public static IReadOnlyList<string> Addresses(Settings settings) =>
        settings.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What would keep a verb from working with these settings.</summary>
    public static IEnumerable<string> Faults(Settings settings, string verb)
    {
        if (verb is not ("backup" or "health" or "journal") && !Directory.Exists(settings.Content))
            yield return $"--content: the folder '{Path.GetFullPath(settings.Content)}' does not exist. Make it, or name another.";
        // An index that is there can be read all the same.
        if (
            verb is "serve" or "preview"
            && !File.Exists(settings.IndexFile)
            && WritableFolder.Trouble(settings.Data) is { } reason
        )
            yield return $"--data: cannot write to the folder '{Path.GetFullPath(settings.Data)}': {reason}";
        if (verb is "serve" or "preview" && settings.Cache < 0)
            yield return "--cache: write a number of megabytes, for example 128; 0 keeps no page.";
        if (verb is "serve" or "preview")
        {
            foreach (var fault in OperationSettingsCheck.Of(settings).Concat(SecuritySettingsCheck.Of(settings)))
                yield return fault;
        }
        if (verb is "serve" or "preview" or "health")
        {
            foreach (var fault in FaultsOfUrls(settings))
                yield return fault;
        }
    }

    static IEnumerable<string> FaultsOfUrls(Settings settings)
    {
        const string Example = "write for example http://[::]:8080 or https://[::]:8443.";
        var addresses = Addresses(settings);
        if (addresses.Count == 0)
            yield return $"--urls: no address to listen on; {Example}";
        foreach (var address in addresses)
        {
            if (!IsUrl(address, "http", "https"))
                yield return $"--urls: '{address}' is no address to listen on; {Example}";
        }
    }

    /// <summary>-1 for what is none.</summary>
    static int Number(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    public static bool IsValue(string? option) =>
        option is not null && !option.StartsWith("--", StringComparison.Ordinal);

    internal static bool IsUrl(string url, params string[] schemes)
    {
        var named = url.Replace("://*", "://any").Replace("://+", "://any");
        return Uri.TryCreate(named, UriKind.Absolute, out var uri)
            && schemes.Contains(uri.Scheme)
            && uri.PathAndQuery == "/";
    }
}
