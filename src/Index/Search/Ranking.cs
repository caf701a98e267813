using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search;

/// <summary>What one report comes before another for, as one number: title before headings before text, words near each other, many of them, the newer.</summary>
static class Ranking
{
    const int CountLimit = 0xFFFF;

    /// <summary>More of the same words say little of how near they stand, and take long to look at.</summary>
    const int PositionsCompared = 8;

    /// <summary>What <see cref="Closeness"/> says of words side by side.</summary>
    public const int ClosenessLimit = 3;

    const int TimeBits = 40;

    /// <summary>A phrase's width, a sentence's, a paragraph's.</summary>
    static readonly int[] Distances = [10, 40, 200];

    public static ulong Of(MatchField region, int closeness, int count, long published)
    {
        var time = (ulong)Math.Clamp(published + (1L << (TimeBits - 1)), 0, (1L << TimeBits) - 1);
        return ((ulong)region << (TimeBits + 18))
            | ((ulong)closeness << (TimeBits + 16))
            | ((ulong)Math.Min(count, CountLimit) << TimeBits)
            | time;
    }

    /// <summary>The greater, the closer; 0 for words far apart.</summary>
    /// <param name="words">Two or more.</param>
    public static int Closeness(MatchBuffer[] words, int doc)
    {
        var widest = 0;
        for (var word = 1; word < words.Length; word++)
            widest = Math.Max(widest, SmallestDistance(words[0].PositionsIn(doc), words[word].PositionsIn(doc)));
        var closeness = 0;
        while (closeness < Distances.Length && widest <= Distances[^(closeness + 1)])
            closeness++;
        return closeness;
    }

    static int SmallestDistance(ReadOnlySpan<int> ones, ReadOnlySpan<int> others)
    {
        var least = int.MaxValue;
        var (one, other) = (0, 0);
        while (one < Math.Min(ones.Length, PositionsCompared) && other < Math.Min(others.Length, PositionsCompared))
        {
            least = Math.Min(least, Math.Abs(ones[one] - others[other]));
            if (ones[one] < others[other])
                one++;
            else
                other++;
        }
        return least;
    }
}
