using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search.Query;

/// <summary>Something to be found: characters that stand side by side.</summary>
/// <param name="Run">Normalized by <see cref="Tokenizer"/>, without a separator.</param>
/// <param name="MinimumField">What it must be found in, or in something better.</param>
/// <param name="IsExcluded">It must not be there.</param>
sealed record QueryWord(string Run, MatchField MinimumField, bool IsExcluded)
{
    /// <summary>
    /// Letters that may be typed for Han characters: titles and keywords are looked through for those, too.
    /// </summary>
    public string? PinyinInput { get; } = IsExcluded ? null : Pinyin.AsInput(Run);

    /// <summary>The last syllable of <see cref="PinyinInput"/> may be only begun.</summary>
    public bool IsPrefix { get; init; }
}

/// <summary>
/// What a reader typed: words with a space between them, all of which must be there; <c>"…"</c> for characters in a
/// row, <c>-</c> for what must not be there, <c>标题: 单位: 机关: 年份:</c> for where to look. Nothing is an error: what is
/// none of these is text.
/// </summary>
public sealed class SearchQuery
{
    public const int TextLengthLimit = 200;

    /// <summary>Each word is looked for in every part of the index: a search costs as much as it has words.</summary>
    public const int WordLimit = 32;

    SearchQuery(string text, bool isTruncated)
    {
        Text = text;
        IsTruncated = isTruncated;
    }

    /// <summary>As the reader typed it.</summary>
    public string Text { get; }

    /// <summary>It was longer, and the rest is not looked for.</summary>
    public bool IsTruncated { get; }

    /// <summary>It had more words, and the rest is not looked for.</summary>
    public bool HasTooManyWords { get; private init; }

    public bool IsEmpty => Words.Count + Units.Count + Pillars.Count + Years.Count == 0;

    internal IReadOnlyList<QueryWord> Words { get; private set; } = [];

    /// <summary>What the names of units must hold; likewise of pillars.</summary>
    internal IReadOnlyList<string> Units { get; private set; } = [];

    internal IReadOnlyList<string> Pillars { get; private set; } = [];

    internal IReadOnlyList<(int From, int To)> Years { get; private set; } = [];

    /// <summary>The words to be marked where they are found.</summary>
    internal IReadOnlyList<string> HighlightedRuns =>
        field ??= [.. Words.Where(word => !word.IsExcluded).Select(word => word.Run).Distinct()];

    /// <summary>What those words may have been typed for; null for each that is not letters alone.</summary>
    internal IReadOnlyList<PinyinPattern?> TypedPinyin =>
        field ??= [
            .. HighlightedRuns.Select(run => Pinyin.AsInput(run) is { } input ? new PinyinPattern(input) : null),
        ];

    public static SearchQuery Parse(string? text)
    {
        var shown = (text ?? "").Trim();
        var isTruncated = shown.Length > TextLengthLimit;
        if (isTruncated)
            shown = shown[..(char.IsHighSurrogate(shown[TextLengthLimit - 1]) ? TextLengthLimit - 1 : TextLengthLimit)];
        var all = QueryTerm.Read(shown);
        var terms = all.Take(WordLimit).ToList();
        var words = WordsOf(terms);
        return new SearchQuery(shown, isTruncated)
        {
            Words = [.. words.Take(WordLimit)],
            HasTooManyWords = all.Count > WordLimit || words.Count > WordLimit,
            Units = ValuesOf(terms, QueryField.Unit),
            Pillars = ValuesOf(terms, QueryField.Pillar),
            Years = [.. terms.Where(term => term.Field == QueryField.Year).Select(term => term.Years!.Value)],
        };
    }

    /// <summary>The same words, looked for in titles and keywords alone, while the last is being typed.</summary>
    internal SearchQuery InTitles() =>
        new(Text, IsTruncated)
        {
            HasTooManyWords = HasTooManyWords,
            Words =
            [
                .. Words.Select(
                    (word, at) => word with { MinimumField = MatchField.Heading, IsPrefix = at == Words.Count - 1 }
                ),
            ],
            Units = Units,
            Pillars = Pillars,
            Years = Years,
        };

    static List<QueryWord> WordsOf(IReadOnlyList<QueryTerm> terms)
    {
        var words = terms
            .Where(term => term.Field is QueryField.Any or QueryField.Title)
            .SelectMany(term =>
                Tokenizer
                    .Runs(term.Text)
                    .Select(run => new QueryWord(
                        run,
                        term.Field == QueryField.Title ? MatchField.Title : MatchField.Body,
                        term.IsExcluded
                    ))
            )
            .Distinct()
            .ToList();
        // A reader still typing a word of letters means every word that begins so.
        if (
            words.Count > 0
            && terms[^1] is { IsExact: false, IsExcluded: false }
            && words[^1].Run is [.., Tokenizer.WordBoundary] run
        )
            words[^1] = words[^1] with { Run = run[..^1] };
        return words;
    }

    static List<string> ValuesOf(IReadOnlyList<QueryTerm> terms, QueryField field) =>
        [.. terms.Where(term => term.Field == field).Select(term => term.Text)];
}
