namespace WorkReports.Import.Coverage;

/// <summary>Answers whether a text says something, wherever it may.</summary>
sealed class SaidPhrases(string text)
{
    const int PhraseLength = 4;

    readonly Lazy<HashSet<ulong>> phrases = new(() =>
    {
        var all = new HashSet<ulong>();
        for (var at = 0; at + PhraseLength <= text.Length; at++)
            all.Add(KeyOf(text.AsSpan(at, PhraseLength)));
        return all;
    });

    /// <summary>Of searches for words shorter than a phrase: what is longer than it pays for counts as not said.</summary>
    long searchBudget = 200_000_000;

    public bool Says(ReadOnlySpan<char> words)
    {
        for (var at = 0; at + PhraseLength <= words.Length; at++)
        {
            if (!phrases.Value.Contains(KeyOf(words.Slice(at, PhraseLength))))
                return false;
        }
        if (words.Length is 0 or >= PhraseLength)
            return true;
        return (searchBudget -= text.Length) > 0 && text.AsSpan().IndexOf(words) >= 0;
    }

    static ulong KeyOf(ReadOnlySpan<char> phrase) =>
        ((ulong)phrase[0] << 48) | ((ulong)phrase[1] << 32) | ((ulong)phrase[2] << 16) | phrase[3];
}
