namespace WorkReports.Commands.Record;

/// <summary>What changed between two texts, by lines: the longest common subsequence.</summary>
static class LineDiff
{
    /// <summary>Cells of the table: 64 MB. Beyond it the changed part is told as a whole.</summary>
    const long TableLimit = 16 << 20;

    /// <summary>Each line with what became of it: a space, a minus, a plus.</summary>
    public static IReadOnlyList<(char Mark, string Line)> Of(string before, string after)
    {
        string[] old = before.Split('\n'),
            young = after.Split('\n');
        var start = CommonStart(old, young);
        var end = CommonEnd(old, young, start);
        var (oldPart, youngPart) = (old[start..^end], young[start..^end]);
        var middle =
            (long)(oldPart.Length + 1) * (youngPart.Length + 1) <= TableLimit
                ? Between(oldPart, youngPart)
                : oldPart.Select(line => ('-', line)).Concat(youngPart.Select(line => ('+', line)));
        return [.. old[..start].Select(line => (' ', line)), .. middle, .. old[^end..].Select(line => (' ', line))];
    }

    static int CommonStart(string[] old, string[] young)
    {
        var count = 0;
        while (count < Math.Min(old.Length, young.Length) && old[count] == young[count])
            count++;
        return count;
    }

    static int CommonEnd(string[] old, string[] young, int start)
    {
        var count = 0;
        while (count < Math.Min(old.Length, young.Length) - start && old[^(count + 1)] == young[^(count + 1)])
            count++;
        return count;
    }

    static IEnumerable<(char Mark, string Line)> Between(string[] old, string[] young)
    {
        // How many lines the rests behind each pair of places have in common.
        var common = new int[old.Length + 1, young.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        for (var j = young.Length - 1; j >= 0; j--)
            common[i, j] = old[i] == young[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        int at = 0,
            to = 0;
        while (at < old.Length || to < young.Length)
        {
            var hasOld = at < old.Length;
            if (hasOld && to < young.Length && old[at] == young[to])
            {
                yield return (' ', old[at++]);
                to++;
            }
            else if (hasOld && (to == young.Length || common[at + 1, to] >= common[at, to + 1]))
                yield return ('-', old[at++]);
            else
                yield return ('+', young[to++]);
        }
    }
}
