using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Acts;

/// <summary>What editors do to the files of a content folder, in the folder and in the model.</summary>
sealed class EditorActs(TestIndex index, RecordModel model, Random chance)
{
    static readonly string[] Folders = ["政治机关", "书香机关", "综合"];

    int counter;

    public string Do() =>
        chance.Next(12) switch
        {
            0 or 1 or 2 => SaveNew(),
            3 => Some() is { } path ? Save(path, SlugOf(path), withdrawn: chance.Next(4) == 0) : Do(),
            4 or 5 => Some() is { } path ? Break(path) : SaveNew(),
            6 => Some() is { } path ? Copy(path) : SaveNew(),
            7 => Some() is { } path && MayLeave(path) ? Move(path) : SaveNew(),
            8 => Some() is { } path && model.AwayFolder is null ? Delete(path) : SaveNew(),
            9 => Some() is { } path ? Save(path, $"slug-{++counter}", withdrawn: false) : SaveNew(),
            _ => Some() is { } one && Some() is { } other && one != other ? Swap(one, other) : SaveNew(),
        };

    string SlugOf(string path) => model.Files[path].Version.Slug;

    /// <summary>A file that is there, and waits for none that is not.</summary>
    string? Some()
    {
        var some = model
            .Files.Keys.Where(path =>
                !model.IsAway(path)
                && !(model.Held.TryGetValue(SlugOf(path), out var holder) && model.IsAway(holder.Path))
            )
            .Order(StringComparer.Ordinal)
            .ToList();
        return some.Count == 0 ? null : some[chance.Next(some.Count)];
    }

    string NewPath()
    {
        var folders = Folders.Except([model.AwayFolder, model.LostFolder]).ToList();
        return $"{folders[chance.Next(folders.Count)]}/2021-0{chance.Next(1, 9)}-1{chance.Next(10)}-r{++counter}.md";
    }

    string SaveNew()
    {
        var from = chance.Next(4) == 0 ? model.Now.AddHours(5) : (DateTimeOffset?)null;
        var path = NewPath();
        Put(path, new Version($"slug-{++counter}", $"词{++counter}尾", IsWithdrawn: false, from));
        return $"save {path} as {SlugOf(path)}{(from is null ? "" : " for later")}";
    }

    /// <summary>Mends it, too. Under another address the old one leads on.</summary>
    string Save(string path, string slug, bool withdrawn)
    {
        Put(path, new Version(slug, $"词{++counter}尾", withdrawn, From: null));
        return $"save {path} as {slug}{(withdrawn ? ", withdrawn" : "")}";
    }

    void Put(string path, Version version)
    {
        index.Content.With(path, version.Bytes);
        model.Files[path] = new DeskFile(version);
    }

    string Break(string path)
    {
        index.Content.With(path, $"---\n没有的项: {++counter}\n---\n坏了{counter}。\n");
        model.Files[path] = model.Files[path] with { IsBroken = true };
        return $"break {path}";
    }

    string Copy(string path)
    {
        var copy = Path.ChangeExtension(path, null) + $" - 副本{++counter}.md";
        index.Content.With(copy, File.ReadAllBytes(At(path)));
        model.Files[copy] = model.Files[path];
        return $"copy {path}";
    }

    /// <summary>The same bytes are the same report; where they cannot be read, what stood there goes with them.</summary>
    string Move(string path)
    {
        var to = NewPath();
        index.Content.Moved(path, to);
        model.Files.Remove(path, out var file);
        model.Files[to] = file!;
        if (file!.IsBroken)
            model.Follow(path, to);
        model.Heirs.Add(to);
        return $"move {path} to {to}";
    }

    /// <summary>What goes while something is away is held with it: that is for other tests.</summary>
    bool MayLeave(string path) => model.AwayFolder is null || !model.Files[path].IsBroken;

    string Delete(string path)
    {
        index.Content.Without(path);
        model.Files.Remove(path);
        return $"delete {path}";
    }

    string Swap(string one, string other)
    {
        if (model.Files[one].IsBroken || model.Files[other].IsBroken)
            return Do();
        var aside = At(one) + ".aside";
        File.Move(At(one), aside);
        File.Move(At(other), At(one));
        File.Move(aside, At(other));
        (model.Files[one], model.Files[other]) = (model.Files[other], model.Files[one]);
        model.Heirs.UnionWith([one, other]);
        return $"swap {one} and {other}";
    }

    string At(string path) => Path.Combine(index.Content.Folder, path);
}
