using System.Buffers;

namespace WorkReports.Content.Screening;

/// <summary>
/// Finds names of registered units with one typo in them. Reported only where it is surely a typo: organs of two places, or two
/// organs of one place, differ by a character, too (市民政局 and 市财政局, 第一 and 第二).
/// </summary>
sealed class UnitNameTypos
{
    /// <summary>Shorter names are similar to too many others.</summary>
    const int MinimumLengthForSwap = 5;
    const int MinimumLengthForOthers = 8;

    /// <summary>Characters by which one right name differs from another.</summary>
    const string DistinguishingCharacters =
        "省市区县州盟旗镇乡街村社一二三四五六七八九十东西南北中上下新老大小0123456789０１２３４５６７８９";

    readonly string[] names;
    readonly SearchValues<string> halves;
    readonly Dictionary<char, List<(string Half, string Name, bool IsHead)>> byFirst;

    public UnitNameTypos(IEnumerable<PublishingUnit> units)
    {
        names =
        [
            .. units
                .SelectMany(unit => new[] { unit.Name, unit.ShortName })
                .Where(name => name.Length >= MinimumLengthForSwap)
                .Distinct(),
        ];
        var parts = names
            .SelectMany(name =>
                new[]
                {
                    (Half: name[..Middle(name)], Name: name, IsHead: true),
                    (Half: name[Middle(name)..], Name: name, IsHead: false),
                }
            )
            .ToList();
        byFirst = parts.GroupBy(part => part.Half[0]).ToDictionary(same => same.Key, same => same.ToList());
        halves = SearchValues.Create([.. parts.Select(part => part.Half).Distinct()], StringComparison.Ordinal);
    }

    /// <summary>A typo leaves one half of a name intact: that half is searched for, and compared with the other one beside it.</summary>
    public IEnumerable<(int At, int Length, string Name)> Find(string text)
    {
        if (names.Length == 0)
            yield break;
        for (var at = Next(text, 0); at >= 0; at = Next(text, at + 1))
        {
            foreach (var (half, name, isHead) in byFirst[text[at]])
            {
                if (string.CompareOrdinal(text, at, half, 0, half.Length) != 0)
                    continue;
                if (FindTypo(text, at, name, isHead) is var (start, length) && !IsPartOfRightName(text, start, length))
                    yield return (start, length, name);
            }
        }
    }

    int Next(string text, int from) => text.AsSpan(from).IndexOfAny(halves) is >= 0 and var found ? from + found : -1;

    static int Middle(string name) => name.Length / 2;

    static (int Start, int Length)? FindTypo(string text, int at, string name, bool isHead)
    {
        var start = isHead ? at : at - Middle(name);
        foreach (var length in (ReadOnlySpan<int>)[name.Length, name.Length - 1, name.Length + 1])
        {
            var from = isHead ? start : start + name.Length - length;
            if (from < 0 || from + length > text.Length)
                continue;
            var written = text.AsSpan(from, length);
            if (written.SequenceEqual(name))
                return null;
            if (IsTypo(written, name))
                return (from, length);
        }
        return null;
    }

    static bool IsTypo(ReadOnlySpan<char> written, string name)
    {
        var same = written.CommonPrefixLength(name);
        var rest = written[same..];
        var right = name.AsSpan(same);
        if (rest.IsEmpty || right.IsEmpty || same < PlaceNameLength(name))
            return false;
        if (
            rest.Length >= 2
            && right.Length >= 2
            && rest[0] == right[1]
            && rest[1] == right[0]
            && rest[2..].SequenceEqual(right[2..])
        )
            return rest[0] != rest[1];
        if (rest.Length == right.Length + 1 && rest[1..].SequenceEqual(right) && same > 0 && rest[0] == name[same - 1])
            return true;
        // The last character tells whether it is the name at all: 行政审批局 and 行政审批改革.
        return name.Length >= MinimumLengthForOthers
            && right.Length > 1
            && !DistinguishingCharacters.Contains(rest[0])
            && !DistinguishingCharacters.Contains(right[0])
            && (
                rest[1..].SequenceEqual(right[1..]) || rest[1..].SequenceEqual(right) || rest.SequenceEqual(right[1..])
            );
    }

    /// <summary>The length of the place before a name: 中共常州市.</summary>
    static int PlaceNameLength(string name) => name.IndexOfAny(['省', '市', '区', '县']) + 1;

    bool IsPartOfRightName(string text, int start, int length) =>
        names.Any(name =>
            text.IndexOf(
                name,
                Math.Max(0, start - name.Length + 1),
                Math.Min(text.Length, start + length + name.Length - 1) - Math.Max(0, start - name.Length + 1),
                StringComparison.Ordinal
            ) >= 0
        );
}
