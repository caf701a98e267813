using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace WorkReports.Commands.Options.Network;

/// <summary>
/// What is wrong with the names of <c>--hosts</c>: one that no browser sends would make every page a 400, while all
/// probes are green.
/// </summary>
static partial class HostNames
{
    const string Any = "*";
    const int NameLengthLimit = 253;

    public static IEnumerable<string> Faults(string hosts)
    {
        if (hosts == Any)
            yield break;

        var names = hosts.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length == 0)
            yield return "--hosts: no name; write for example www.example.cn;*.example.cn, or * for any.";
        if (names.Contains(Any))
            yield return "--hosts: '*' among names lets in any name; write it alone, or leave it out.";
        foreach (var name in names.Where(name => name != Any && (name == Settings.None || !IsName(name))))
            yield return $"--hosts: '{name}' {Fault(name)}.";
    }

    static string Fault(string name) =>
        name == Settings.None ? "would refuse everybody; write * for any name"
        : Several(name) is { } several ? $"has no semicolons between; write {several}"
        : Meant(name) is { } meant ? $"is no name as a browser sends it; write {meant}"
        : "is no name that a browser sends; write for example www.example.cn or *.example.cn";

    /// <summary>A name, one with <c>*.</c> for whatever stands before it, or an address.</summary>
    static bool IsName(string text) =>
        (text.Length <= NameLengthLimit && Name().IsMatch(text))
        || (text.StartsWith('[') && text.EndsWith(']') && IsIPv6(text[1..^1]));

    static string? Several(string text)
    {
        var names = text.Split([',', ' ', '|'], StringSplitOptions.RemoveEmptyEntries);
        var meant = names.Select(name => IsName(name) ? name : Meant(name)).ToList();
        return names.Length > 1 && meant.TrueForAll(name => name is not null) ? string.Join(';', meant) : null;
    }

    /// <summary>The name inside a link, or as its letters travel; null where none is.</summary>
    static string? Meant(string text)
    {
        var name = Scheme().Replace(text, "").Split('/', '?', '#')[0];
        name = IsIPv6(name) ? $"[{name}]" : Port().Replace(name, "").TrimEnd('.');
        name = name.StartsWith("*.", StringComparison.Ordinal) ? "*." + Ascii(name[2..]) : Ascii(name);
        return IsName(name) ? name : null;
    }

    /// <summary>A Chinese name is sent in letters: <c>xn--…</c></summary>
    static string Ascii(string name)
    {
        try
        {
            return name.Any(letter => !char.IsAscii(letter)) ? new IdnMapping().GetAscii(name) : name;
        }
        catch (ArgumentException)
        {
            return name;
        }
    }

    static bool IsIPv6(string text) =>
        IPAddress.TryParse(text, out var address)
        && address.AddressFamily == AddressFamily.InterNetworkV6
        && !text.StartsWith('[');

    [GeneratedRegex(@"^(\*\.)?(?!-)[A-Za-z0-9_-]{1,63}(?<!-)(\.(?!-)[A-Za-z0-9_-]{1,63}(?<!-))*\z")]
    private static partial Regex Name();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*://")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"(?<!:[^\]]*):\d*\z")]
    private static partial Regex Port();
}
