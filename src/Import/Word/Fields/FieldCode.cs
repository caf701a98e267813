using System.Text;

namespace WorkReports.Import.Word.Fields;

/// <summary>The instruction of a field: <c>HYPERLINK "https://…" \o "提示"</c>.</summary>
/// <param name="Name">In capitals; empty for an instruction that is empty.</param>
/// <param name="Arguments">What stands behind the name and belongs to no switch.</param>
/// <param name="Text">Behind the name, as it is written.</param>
sealed record FieldCode(
    string Name,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Switches,
    string Text
)
{
    /// <summary>They take a value; of others what follows is an argument.</summary>
    static readonly Dictionary<string, string> SwitchesWithValue = new()
    {
        ["HYPERLINK"] = "lotm",
        ["SYMBOL"] = "fs",
        ["LISTNUM"] = "ls",
        ["AUTONUM"] = "s",
        ["AUTONUMLGL"] = "s",
    };

    public static FieldCode Read(string code)
    {
        var text = code.Trim();
        var end = 0;
        // A formula begins with a sign of equality, and needs no space behind it.
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && (end == 0 || text[end] is not ('\\' or '"')))
        {
            end++;
            if (text[0] == '=')
                break;
        }
        var name = text[..end].ToUpperInvariant();
        var rest = text[end..];
        // The instruction of an equation has a grammar of its own.
        if (name is "EQ" or "=")
            return new FieldCode(name, [], new Dictionary<string, string>(), rest);
        var (arguments, switches) = Split(rest, SwitchesWithValue.GetValueOrDefault(name, ""));
        return new FieldCode(name, arguments, switches, rest);
    }

    /// <summary>What stands behind so many words, with its spaces: the text of a button.</summary>
    public string TextBehind(int words)
    {
        var rest = Text.AsSpan().TrimStart();
        for (; words > 0; words--)
        {
            var end = rest.IndexOfAny(" \t\u3000");
            rest = end < 0 ? default : rest[end..].TrimStart();
        }
        return rest.ToString();
    }

    static (List<string> Arguments, Dictionary<string, string> Switches) Split(string text, string withValue)
    {
        var (arguments, switches) = (new List<string>(), new Dictionary<string, string>());
        var at = 0;
        while (NextWord(text, ref at) is { } word)
        {
            if (word is not ['\\', var letter] || word == "\\")
            {
                arguments.Add(word);
                continue;
            }
            var takesValue = letter is '*' or '@' or '#' || withValue.Contains(char.ToLowerInvariant(letter));
            switches[char.ToLowerInvariant(letter).ToString()] = takesValue ? NextWord(text, ref at) ?? "" : "";
        }
        return (arguments, switches);
    }

    /// <summary>A switch is its backslash and its letter; what stands in quotation marks comes without them.</summary>
    static string? NextWord(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        if (at >= text.Length)
            return null;
        if (text[at] == '\\' && at + 1 < text.Length)
            return text.Substring((at += 2) - 2, 2);
        var isQuoted = IsQuote(text[at]);
        at += isQuoted ? 1 : 0;
        var word = new StringBuilder();
        for (; at < text.Length && !(isQuoted ? IsQuote(text[at]) : char.IsWhiteSpace(text[at])); at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length && (text[at + 1] is '\\' or '"'))
                at++;
            word.Append(text[at]);
        }
        at += isQuoted ? 1 : 0;
        return word.ToString();
    }

    /// <summary>Word takes the curved ones, too.</summary>
    static bool IsQuote(char letter) => letter is '"' or '\u201C' or '\u201D';
}
