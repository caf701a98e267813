using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WorkReports.Tests.Content.Acts;

/// <summary>What a sound file says.</summary>
/// <param name="From">When it appears.</param>
sealed record Version(string Slug, string Words, bool IsWithdrawn, DateTimeOffset? From)
{
    public byte[] Bytes =>
        Encoding.UTF8.GetBytes(
            $"---\n标题: {Words}\n网址: {Slug}\n{Date}{(IsWithdrawn ? "撤稿: 有误\n" : "")}---\n{Words}\n"
        );

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    string Date =>
        From is { } moment
            ? $"发布日期: {BeijingTime.At(moment).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}\n"
            : "";
}

/// <summary>A file as it lies there. One with a mistake keeps in mind what it said.</summary>
sealed record DeskFile(Version Version, bool IsBroken = false);

/// <summary>
/// What readers get, by the rules alone: an address belongs to the file that was published there, a mistake or an accident changes
/// nothing, and a file that waits for an address gets it when it is left.
/// </summary>
sealed class RecordModel(DateTimeOffset now)
{
    readonly Dictionary<string, (string Path, Version Version)> held = [];
    readonly Dictionary<string, string?> left = [];

    /// <summary>Addresses at which readers have seen something: of others nothing is left behind.</summary>
    readonly HashSet<string> seen = [];

    /// <summary>By their paths, with those of a folder that is away.</summary>
    public Dictionary<string, DeskFile> Files { get; } = [];

    /// <summary>Where bytes that stand were moved to: before any other file that says the same address.</summary>
    public HashSet<string> Heirs { get; } = [];

    public bool IsContentAway { get; set; }

    /// <summary>The folder of a pillar that is away, and whose reports stand.</summary>
    public string? AwayFolder { get; set; }

    /// <summary>The folder of a pillar that was let go: without its file nothing in it is published.</summary>
    public string? LostFolder { get; set; }

    public DateTimeOffset Now { get; private set; } = now;

    /// <summary>Time stands still.</summary>
    public bool IsFrozen { get; private set; }

    public IReadOnlyDictionary<string, (string Path, Version Version)> Held => held;

    public IReadOnlyCollection<string> Left => left.Keys;

    public bool IsAway(string path) =>
        AwayFolder is not null && path.StartsWith(AwayFolder + "/", StringComparison.Ordinal);

    /// <summary>What the brake holds.</summary>
    public IEnumerable<string> HeldFiles =>
        AwayFolder is null
            ? []
            : held
                .Values.Select(holder => holder.Path)
                .Where(IsAway)
                .Append(AwayFolder + "/_index.md")
                .Order(StringComparer.Ordinal);

    public void Freeze(DateTimeOffset at) => (Now, IsFrozen) = (at, true);

    public void Believe(DateTimeOffset wall) => (Now, IsFrozen) = (wall, false);

    public void Advance(DateTimeOffset wall)
    {
        if (!IsFrozen && wall > Now)
            Now = wall;
    }

    /// <summary>What stands of a file that cannot be read goes with it to another place.</summary>
    public void Follow(string path, string to)
    {
        foreach (var (slug, (_, version)) in held.Where(pair => pair.Value.Path == path).ToList())
            held[slug] = (to, version);
    }

    /// <summary>Takes over what lies in the folder now.</summary>
    public void Settle()
    {
        if (IsContentAway)
            return;
        var free = held.Where(pair => !IsKept(pair.Key, pair.Value.Path)).ToList();
        foreach (var (slug, _) in free)
            held.Remove(slug);
        foreach (var (slug, (path, _)) in held.ToList())
            if (!IsAway(path) && Files[path] is { IsBroken: false, Version: var version })
                held[slug] = (path, version);
        var granted = Grant();
        foreach (var (slug, (path, _)) in free.Where(pair => !held.ContainsKey(pair.Key) && seen.Contains(pair.Key)))
            left[slug] = granted.GetValueOrDefault(path);
        Heirs.Clear();
    }

    /// <returns>Addresses that are held now and were not, by the files that got them.</returns>
    Dictionary<string, string> Grant()
    {
        var granted = new Dictionary<string, string>();
        var wishes = Files
            .Where(file => !file.Value.IsBroken && !IsAway(file.Key))
            .OrderBy(file => !Heirs.Contains(file.Key))
            .ThenBy(file => file.Key, StringComparer.Ordinal);
        foreach (var (path, file) in wishes)
        {
            if (!held.TryAdd(file.Version.Slug, (path, file.Version)))
                continue;
            left.Remove(file.Version.Slug);
            granted[path] = file.Version.Slug;
        }
        return granted;
    }

    bool IsKept(string slug, string path) =>
        IsAway(path) || (Files.TryGetValue(path, out var file) && (file.IsBroken || file.Version.Slug == slug));

    public void NoteSeen() => seen.UnionWith(held.Keys.Where(IsVisible));

    bool IsVisible(string slug) => held.TryGetValue(slug, out var holder) && !(holder.Version.From > Now);

    /// <summary>Null where readers find none, and "withdrawn" for the note of a withdrawal.</summary>
    public string? TextAt(string slug) =>
        !IsVisible(slug) ? null
        : held[slug].Version.IsWithdrawn ? "withdrawn"
        : held[slug].Version.Words;

    /// <summary>Where an address leads in the end, to the note of a withdrawal too; null where nothing can be seen there.</summary>
    public string? Destination(string slug)
    {
        string? at = slug;
        while (at is not null && left.TryGetValue(at, out var next))
            at = next;
        return at is not null && IsVisible(at) ? at : null;
    }
}
