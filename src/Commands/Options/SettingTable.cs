using System.Globalization;

namespace WorkReports.Commands.Options;

/// <summary>All settings, in the order of <c>help</c> and of README's table.</summary>
static class SettingTable
{
    public static readonly IReadOnlyList<Setting> All =
    [
        new("content", "FOLDER", settings => settings.Content, (settings, value) => settings with { Content = value })
        {
            Needs = VerbNeeds.Content,
        },
        new(
            "link-roots",
            "FOLDERS",
            settings => settings.LinkRoots,
            (settings, value) => settings with { LinkRoots = value }
        )
        {
            Needs = VerbNeeds.Content,
        },
        new("data", "FOLDER", settings => settings.Data, (settings, value) => settings with { Data = value })
        {
            Needs = VerbNeeds.Data,
        },
        new("journal", "DATABASE", settings => settings.Journal, (settings, value) => settings with { Journal = value })
        {
            Needs = VerbNeeds.Journal,
        },
        new(
            "journal-key",
            "FILE",
            settings => settings.JournalKey,
            (settings, value) => settings with { JournalKey = value }
        )
        {
            Needs = VerbNeeds.Journal,
        },
        new("urls", "URLS", settings => settings.Urls, (settings, value) => settings with { Urls = value })
        {
            Needs = VerbNeeds.Urls,
        },
        new(
            "certificate",
            "FILE",
            settings => settings.Certificate,
            (settings, value) => settings with { Certificate = value }
        ),
        new(
            "certificate-key",
            "FILE",
            settings => settings.CertificateKey,
            (settings, value) => settings with { CertificateKey = value }
        ),
        Number(
            "https-redirect",
            "PORT",
            settings => settings.HttpsRedirect,
            (settings, value) => settings with { HttpsRedirect = value }
        ),
        new("hosts", "NAMES", settings => settings.Hosts, (settings, value) => settings with { Hosts = value }),
        new(
            "proxies",
            "NETWORKS",
            settings => settings.Proxies,
            (settings, value) => settings with { Proxies = value }
        ),
        Number(
            "search-rate",
            "NUMBER",
            settings => settings.SearchRate,
            (settings, value) => settings with { SearchRate = value }
        ),
        Number("cache", "MEGABYTES", settings => settings.Cache, (settings, value) => settings with { Cache = value }),
        new(
            "log-format",
            "WORD",
            settings => settings.LogFormat,
            (settings, value) => settings with { LogFormat = value }
        ),
        new(
            "log-level",
            "WORD",
            settings => settings.LogLevel,
            (settings, value) => settings with { LogLevel = value }
        ),
        new(
            "log-folder",
            "FOLDER",
            settings => settings.LogFolder,
            (settings, value) => settings with { LogFolder = value }
        ),
        Number(
            "log-days",
            "DAYS",
            settings => settings.LogDays,
            (settings, value) => settings with { LogDays = value }
        ),
        new(
            "client-addresses",
            "WORD",
            settings => settings.ClientAddresses,
            (settings, value) => settings with { ClientAddresses = value }
        ),
        new("metrics", "URL", settings => settings.Metrics, (settings, value) => settings with { Metrics = value }),
        new("otlp", "URL", settings => settings.Otlp, (settings, value) => settings with { Otlp = value }),
        Number("hold", "HOURS", settings => settings.Hold, (settings, value) => settings with { Hold = value }),
        Number(
            "stop-delay",
            "SECONDS",
            settings => settings.StopDelay,
            (settings, value) => settings with { StopDelay = value }
        ),
        new(
            "link-networks",
            "NETWORKS",
            settings => settings.LinkNetworks,
            (settings, value) => settings with { LinkNetworks = value }
        )
        {
            Needs = VerbNeeds.LinkNetworks,
        },
    ];

    /// <summary>Those that a verb uses, in their order; all of them, where nobody knows the verb.</summary>
    public static IEnumerable<Setting> Of(Verb? verb) =>
        All.Where(setting => verb is null || (verb.Needs & setting.Needs) != 0);

    /// <summary>What is no number becomes -1, which the check of the settings refuses.</summary>
    static Setting Number(
        string name,
        string placeholder,
        Func<Settings, int> get,
        Func<Settings, int, Settings> set
    ) =>
        new(
            name,
            placeholder,
            settings => get(settings).ToString(CultureInfo.InvariantCulture),
            (settings, value) =>
                set(
                    settings,
                    int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1
                )
        );
}
