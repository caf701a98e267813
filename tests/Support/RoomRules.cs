using System.Text.RegularExpressions;

namespace WorkReports.Tests.Support;

/// <summary>What <see cref="RoomTable"/> means for a program: each rule tells what breaks it, in words.</summary>
public static class RoomRules
{
    const string Ours = "WorkReports";

    /// <summary>Types that show what a rule finds are planted in the tests, as if this were the program's namespace.</summary>
    public const string Planted = "WorkReports.Tests.Planted";

    /// <summary>The room of a namespace; null for what is not ours.</summary>
    public static string? RoomOf(string space) =>
        space == "AspNetCoreGeneratedDocument"
            ? "Pages"
            : Within(space, Planted) ?? (Within(space, Ours + ".Tests") is null ? Within(space, Ours) : null);

    public static IEnumerable<string> Forbidden(IEnumerable<TypeUse> uses, string room) =>
        Arrows(uses, room)
            .Where(arrow => !MayUse(room, arrow.To))
            .Select(arrow => $"{arrow.Use.User} uses {arrow.Use.Used} of {arrow.To}");

    public static IEnumerable<string> Idle(IEnumerable<TypeUse> uses, string room)
    {
        var used = Arrows(uses, room).Select(arrow => arrow.To).ToHashSet();
        return RoomTable.Find(room)!.Uses.Where(to => !used.Contains(to)).Select(to => $"nothing in {room} uses {to}");
    }

    public static IEnumerable<string> ForeignPackages(IEnumerable<TypeUse> uses, string room) =>
        uses.Where(use => RoomOf(use.UserNamespace) == room && RoomOf(use.UsedNamespace) is null)
            .Where(use => use.UsedNamespace != "" && !IsWithin(use.UsedNamespace, "System"))
            .Where(use => !RoomTable.Find(room)!.Packages.Any(package => IsWithin(use.UsedNamespace, package)))
            .Select(use => $"{use.User} uses {use.UsedNamespace}.{use.Used}");

    /// <summary>
    /// Rooms that a file names by <c>using</c>, and names of types of the rooms before which it stands: C# sees those without any
    /// <c>using</c>, and a constant of theirs leaves no trace in the compiled program.
    /// </summary>
    public static IEnumerable<string> ForbiddenNames(SourceFile file, IEnumerable<TypeUse> uses)
    {
        var named = file
            .Usings.Where(name => IsWithin(name, Ours))
            .Select(RoomNamedBy)
            .Where(room => !MayUse(file.Room, room))
            .Select(room => $"using {room}");
        var code = file.Code;
        return named.Concat(
            TypesOfParents(file.Room, uses)
                .Where(type => Regex.IsMatch(code, $@"(?<![\w.@]){type}\s*[.(<?]|nameof\({type}\b"))
                .Select(type => $"{type} of a room before it")
        );
    }

    public static IEnumerable<string> Circles(IEnumerable<Room> rooms)
    {
        var uses = rooms.ToDictionary(room => room.Name, room => room.Uses);
        return uses.Keys.Where(room => Reachable(room).Contains(room));

        HashSet<string> Reachable(string from)
        {
            var seen = new HashSet<string>();
            var open = new Stack<string>([from]);
            while (open.TryPop(out var room))
            {
                foreach (var next in uses.GetValueOrDefault(room, []).Where(seen.Add))
                    open.Push(next);
            }
            return seen;
        }
    }

    /// <summary>README's list: the rooms at the top, with what their sub-rooms use.</summary>
    public static string List(IEnumerable<Room> rooms) =>
        string.Join(
            '\n',
            rooms
                .Where(room => room.Name != RoomTable.Nouns)
                .GroupBy(room => room.Top)
                .Select(group =>
                    $"{group.Key + "/", -10} {Names(group.SelectMany(room => room.Uses), group.Key)}".TrimEnd()
                )
        );

    static string Names(IEnumerable<string> uses, string except)
    {
        var tops = uses.Select(use => use.Split('/')[0])
            .Where(top => top != except)
            .Distinct()
            .Order(StringComparer.Ordinal);
        return string.Join(", ", tops) is { Length: > 0 } names ? "→ " + names : "";
    }

    static IEnumerable<(TypeUse Use, string To)> Arrows(IEnumerable<TypeUse> uses, string room) =>
        uses.Where(use => RoomOf(use.UserNamespace) == room)
            .Select(use => (Use: use, To: RoomOf(use.UsedNamespace)!))
            .Where(arrow => arrow.To is not null && arrow.To != room);

    static bool MayUse(string room, string other) =>
        other == room || other == RoomTable.Nouns || RoomTable.Find(room)?.Uses.Contains(other) == true;

    static IEnumerable<string> TypesOfParents(string room, IEnumerable<TypeUse> uses) =>
        uses.Where(use =>
                RoomOf(use.UserNamespace) is { Length: > 0 } parent
                && room.StartsWith(parent + "/", StringComparison.Ordinal)
            )
            .Select(use => use.User)
            .Where(type => !type.StartsWith('<'))
            .Select(type => type.Split('`')[0])
            .Distinct();

    static string RoomNamedBy(string name)
    {
        var room = Within(name, Ours)!;
        while (RoomTable.Find(room) is null)
            room = room.Contains('/') ? room[..room.LastIndexOf('/')] : "";
        return room;
    }

    static string? Within(string name, string space) =>
        name == space ? ""
        : IsWithin(name, space) ? name[(space.Length + 1)..].Replace('.', '/')
        : null;

    static bool IsWithin(string name, string space) =>
        name == space || name.StartsWith(space + ".", StringComparison.Ordinal);
}
