using System.Buffers;
using System.Text.RegularExpressions;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Screening;

/// <summary>A word that is not to stand in reports.</summary>
/// <param name="Instead">What to write; empty when nothing is proposed.</param>
/// <param name="IsError">True when a report with it is not published.</param>
sealed record ListedWord(string Word, string Instead, bool IsError)
{
    /// <summary>True where the word is but a part of what should be written.</summary>
    public bool IsPartOfCorrection(ReadOnlySpan<char> text, int at)
    {
        for (
            var part = Instead.IndexOf(Word, StringComparison.Ordinal);
            part >= 0;
            part = Instead.IndexOf(Word, part + 1, StringComparison.Ordinal)
        )
        {
            if (at >= part && text[(at - part)..].StartsWith(Instead))
                return true;
        }
        return false;
    }
}

/// <summary>The admin's list of wrong words: a text file, <c>错词 → 建议</c> a line, <c>!</c> before what must never be published.</summary>
sealed partial class WordList
{
    public static readonly WordList Empty = new([]);

    /// <summary>It is made anew whenever it changes, and each report is held against it.</summary>
    const int WordLimit = 50_000;

    /// <summary>In characters, of a line; a word in it may have a fourth of that.</summary>
    const int LineLimit = 200;

    readonly SearchValues<string> anyWord;
    readonly Dictionary<string, ListedWord>.AlternateLookup<ReadOnlySpan<char>> byWord;

    /// <summary>Of the words that begin with a character, the longest first.</summary>
    readonly Dictionary<char, int[]> lengths;

    WordList(IReadOnlyList<ListedWord> words)
    {
        Words = words;
        anyWord = SearchValues.Create([.. words.Select(word => word.Word)], StringComparison.Ordinal);
        byWord = words.ToDictionary(word => word.Word, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        lengths = words
            .GroupBy(word => word.Word[0], word => word.Word.Length)
            .ToDictionary(same => same.Key, same => same.Distinct().OrderDescending().ToArray());
    }

    public IReadOnlyList<ListedWord> Words { get; }

    public static WordList Read(string text, ProblemList problems)
    {
        var words = new Dictionary<string, ListedWord>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.AsSpan().Trim() is "" or ['#' or '＃', ..])
                continue;
            if (words.Count == WordLimit)
            {
                problems.Error(
                    number,
                    "words-many",
                    $"词表最多 {WordLimit} 个词，从这一行起都没有用上。请删去不用的词。"
                );
                break;
            }
            if (line.Length > LineLimit)
            {
                problems.Warn(
                    number,
                    "words-line",
                    $"这一行有 {line.Length} 个字符，最多 {LineLimit} 个，已略过。一行只写一个词，格式是“错词 → 建议”。"
                );
                continue;
            }
            var parts = Arrow().Split(line.Trim().TrimStart('!', '！'), 2);
            var word = parts[0].Trim();
            if (word.Length is < 2 or > LineLimit / 4)
                problems.Warn(
                    number,
                    "words-line",
                    word.Length < 2
                        ? $"“{word}”太短，到处都会出现，已略过。请写两个字以上的词，格式是“错词 → 建议”。"
                        : $"“{word}”有 {word.Length} 个字，最多 {LineLimit / 4} 个，已略过。请写短些，格式是“错词 → 建议”。"
                );
            else if (
                !words.TryAdd(
                    word,
                    new ListedWord(word, parts.ElementAtOrDefault(1)?.Trim() ?? "", line.Trim()[0] is '!' or '！')
                )
            )
                problems.Warn(number, "words-line", $"“{word}”在词表里写了两次，后面的已略过。请只留一处。");
        }
        return new WordList([.. words.Values]);
    }

    /// <summary>Every listed word of a text, the longest at each place.</summary>
    public IEnumerable<(int At, ListedWord Word)> Find(string text)
    {
        if (Words.Count == 0)
            yield break;
        for (var at = Next(text, 0); at >= 0; at = Next(text, at))
        {
            var word = LongestAt(text, at);
            if (!word.IsPartOfCorrection(text, at))
                yield return (at, word);
            at += word.Word.Length;
        }
    }

    ListedWord LongestAt(string text, int at)
    {
        foreach (var length in lengths[text[at]])
        {
            if (length <= text.Length - at && byWord.TryGetValue(text.AsSpan(at, length), out var word))
                return word;
        }
        throw new InvalidOperationException("A listed word was found and is in no list.");
    }

    int Next(string text, int from) => text.AsSpan(from).IndexOfAny(anyWord) is >= 0 and var found ? from + found : -1;

    [GeneratedRegex(@"\s*(?:→|->|=>|＝|=|：|:|\t)\s*")]
    private static partial Regex Arrow();
}
