using WorkReports.Journal;
using WorkReports.Journal.Holding;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Acts;

/// <summary>What admins do, and what befalls their machines, in the program and in the model.</summary>
sealed class AdminActs(TestIndex index, RecordModel model, Random chance) : IDisposable
{
    static readonly TimeSpan[] Jumps = [TimeSpan.FromHours(3), TimeSpan.FromDays(5 * 365), TimeSpan.FromHours(-3)];
    public const string ClockAccepted = "accept the clock";

    static readonly string[] Pillars = ["政治机关", "书香机关"];

    /// <summary>How the clock was set, and the moment at which time stands since.</summary>
    /// <param name="IsOld">The program was started since: what the clock should say nobody knows any more.</param>
    sealed record Jumped(DateTimeOffset To, DateTimeOffset FrozenAt, bool IsOld = false)
    {
        /// <summary>A clock that was set forward says less only if it is set again; one that was set back catches up.</summary>
        public bool IsUndone(DateTimeOffset wall) => To > FrozenAt ? wall < To : wall >= FrozenAt.AddMinutes(-10);
    }

    Jumped? jumped;

    /// <summary>A jump was accepted, and the program may not have obeyed yet.</summary>
    bool isJumpAccepted;

    /// <summary>A copy of a pillar's whole folder, as an editor keeps it beside: its reports are never published.</summary>
    string? copied;

    /// <summary>How far the machine's clock is off.</summary>
    TimeSpan off;

    /// <summary>What it was held against at a start, where it was not believed.</summary>
    DateTimeOffset? offAtStart;

    /// <summary>Where what is away lies.</summary>
    readonly string elsewhere = Directory.CreateTempSubdirectory("workreports-away-").FullName;

    /// <summary>What lay in a folder that was let go.</summary>
    readonly Dictionary<string, DeskFile> lost = [];

    public string Do() =>
        chance.Next(10) switch
        {
            0 => LoseIndex(),
            1 => Restart(),
            2 or 3 => Erase(),
            4 or 5 => off == TimeSpan.Zero && !model.IsFrozen ? Jump() : SetRight(),
            6 => !model.IsContentAway && index.Journal.Held().Count > 0 ? Accept() : Erase(),
            9 => model.IsContentAway ? BringBack()
            : model.AwayFolder is null && model.LostFolder is null ? CopyPillar()
            : Restart(),
            7 => model.IsContentAway ? BringBack() : TakeContentAway(),
            _ => model.IsContentAway || (model.AwayFolder ?? model.LostFolder) is not null
                ? BringBack()
                : TakePillarAway(),
        };

    /// <summary>Time goes on; a clock that stood before the last entry catches up.</summary>
    public void Advance()
    {
        index.Clock.Advance(TimeSpan.FromMinutes(11));
        var wall = index.Clock.GetUtcNow();
        isJumpAccepted = false;
        if (jumped is { IsOld: true } old && old.IsUndone(wall))
            Believe(Later(wall, old.FrozenAt));
        else if (offAtStart is { } witness && !IsOff(wall, witness))
            Believe(Later(wall, witness));
        else
            model.Advance(wall);
    }

    void Believe(DateTimeOffset now)
    {
        (off, offAtStart, jumped) = (TimeSpan.Zero, null, null);
        model.Believe(now);
    }

    string LoseIndex()
    {
        index.Database.Rebuild();
        return "lose the index";
    }

    public string Restart()
    {
        index.Restart();
        var (wall, witness) = (index.Clock.GetUtcNow(), index.Journal.ClockWitness(asksOthers: false)!.Moment);
        // A program that was killed before it said that the clock jumped left nothing of it.
        if (!index.Journal.Held().Any(item => item.Kind == HeldKind.Clock))
            jumped = null;
        if (isJumpAccepted)
            Believe(wall);
        else if (jumped is { } jump && !jump.IsUndone(wall))
        {
            jumped = jump with { IsOld = true };
            model.Freeze(Later(jump.FrozenAt, witness));
        }
        else if (IsOff(wall, witness))
        {
            (offAtStart, jumped) = (witness, null);
            model.Freeze(witness);
        }
        else
            Believe(Later(wall, Later(witness, jumped?.FrozenAt ?? witness)));
        return "restart";
    }

    static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    static bool IsOff(DateTimeOffset wall, DateTimeOffset witness) =>
        wall < witness.AddHours(-1) || wall > witness.AddDays(2 * 365.25);

