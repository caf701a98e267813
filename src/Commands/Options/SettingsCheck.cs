using WorkReports.Commands.Options.Network;
using WorkReports.Hosting.Network;

namespace WorkReports.Commands.Options;

/// <summary>What would keep a verb from working with these settings.</summary>
static class SettingsCheck
{
    public static IEnumerable<string> Faults(Settings settings, VerbNeeds needs, UsageText? told = null)
    {
        var text = told ?? UsageText.English;
        if (
            needs.HasFlag(VerbNeeds.Content)
            && !Directory.Exists(settings.Content)
            && !CanServeWithoutContent(settings, needs)
        )
            yield return text.NoContent(Path.GetFullPath(settings.Content));
        foreach (var fault in needs.HasFlag(VerbNeeds.Content) ? OfLinkRoots(settings, text) : [])
            yield return fault;
        // An index that is there can be read all the same.
        if (
            needs.HasFlag(VerbNeeds.Data)
            && !File.Exists(settings.IndexFile)
            && WritableFolder.Trouble(settings.Data) is { } reason
        )
            yield return text.DataNotWritable(Path.GetFullPath(settings.Data), reason);
        foreach (var fault in needs.HasFlag(VerbNeeds.LinkNetworks) ? OfLinkNetworks(settings, text) : [])
            yield return fault;
        foreach (var fault in OfAdmins(settings, needs))
            yield return text.OfAdmins(fault);
    }

    static IEnumerable<string> OfAdmins(Settings settings, VerbNeeds needs) =>
        [
            .. needs.HasFlag(VerbNeeds.Journal) ? JournalSettingsCheck.Faults(settings) : [],
            .. needs.HasFlag(VerbNeeds.ServerSettings) ? OfServer(settings) : [],
            .. needs.HasFlag(VerbNeeds.Urls) ? OfUrls(settings) : [],
        ];

    static IEnumerable<string> OfLinkNetworks(Settings settings, UsageText text) =>
        settings.LinkNetworkEntries.Where(entry => Proxies.Parse(entry) is null).Select(text.NoNetwork);

    /// <summary>Readers get the last edition while the content is away: also those who come after a restart.</summary>
    static bool CanServeWithoutContent(Settings settings, VerbNeeds needs) =>
        needs.HasFlag(VerbNeeds.ServerSettings)
        && (File.Exists(settings.IndexFile) || File.Exists(settings.JournalFile) || settings.Journal != Settings.None);

    static IEnumerable<string> OfLinkRoots(Settings settings, UsageText text)
    {
        foreach (var folder in settings.LinkRootFolders)
        {
            if (!Directory.Exists(folder))
                yield return text.NoLinkRoot(Path.GetFullPath(folder));
            else if (Path.GetFullPath(folder) == Path.GetPathRoot(Path.GetFullPath(folder)))
                yield return text.LinkRootIsDisk(folder);
        }
    }

    static IEnumerable<string> OfServer(Settings settings)
    {
        if (settings.Cache < 0)
            yield return "--cache: write a number of megabytes, for example 128; 0 keeps no page.";
        foreach (var fault in OperationSettingsCheck.Faults(settings).Concat(SecuritySettingsCheck.Faults(settings)))
            yield return fault;
    }

    static IEnumerable<string> OfUrls(Settings settings)
    {
        const string Example = "write for example http://[::]:8080 or https://[::]:8443";
        if (settings.ListenAddresses.Count == 0)
            yield return $"--urls: no address to listen on; {Example}.";
        foreach (var address in settings.ListenAddresses)
        {
            if (ListenAddresses.Fault(address, Example, "http", "https") is { } fault)
                yield return $"--urls: {fault}.";
        }
    }

    /// <summary>True for an address without a path.</summary>
    public static bool IsUrl(string url, params string[] schemes) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme) && uri.PathAndQuery == "/";
}
