using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content;

/// <summary>
/// Whatever editors and machines do, in whatever order: after each step readers get what a model of thirty lines says. Only an editor's
/// act changes it: a lost index and a restart never do, nor does a mistake in a file.
/// </summary>
[Needs(NeedsAttribute.Time)]
public sealed class RecordedActsTests : IDisposable
{
    static readonly string[] Folders = ["政治机关", "书香机关", "综合"];

    readonly TestIndex index = TestIndex.Of(ContentOf.Pillars());
    readonly Random chance = new(Lane.Seed);
    readonly List<string> acts = [];

    /// <summary>What lies in the folder, by its paths: what a file says, and whether it can be read.</summary>
    readonly Dictionary<string, (string Slug, string Words, bool IsSound)> files = [];

    /// <summary>Who holds an address, with what readers get there, and from when.</summary>
    readonly Dictionary<string, (string Path, string Words, bool IsWithdrawn, DateTimeOffset From)> held = [];

    /// <summary>Where what once was at an address is now; null for nowhere.</summary>
    readonly Dictionary<string, string?> left = [];

    int counter;

    [Fact]
    public void Readers_get_what_editors_did_and_nothing_else()
    {
        for (var step = 0; step < Lane.Count(sample: 60, deep: 2000); step++)
        {
            // Removals that come close together are another matter.
            index.Clock.Advance(TimeSpan.FromMinutes(11));
            acts.Add(Act());
            index.Publish();
            index.CatchUp();
            Compare();
        }
        Assert.Null(index.Journal.FirstBrokenLink());
    }

    string Act() =>
        chance.Next(12) switch
        {
            0 or 1 or 2 => Save(New(), withdrawn: false, scheduled: chance.Next(4) == 0),
            3 => Some() is { } path ? Save(path, withdrawn: chance.Next(4) == 0, scheduled: false) : Act(),
            4 or 5 => Some() is { } path ? Break(path) : Act(),
            6 => Some() is { } path ? Copy(path) : Act(),
            7 => Some() is { } path ? Move(path) : Act(),
            8 => Some() is { } path ? Delete(path) : Act(),
            9 => Some() is { } path ? Rename(path) : Act(),
            10 => LoseIndex(),
            _ => Restart(),
        };

    string? Some() => files.Count == 0 ? null : files.Keys.Order().ElementAt(chance.Next(files.Count));

    string New() =>
        $"{Folders[chance.Next(Folders.Length)]}/2021-0{chance.Next(1, 9)}-1{chance.Next(10)}-r{++counter}.md";

    string Save(string path, bool withdrawn, bool scheduled)
    {
        var slug = files.TryGetValue(path, out var known) ? known.Slug : $"slug-{++counter}";
        Write(path, slug, $"词{++counter}尾", withdrawn, scheduled ? index.Clock.GetUtcNow().AddHours(5) : null);
        return $"save {path} as {slug}";
    }

    /// <summary>A new address for the same file: the old one leads on.</summary>
    string Rename(string path)
    {
        var slug = $"slug-{++counter}";
        Write(path, slug, $"词{++counter}尾", withdrawn: false, from: null);
        return $"rename {path} to {slug}";
    }

    void Write(string path, string slug, string words, bool withdrawn, DateTimeOffset? from)
    {
        var date = from is { } moment ? $"发布日期: {BeijingTime.At(moment):yyyy-MM-dd HH:mm}\n" : "";
        var note = withdrawn ? "撤稿: 有误\n" : "";
        index.Content.With(path, $"---\n标题: {words}\n网址: {slug}\n{date}{note}---\n{words}\n");
        files[path] = (slug, words, true);
        if (held.TryGetValue(slug, out var holder) && holder.Path != path && files.ContainsKey(holder.Path))
            return;
        foreach (var other in held.Where(pair => pair.Value.Path == path && pair.Key != slug).ToList())
        {
            Leave(other.Key, slug);
        }
        held[slug] = (path, words, withdrawn, from ?? DateTimeOffset.MinValue);
        left.Remove(slug);
    }

    string Break(string path)
    {
        index.Content.With(path, $"---\n没有的项: {++counter}\n---\n坏了{counter}。\n");
        files[path] = files[path] with { IsSound = false };
        return $"break {path}";
    }

    string Copy(string path)
    {
        var copy = Path.ChangeExtension(path, null) + $" - 副本{++counter}.md";
        index.Content.With(copy, File.ReadAllBytes(Path.Combine(index.Content.Folder, path)));
        files[copy] = files[path];
        return $"copy {path}";
    }

    string Move(string path)
    {
        var to = New();
        index.Content.Moved(path, to);
        files[to] = files[path];
        files.Remove(path);
        foreach (var (slug, holder) in held.Where(pair => pair.Value.Path == path).ToList())
        {
            if (files[to].IsSound && files[to].Slug == slug)
                held[slug] = holder with { Path = to };
            else
                Leave(slug);
        }
        return $"move {path} to {to}";
    }

    string Delete(string path)
    {
        index.Content.Without(path);
        files.Remove(path);
        foreach (var (slug, _) in held.Where(pair => pair.Value.Path == path).ToList())
            Leave(slug);
        return $"delete {path}";
    }

    /// <summary>Of what nobody could see yet no address is left behind.</summary>
    void Leave(string slug, string? to = null)
    {
        if (held[slug].From <= index.Clock.GetUtcNow())
            left[slug] = to;
        held.Remove(slug);
        TakeOver(slug);
    }

    /// <summary>A copy that waited for the address gets it: the first in the order of the paths.</summary>
    void TakeOver(string slug)
    {
        var waiting = files
            .Where(file => file.Value.IsSound && file.Value.Slug == slug)
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => file.Key)
            .FirstOrDefault();
        if (waiting is null)
            return;
        held[slug] = (waiting, files[waiting].Words, false, DateTimeOffset.MinValue);
        left.Remove(slug);
    }

    string LoseIndex()
    {
        index.Database.Rebuild();
        return "lose the index";
    }

    string Restart()
    {
        index.Restart();
        return "restart";
    }

    void Compare()
    {
        foreach (var (slug, (path, words, isWithdrawn, from)) in held)
        {
            var report = index.Find(slug);
            var what = $"{slug} of {path} after:\n{string.Join('\n', acts.TakeLast(12))}";
            if (from > index.Clock.GetUtcNow())
                Assert.True(report is null, $"visible too early: {what}");
            else if (isWithdrawn)
                Assert.True(report is { Withdrawn: "有误" }, $"not withdrawn: {what}");
            else
                Assert.True(report?.Text == words, $"'{report?.Text}' in place of '{words}': {what}");
        }
        foreach (var slug in left.Keys)
        {
            Assert.Null(index.Find(slug));
            var (now, expected) = (index.Ask(library => library.FindFormer(slug)?.Now), Destination(slug));
            Assert.True(
                now == expected,
                $"{slug} leads to '{now}', not '{expected}', after:\n{string.Join('\n', acts)}"
            );
        }
    }

    /// <summary>Where an address leads in the end, to the note of a withdrawal too; null where nothing can be seen there.</summary>
    string? Destination(string slug)
    {
        string? at = slug;
        while (at is not null && left.TryGetValue(at, out var next))
            at = next;
        return at is not null && held.ContainsKey(at) && index.Find(at) is not null ? at : null;
    }

    public void Dispose() => index.Dispose();
}