    /// <summary>Of an old version; what stands can only be withdrawn.</summary>
    string Erase()
    {
        var entries = index
            .Journal.Entries()
            .Where(entry => entry is { Slug.Length: > 0, Reading.Length: > 0 })
            .ToList();
        if (entries.Count == 0)
            return Restart();
        var entry = entries[chance.Next(entries.Count)];
        var expected =
            index.Journal.TextOf(entry.Content) is null ? ErasureObstacle.AlreadyErased
            : model.Held.Values.Any(holder => holder.Version.Hash == entry.Content) ? ErasureObstacle.Standing
            : ErasureObstacle.None;
        var erasure = index.Journal.Erase(entry.Number, "管理员：误发", model.Now, out _);
        Assert.Equal((entry.Number, expected), (entry.Number, erasure.Obstacle));
        Assert.Equal(expected != ErasureObstacle.Standing, index.Journal.TextOf(entry.Content) is null);
        return $"erase {entry.Number}, of {entry.Path}: {expected}";
    }

    string Jump()
    {
        off = Jumps[chance.Next(Jumps.Length)];
        model.Freeze(model.Now);
        index.Clock.AdjustTime(index.Clock.GetUtcNow() + off);
        jumped = new Jumped(index.Clock.GetUtcNow(), model.Now);
        return $"set the clock by {off}";
    }

    string SetRight()
    {
        index.Clock.AdjustTime(index.Clock.GetUtcNow() - off);
        off = TimeSpan.Zero;
        var wall = index.Clock.GetUtcNow();
        if (jumped is not { IsOld: true } old)
            Believe(wall);
        else if (old.IsUndone(wall))
            Believe(Later(wall, old.FrozenAt));
        return $"set the clock right{(model.IsFrozen ? ", so late that nobody can tell" : "")}";
    }

    string Accept()
    {
        index.Accept();
        var isFrozen = model.IsFrozen;
        isJumpAccepted = isFrozen && jumped is not null;
        if (isFrozen)
            Believe(index.Clock.GetUtcNow());
        if (model.AwayFolder is not null)
        {
            // Without it the copy would be the pillar.
            if (copied is not null)
                CopyPillar();
            foreach (var path in model.Files.Keys.Where(model.IsAway).ToList())
            {
                model.Files.Remove(path, out var file);
                lost[path] = file!;
            }
            (model.AwayFolder, model.LostFolder) = (null, model.AwayFolder);
        }
        return isJumpAccepted ? "accept the jump"
            : isFrozen ? ClockAccepted
            : "accept";
    }

    /// <summary>Beside the folder itself; where there is a copy already, it goes.</summary>
    string CopyPillar()
    {
        if (copied is { } copy)
        {
            Directory.Delete(Path.Combine(index.Content.Folder, copy), recursive: true);
            copied = null;
            return $"throw {copy} away";
        }
        var folder = Pillars[chance.Next(Pillars.Length)];
        copied = $"{folder} - 副本";
        Directory.CreateDirectory(Path.Combine(index.Content.Folder, copied));
        foreach (var file in Directory.GetFiles(Path.Combine(index.Content.Folder, folder)))
            File.Copy(file, Path.Combine(index.Content.Folder, copied, Path.GetFileName(file)));
        return $"copy {folder} as a whole";
    }

    string TakeContentAway()
    {
        model.IsContentAway = true;
        Directory.Move(index.Content.Folder, Path.Combine(elsewhere, "content"));
        return "take the content away";
    }

    string TakePillarAway()
    {
        var folder = Pillars[chance.Next(Pillars.Length)];
        model.AwayFolder = folder;
        Directory.Move(Path.Combine(index.Content.Folder, folder), Path.Combine(elsewhere, folder));
        return $"take {folder} away";
    }

    public string BringBack()
    {
        if (model.IsContentAway)
        {
            Directory.Move(Path.Combine(elsewhere, "content"), index.Content.Folder);
            model.IsContentAway = false;
            return "bring the content back";
        }
        var folder = (model.AwayFolder ?? model.LostFolder)!;
        Directory.Move(Path.Combine(elsewhere, folder), Path.Combine(index.Content.Folder, folder));
        foreach (var (path, file) in lost)
            model.Files[path] = file;
        lost.Clear();
        (model.AwayFolder, model.LostFolder) = (null, null);
        return $"bring {folder} back";
    }

    public void Dispose()
    {
        if (model.IsContentAway)
            BringBack();
        Directory.Delete(elsewhere, recursive: true);
    }
}
