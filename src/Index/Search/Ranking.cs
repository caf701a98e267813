using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search;

/// <summary>
/// The rank of a report as one number: title before headings before text, then words near each other, then many of
/// them, then the newer.
/// </summary>
static class Ranking
{
    const int CountLimit = 0xFFFF;

    /// <summary>Of each word: more of them say little of how near the words stand, and comparing takes long.</summary>
    const int PositionsCompared = 8;

    /// <summary>What <see cref="Closeness"/> says of words side by side.</summary>
    public const int ClosenessLimit = 3;

    const int TimeBits = 40;

    /// <summary>In characters: about a phrase, a sentence, a paragraph.</summary>
    static readonly int[] Distances = [10, 40, 200];

    public static ulong Of(MatchField field, int closeness, int count, long published)
    {
        var time = (ulong)Math.Clamp(published + (1L << (TimeBits - 1)), 0, (1L << TimeBits) - 1);
        return ((ulong)field << (TimeBits + 18))
            | ((ulong)closeness << (TimeBits + 16))
            | ((ulong)Math.Min(count, CountLimit) << TimeBits)
            | time;
    }

    /// <summary>The greater, the closer; 0 for words far apart.</summary>
    /// <param name="words">Two or more.</param>
    public static int Closeness(MatchBuffer[] words, int doc)
    {
        var farthest = 0;
        for (var word = 1; word < words.Length; word++)
            farthest = Math.Max(farthest, SmallestDistance(words[0].PositionsIn(doc), words[word].PositionsIn(doc)));
        var closeness = 0;
        while (closeness < Distances.Length && farthest <= Distances[^(closeness + 1)])
            closeness++;
        return closeness;
    }

    static int SmallestDistance(ReadOnlySpan<int> ones, ReadOnlySpan<int> others)
    {
        var smallest = int.MaxValue;
        var (one, other) = (0, 0);
        while (one < Math.Min(ones.Length, PositionsCompared) && other < Math.Min(others.Length, PositionsCompared))
        {
            smallest = Math.Min(smallest, Math.Abs(ones[one] - others[other]));
            if (ones[one] < others[other])
                one++;
            else
                other++;
        }
        return smallest;
    }
}
