using WorkReports.Index.Search.Text;

namespace WorkReports.Index;

/// <summary>
/// Titles and keywords as FTS5 compares them: every two neighbouring Han characters are a token, each Latin word is
/// one.
/// </summary>
static class SimilarityTokens
{
    /// <summary>A private-use character stands for every separator: no phrase reaches across it.</summary>
    const char PhraseBreak = '\uE000';

    /// <summary>Tokens, apart by a space.</summary>
    public static string Tokenize(string text) => string.Join($" {PhraseBreak} ", Phrases(text));

    /// <summary>One for each run.</summary>
    public static IEnumerable<string> Phrases(string text) =>
        Tokenizer.Runs(text).Select(run => string.Join(' ', Tokens(run)));

    public static IEnumerable<string> Pairs(string text) =>
        Tokenizer.Runs(text).SelectMany(Tokens).Where(token => IsHan(token) && token.EnumerateRunes().Count() == 2);

    static IEnumerable<string> Tokens(string run) =>
        run.Split(Tokenizer.WordBoundary, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(part => IsHan(part) ? PairsOf(part) : [part]);

    /// <summary>A character that stands alone is a token, too.</summary>
    static IEnumerable<string> PairsOf(string han)
    {
        var characters = han.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        return characters.Count == 1 ? characters : characters.Zip(characters.Skip(1), string.Concat);
    }

    static bool IsHan(string part) => Tokenizer.IsHan(part[0]) || char.IsSurrogate(part[0]);
}
