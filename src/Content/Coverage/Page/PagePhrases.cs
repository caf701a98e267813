namespace WorkReports.Content.Coverage.Page;

/// <summary>Where each run of so many characters, marks aside, begins on a page.</summary>
sealed class PagePhrases
{
    /// <summary>Of phrases that share a bucket: what repeats itself so often leads nowhere.</summary>
    const int ChainLimit = 16;

    const int None = -1;

    readonly string words;
    readonly int length;

    /// <summary>Where each character of the words stands on the page.</summary>
    readonly int[] places;

    /// <summary>The first phrase of each bucket, and the next one of the same bucket behind each.</summary>
    readonly int[] first;
    readonly int[] next;

    PagePhrases(ReadOnlySpan<char> shown, int length)
    {
        var letters = new char[shown.Length];
        (places, this.length) = (new int[shown.Length], length);
        var count = 0;
        for (var at = 0; at < shown.Length; at++)
        {
            if (!VisibleText.IsWord(shown[at]))
                continue;
            places[count] = at;
            letters[count++] = shown[at];
        }
        words = new string(letters, 0, count);
        (first, next) = (new int[count + 1], new int[count]);
        Array.Fill(first, None);
        for (var at = count - length; at >= 0; at--)
            (next[at], first[BucketOf(words.AsSpan(at, length))]) = (first[BucketOf(words.AsSpan(at, length))], at);
    }

    public static PagePhrases Of(ReadOnlySpan<char> shown, int length) => new(shown, length);

    /// <summary>The first place from here on. What lies before is never asked for again, and forgotten.</summary>
    public int? FindFrom(ReadOnlySpan<char> phrase, int from)
    {
        ref var at = ref first[BucketOf(phrase)];
        while (at != None && places[at] < from)
            at = next[at];
        var found = at;
        for (var step = 0; found != None && step < ChainLimit; step++, found = next[found])
        {
            if (words.AsSpan(found, length).SequenceEqual(phrase))
                return places[found];
        }
        return null;
    }

    int BucketOf(ReadOnlySpan<char> phrase) => (int)((uint)string.GetHashCode(phrase) % (uint)first.Length);
}
