using System.Text.RegularExpressions;

namespace WorkReports.Tests.Support;

public sealed record Declaration(string Property, string Value);

/// <summary>A rule or an at-rule of a style sheet, with all that stands in its block.</summary>
public sealed record StyleRule(string Prelude, IReadOnlyList<Declaration> Declarations, IReadOnlyList<StyleRule> Rules)
{
    public IEnumerable<string> Selectors => Prelude.Split(',').Select(selector => selector.Trim());

    public bool IsConditional =>
        Prelude.StartsWith("@supports", StringComparison.Ordinal)
        || Prelude.StartsWith("@media", StringComparison.Ordinal);
}

/// <summary>A style sheet taken apart. It knows no property and no value, so it drops none.</summary>
public sealed partial class StyleSheet
{
    readonly string text;
    int at;

    StyleSheet(string text) => this.text = Comments().Replace(text, "");

    public static IReadOnlyList<StyleRule> Read(string text) => new StyleSheet(text).Block().Rules;

    /// <summary>What a browser keeps that knows neither conditions nor custom properties.</summary>
    public static string Plain(string text) =>
        string.Concat(
            Read(text)
                .Where(rule => !rule.IsConditional)
                .Select(rule =>
                    $"{rule.Prelude} {{ {string.Join("; ", rule.Declarations.Where(IsPlain).Select(declaration => $"{declaration.Property}: {declaration.Value}"))} }}\n"
                )
        );

    public static bool IsPlain(Declaration declaration) =>
        !declaration.Property.StartsWith("--", StringComparison.Ordinal)
        && !declaration.Value.Contains("var(", StringComparison.Ordinal);

    /// <summary>Whether one property sets the colour of another too, as its shorthand does.</summary>
    public static bool Covers(string property, string other) =>
        property == other
        || other == property + "-color"
        || other == "border-color"
            && property is "border" or "border-top" or "border-right" or "border-bottom" or "border-left";

    (List<Declaration> Declarations, List<StyleRule> Rules) Block()
    {
        var declarations = new List<Declaration>();
        var rules = new List<StyleRule>();
        while (at < text.Length && text[at] != '}')
        {
            var words = Words();
            if (at < text.Length && text[at] == '{')
            {
                at++;
                var (inner, nested) = Block();
                at++;
                rules.Add(new StyleRule(words, inner, nested));
            }
            else
            {
                if (at < text.Length && text[at] == ';')
                    at++;
                if (words.StartsWith('@'))
                    rules.Add(new StyleRule(words, [], []));
                else if (words.Split(':', 2) is [var property, var value])
                    declarations.Add(new Declaration(property.Trim(), value.Trim()));
                else if (words.Length > 0)
                    throw new FormatException($"Neither a rule nor a declaration: {words}");
            }
        }
        return (declarations, rules);
    }

    /// <summary>Up to the next brace or semicolon that is no part of a string or of brackets.</summary>
    string Words()
    {
        var start = at;
        var depth = 0;
        for (char quote = '\0'; at < text.Length; at++)
        {
            var letter = text[at];
            if (quote != '\0')
                quote = letter == quote ? '\0' : quote;
            else if (letter is '"' or '\'')
                quote = letter;
            else if (letter is '(' or '[')
                depth++;
            else if (letter is ')' or ']')
                depth--;
            else if (depth == 0 && letter is '{' or '}' or ';')
                break;
        }
        return text[start..at].Trim();
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();
}
