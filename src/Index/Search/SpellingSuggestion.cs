using System.Buffers;
using System.Runtime.InteropServices;
using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search;

/// <summary>
/// Finds what a reader may have meant by a word: characters that sound the same, or one of them replaced, missing,
/// added or transposed.
/// </summary>
sealed class SpellingSuggestion(string word)
{
    /// <summary>In shorter words one character more or less makes another word.</summary>
    const int MinimumEditedLength = 3;

    /// <summary>Whoever types pinyin picks the wrong homophone far likelier than another character.</summary>
    const int HomophoneWeight = 50;

    readonly Dictionary<string, int> seen = [];

    /// <summary>
    /// The first character or what sounds like it, likewise the second: a candidate has one of both, and of words of
    /// two characters the first.
    /// </summary>
    readonly SearchValues<char>[] homophones =
    [
        .. word.Take(word.Length < MinimumEditedLength ? 1 : 2).Select(Pinyin.HomophonesOf),
    ];

    /// <summary>The likeliest: seen most often.</summary>
    public string? Best =>
        seen.Count == 0
            ? null
            : seen.OrderByDescending(candidate => candidate.Value)
                .ThenBy(candidate => candidate.Key, StringComparer.Ordinal)
                .First()
                .Key;

    public void Scan(string text)
    {
        for (var index = 0; index < homophones.Length; index++)
            Scan(text, index);
        foreach (var other in Edits())
            Count(other, Occurrences(text, other));
    }

    /// <summary>
    /// Looks only where one of the characters may stand; where the first stands too, the first scan has counted it
    /// already.
    /// </summary>
    void Scan(string text, int index)
    {
        var last = text.Length - word.Length + index;
        for (
            var position = Next(text, index, index);
            position >= 0 && position <= last;
            position = Next(text, index, position + 1)
        )
        {
            var at = position - index;
            if (index > 0 && homophones[0].Contains(text[at]))
                continue;
            var weight = Weight(text.AsSpan(at, word.Length));
            if (weight > 0)
                Count(text.Substring(at, word.Length), weight);
        }
    }

    int Next(string text, int index, int from) =>
        text.AsSpan(from).IndexOfAny(homophones[index]) is >= 0 and var step ? from + step : -1;

    /// <summary>0 for what is no near miss.</summary>
    int Weight(ReadOnlySpan<char> other)
    {
        var (differing, sounding) = (0, 0);
        for (var at = 0; at < word.Length; at++)
        {
            if (other[at] == word[at])
                continue;
            differing++;
            if (Pinyin.AreHomophones(other[at], word[at]))
                sounding++;
            else if (differing - sounding > 1 || !Tokenizer.IsHan(other[at]))
                return 0;
        }
        if (differing == sounding)
            return HomophoneWeight;
        return differing == 1 && word.Length >= MinimumEditedLength ? 1 : 0;
    }

    /// <summary>The word with two neighbours exchanged, or one left out.</summary>
    IEnumerable<string> Edits()
    {
        if (word.Length < MinimumEditedLength)
            yield break;
        for (var at = 0; at + 1 < word.Length; at++)
            yield return $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}";
        for (var at = 0; at < word.Length; at++)
            yield return word.Remove(at, 1);
    }

    static int Occurrences(string text, string other)
    {
        var count = 0;
        for (
            var at = text.IndexOf(other, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(other, at + 1, StringComparison.Ordinal)
        )
            count++;
        return count;
    }

    void Count(string candidate, int weight)
    {
        if (weight > 0 && candidate != word)
            CollectionsMarshal.GetValueRefOrAddDefault(seen, candidate, out _) += weight;
    }
}
