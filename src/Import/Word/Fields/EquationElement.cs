using System.Text;
using WorkReports.Import.Model;
using WorkReports.Import.Word.Equations;

namespace WorkReports.Import.Word.Fields;

/// <summary>An element of an EQ field, <c>\f(1,2)</c>: its options and arguments, and the text that Word draws for it.</summary>
/// <param name="name">Its letter.</param>
sealed class EquationElement(char name)
{
    const string ClosingOf = "(){}[]<>（）【】";

    public Dictionary<string, string> Options { get; } = [];

    public List<List<TextRun>> Arguments { get; } = [];

    /// <summary>What stood between its arguments.</summary>
    public char Separator { get; set; } = ',';

    public bool HasBrackets { get; private set; }

    bool IsRaised => name == 's' && Options.ContainsKey("up") && !Options.ContainsKey("do");

    bool IsLowered => name == 's' && Options.ContainsKey("do");

    /// <param name="readings">Where pinyin goes.</param>
    public List<TextRun> Show(StringBuilder readings) =>
        name switch
        {
            _ when Arguments.Count == 0 => [],
            'o' => Overstrike(readings),
            'f' => Arguments.Count < 2 ? Joined("") : Text(LinearMath.Fraction(TextOf(0), TextOf(1))),
            'r' => Text(Arguments.Count < 2 ? LinearMath.Root("", TextOf(0)) : LinearMath.Root(TextOf(0), TextOf(1))),
            's' when IsRaised => Formatted(InlineFormat.Superscript),
            's' when IsLowered => Formatted(InlineFormat.Subscript),
            'b' => Bracketed(),
            'i' => Integral(),
            'l' => Joined(Separator.ToString()),
            'a' => Joined(" "),
            'x' when Options.ContainsKey("to") => Text(LinearMath.Accented(TextOf(0), LinearMath.Overline)),
            'd' => Joined(""),
            _ => Joined(""),
        };

    /// <summary>
    /// One over the other: a frame and what stands in it; small letters above and the character that they belong to, which is pinyin;
    /// small characters above and below, which are read in order.
    /// </summary>
    List<TextRun> Overstrike(StringBuilder readings)
    {
        if (Arguments.Count == 2 && (Enclosed(0, 1) ?? Enclosed(1, 0)) is { } enclosed)
            return Text(enclosed);
        var isScript = Arguments.ConvertAll(argument =>
            argument.Count > 0
            && argument.TrueForAll(piece => piece.Format != InlineFormat.None || string.IsNullOrWhiteSpace(piece.Text))
        );
        if (isScript.TrueForAll(script => script))
            return Text(string.Concat(Arguments.SelectMany(argument => argument).Select(piece => piece.Text.Trim())));
        if (isScript.Contains(true))
        {
            for (var at = 0; at < Arguments.Count; at++)
            {
                if (isScript[at])
                    readings.Append(readings.Length > 0 ? " " : "").Append(TextOf(at).Trim());
            }
            return Text(
                string.Concat(
                        Arguments
                            .Where((_, at) => !isScript[at])
                            .SelectMany(pieces => pieces)
                            .Select(piece => piece.Text)
                    )
                    .Trim()
            );
        }
        return Arguments.Count == 2 && LinearMath.AccentOf(TextOf(1).Trim()) is { } accent
            ? Text(LinearMath.Accented(TextOf(0).Trim(), accent))
            : Joined("");
    }

    string? Enclosed(int frame, int content)
    {
        var (sign, text) = (TextOf(frame).Trim(), TextOf(content).Trim());
        if (sign is not [var one] || !EnclosedCharacters.Frames.Contains(one) || text.Length == 0)
            return null;
        var found = EnclosedCharacters.Find(one, text);
        HasBrackets |= found is null;
        return found ?? $"（{text}）";
    }

    List<TextRun> Bracketed()
    {
        var (left, right) = ("(", ")");
        if (Options.TryGetValue("bc", out var both) && both.Length > 0)
            (left, right) = (both, Closing(both));
        else if (Options.ContainsKey("lc") || Options.ContainsKey("rc"))
            (left, right) = (Options.GetValueOrDefault("lc", ""), Options.GetValueOrDefault("rc", ""));
        return [new TextRun(left), .. Joined(Separator.ToString()), new TextRun(right)];
    }

    static string Closing(string opening) =>
        ClosingOf.IndexOf(opening, StringComparison.Ordinal) is >= 0 and var at && at % 2 == 0
            ? ClosingOf[at + 1].ToString()
            : opening;

    List<TextRun> Integral()
    {
        var sign =
            Options.ContainsKey("su") ? "∑"
            : Options.ContainsKey("pr") ? "∏"
            : Options.GetValueOrDefault("fc", "") is { Length: > 0 } drawn ? drawn
            : Options.GetValueOrDefault("vc", "") is { Length: > 0 } tall ? tall
            : "∫";
        return
        [
            new TextRun(sign),
            new TextRun(TextOf(0), InlineFormat.Subscript),
            new TextRun(TextOf(1), InlineFormat.Superscript),
            .. Arguments.Skip(2).SelectMany(argument => argument),
        ];
    }

    List<TextRun> Formatted(InlineFormat format) =>
        Joined(" ").ConvertAll(piece => piece.Format == InlineFormat.None ? piece with { Format = format } : piece);

    List<TextRun> Joined(string between) =>
        [
            .. Arguments.SelectMany(
                (argument, at) => at > 0 && between.Length > 0 ? [new TextRun(between), .. argument] : argument
            ),
        ];

    string TextOf(int argument) =>
        argument < Arguments.Count ? string.Concat(Arguments[argument].Select(piece => piece.Text)) : "";

    static List<TextRun> Text(string text) => text.Length > 0 ? [new TextRun(text)] : [];
}
