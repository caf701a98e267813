using System.Buffers;
using System.Runtime.InteropServices;
using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search;

/// <summary>Looks for what a reader may have meant by a word: characters that sound the same, or one of them other, missing, too many or misplaced.</summary>
sealed class SpellingSuggestion(string word)
{
    /// <summary>Of so few characters one more or less is another word.</summary>
    const int MinimumEditedLength = 3;

    /// <summary>What sounds the same is meant far likelier than what only looks so.</summary>
    const int HomophoneWeight = 50;

    readonly Dictionary<string, int> seen = [];

    /// <summary>What stands for the first character, or sounds like it, and for the second: of a near miss one of both does; of two characters each must.</summary>
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
        for (var letter = 0; letter < homophones.Length; letter++)
            Scan(text, letter);
        foreach (var other in Edits())
            Count(other, Occurrences(text, other));
    }

    /// <summary>Looks only where one of the characters may stand, but none of those before it, whose places are known already.</summary>
    void Scan(string text, int letter)
    {
        var last = text.Length - word.Length + letter;
        for (var place = Next(text, letter, letter); place >= 0 && place <= last; place = Next(text, letter, place + 1))
        {
            var at = place - letter;
            if (letter > 0 && homophones[0].Contains(text[at]))
                continue;
            var weight = Weight(text.AsSpan(at, word.Length));
            if (weight > 0)
                Count(text.Substring(at, word.Length), weight);
        }
    }

    int Next(string text, int letter, int from) =>
        text.AsSpan(from).IndexOfAny(homophones[letter]) is >= 0 and var step ? from + step : -1;

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
