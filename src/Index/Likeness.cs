using System.Text;

namespace WorkReports.Index;

/// <summary>Titles and keywords as FTS5 compares them: each Han character a token, each word one, tokens apart by a space.</summary>
static class Likeness
{
    /// <summary>A private-use character stands for every break: no phrase reaches across.</summary>
    const char Break = '\uE000';

    public static string Cut(string text)
    {
        var tokens = new StringBuilder(text.Length * 2);
        foreach (var letter in SearchText.Cut(text))
        {
            if (letter == SearchText.Edge) tokens.Append(' ');
            else if (letter == SearchText.Break) tokens.Append(' ').Append(Break).Append(' ');
            else if (SearchText.IsHan(letter)) tokens.Append(' ').Append(letter).Append(' ');
            else tokens.Append(letter);
        }
        return tokens.ToString();
    }

    public static IEnumerable<string> Phrases(string text) =>
        Cut(text).Split(Break).Select(phrase => string.Join(' ', Tokens(phrase))).Where(phrase => phrase.Length > 0);

    /// <summary>Every two Han characters that stand side by side, as phrases.</summary>
    public static IEnumerable<string> Pairs(string text)
    {
        var tokens = Tokens(Cut(text));
        return tokens.Zip(tokens.Skip(1)).Where(pair => IsHan(pair.First) && IsHan(pair.Second)).Select(pair => $"{pair.First} {pair.Second}");
    }

    static string[] Tokens(string cut) => cut.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    static bool IsHan(string token) => SearchText.IsHan(token[0]);
}
