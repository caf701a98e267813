namespace WorkReports.Import.Coverage;

/// <summary>Where each run of so many characters stands in a text.</summary>
sealed class PhraseIndex
{
    /// <summary>So many characters in a row are seldom a coincidence in Chinese.</summary>
    public const int Length = 5;

    /// <summary>Of different phrases in one bucket: what is not found among so many is not looked for further.</summary>
    const int ChainLimit = 16;

    const int None = -1;

    readonly string text;

    /// <summary>The first phrase of each bucket, and the next one of the same bucket behind each.</summary>
    readonly int[] first;
    readonly int[] next;

    public PhraseIndex(string text)
    {
        this.text = text;
        var count = Math.Max(0, text.Length - Length + 1);
        (first, next) = (new int[count + 1], new int[count]);
        Array.Fill(first, None);
        for (var at = count - 1; at >= 0; at--)
        {
            ref var bucket = ref first[BucketOf(text.AsSpan(at, Length))];
            (next[at], bucket) = (bucket, at);
        }
    }

    /// <summary>The first place from here on. What lies before is never asked for again, and forgotten.</summary>
    public int? FindFrom(ReadOnlySpan<char> phrase, int from)
    {
        ref var at = ref first[BucketOf(phrase)];
        while (at != None && at < from)
            at = next[at];
        var found = at;
        for (var step = 0; found != None && step < ChainLimit; step++, found = next[found])
        {
            if (text.AsSpan(found, Length).SequenceEqual(phrase))
                return found;
        }
        return null;
    }

    int BucketOf(ReadOnlySpan<char> phrase) => (int)((uint)string.GetHashCode(phrase) % (uint)first.Length);
}
