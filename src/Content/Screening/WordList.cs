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

    readonly SearchValues<string> anyWord;
    readonly Dictionary<char, List<ListedWord>> byFirst;

    WordList(IReadOnlyList<ListedWord> words)
    {
        Words = words;
        anyWord = SearchValues.Create([.. words.Select(word => word.Word)], StringComparison.Ordinal);
        byFirst = words
            .GroupBy(word => word.Word[0])
            .ToDictionary(same => same.Key, same => same.OrderByDescending(word => word.Word.Length).ToList());
    }

    public IReadOnlyList<ListedWord> Words { get; }

    public static WordList Read(string text, ProblemList problems)
    {
        var words = new Dictionary<string, ListedWord>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.Trim() is "" or ['#' or '＃', ..])
                continue;
            var parts = Arrow().Split(line.Trim().TrimStart('!', '！'), 2);
            var word = parts[0].Trim();
            if (word.Length < 2)
                problems.Warn(
                    number,
                    "words-line",
                    $"“{word}”太短，到处都会出现，已略过。请写两个字以上的词，格式是“错词 → 建议”。"
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
            var word = byFirst[text[at]].First(word => text.AsSpan(at).StartsWith(word.Word));
            if (!word.IsPartOfCorrection(text, at))
                yield return (at, word);
            at += word.Word.Length;
        }
    }

    int Next(string text, int from) => text.AsSpan(from).IndexOfAny(anyWord) is >= 0 and var found ? from + found : -1;

    [GeneratedRegex(@"\s*(?:→|->|=>|＝|=|：|:|\t)\s*")]
    private static partial Regex Arrow();
}
