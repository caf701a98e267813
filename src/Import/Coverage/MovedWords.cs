using WorkReports.Import.Coverage.Shown;

namespace WorkReports.Import.Coverage;

/// <summary>Characters that stand elsewhere than expected, each of them used once.</summary>
sealed class MovedWords
{
    /// <summary>Shorter ones stand in any English text.</summary>
    const int PhraseLength = 8;

    /// <summary>Of the end of words whose beginning is nowhere: less would be found anywhere.</summary>
    const int ShortLength = 3;

    const int SignLimit = 32;

    /// <summary>Of comparisons for words shorter than a phrase: what is longer than it can pay for is searched character by character.</summary>
    const long SearchBudget = 400_000_000;

    readonly string left;
    readonly Dictionary<char, int> counts = [];
    readonly HashSet<ulong> phrases = [];
    readonly char[] signs;
    long searched;

    /// <param name="left">The pieces that nothing was found for, one after the other with line feeds between them.</param>
    public MovedWords(string left)
    {
        this.left = left;
        for (var at = 0; at < left.Length; at++)
        {
            counts[left[at]] = counts.GetValueOrDefault(left[at]) + 1;
            if (at + PhraseLength <= left.Length)
                phrases.Add(KeyOf(left.AsSpan(at, PhraseLength)));
        }
        signs = [.. counts.Keys.Where(letter => char.IsSymbol(letter) || letter is '·' or '•' or '※').Take(SignLimit)];
    }

    public bool IsEmpty => left.Length == 0;

    /// <summary>The parts of a range that are nowhere.</summary>
    public IEnumerable<(int Start, int End)> Missing(string shown, int start, int end)
    {
        if (IsEmpty)
        {
            yield return (start, end);
            yield break;
        }
        if (end - start < PhraseLength && WordsAt(shown, start, end).Length == end - start)
        {
            // Short words are there as they are, or not at all: a part of them would be found anywhere.
            if (!IsInLeft(shown.AsSpan(start, end - start)) || !Use(shown.AsSpan(start, end - start)))
                yield return (start, end);
            yield break;
        }
        int? open = null;
        var follows = false;
        for (var at = start; at < end; )
        {
            var length =
                shown[at] >= ShownCharacter.AnyGreek ? UseSymbol(shown[at]) : FoundAt(WordsAt(shown, at, end), follows);
            follows = length > 0;
            if (length > 0 && open is { } from)
            {
                yield return (from, at);
                open = null;
            }
            else if (length == 0)
                open ??= at;
            at += Math.Max(1, length);
        }
        if (open is { } rest)
            yield return (rest, end);
    }

    /// <summary>As much of a phrase as there is before the next symbol.</summary>
    static ReadOnlySpan<char> WordsAt(string shown, int start, int end)
    {
        var words = shown.AsSpan(start, Math.Min(PhraseLength, end - start));
        return words.IndexOfAny(ShownCharacter.AnyGreek, ShownCharacter.AnySymbol) is >= 0 and var at
            ? words[..at]
            : words;
    }

    int UseSymbol(char symbol) => signs.Any(sign => ShownCharacter.IsSymbol(symbol, sign) && Use(sign)) ? 1 : 0;

    /// <summary>How many characters are found. What is shorter than a phrase must be the end of one, or stand there as it is.</summary>
    int FoundAt(ReadOnlySpan<char> words, bool follows)
    {
        var isThere =
            words.Length == PhraseLength
                ? phrases.Contains(KeyOf(words))
                : follows || (words.Length >= ShortLength && IsInLeft(words));
        return isThere && Use(words) ? words.Length : 0;
    }

    bool Use(ReadOnlySpan<char> words)
    {
        var length = 0;
        while (length < words.Length && Use(words[length]))
            length++;
        if (length == words.Length)
            return true;
        while (--length >= 0)
            counts[words[length]]++;
        return false;
    }

    bool Use(char letter)
    {
        if (counts.GetValueOrDefault(letter) <= 0)
            return false;
        counts[letter]--;
        return true;
    }

    bool IsInLeft(ReadOnlySpan<char> words)
    {
        if ((searched += left.Length) > SearchBudget)
            return true;
        return left.AsSpan().IndexOf(words) >= 0;
    }

    /// <summary>A hash: two phrases with one key are not to be expected among a million.</summary>
    static ulong KeyOf(ReadOnlySpan<char> phrase) =>
        (Half(phrase[..(PhraseLength / 2)]) * 0x9E3779B97F4A7C15) ^ Half(phrase[(PhraseLength / 2)..]);

    static ulong Half(ReadOnlySpan<char> phrase) =>
        ((ulong)phrase[0] << 48) | ((ulong)phrase[1] << 32) | ((ulong)phrase[2] << 16) | phrase[3];
}
