namespace WorkReports.Content.Problems;

/// <summary>The word that somebody probably meant.</summary>
static class ClosestWord
{
    /// <summary>In pairs of letters: some ten thousand names of files. Words after that are not looked at.</summary>
    const long ComparisonLimit = 5_000_000;

    /// <summary>Null when none is near: a third of its letters may differ.</summary>
    public static string? Of(string written, IEnumerable<string> words) =>
        WithinLimit(written, words.Where(word => Math.Abs(word.Length - written.Length) <= DistanceLimit(word)))
            .Select(word => (word, distance: Distance(written.ToLowerInvariant(), word.ToLowerInvariant())))
            .Where(pair => pair.distance <= DistanceLimit(pair.word))
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.word)
            .FirstOrDefault();

    static IEnumerable<string> WithinLimit(string written, IEnumerable<string> words)
    {
        var compared = 0L;
        return words.TakeWhile(word => (compared += (long)written.Length * word.Length) <= ComparisonLimit);
    }

    /// <summary>A question to put after what is wrong; empty when nothing is near.</summary>
    public static string Question(string? meant) => meant is null ? "" : $"您是不是想写“{meant}”？";

    /// <summary>Levenshtein distance: insertions, deletions and replacements, one each.</summary>
    public static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= to.Length; j++)
                (diagonal, row[j]) = (
                    row[j],
                    Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1))
                );
        }
        return row[^1];
    }

    static int DistanceLimit(string word) => (word.Length + 1) / 3;
}
