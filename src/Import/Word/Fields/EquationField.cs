using System.Text;
using WorkReports.Import.Model;

namespace WorkReports.Import.Word.Fields;

/// <summary>
/// The text that an EQ field shows. Word keeps no result for it: circled characters, pinyin, two characters in one and fractions of
/// Chinese documents are such fields, and vanish otherwise.
/// </summary>
sealed class EquationField
{
    /// <summary>Deeper ones are text as it is written: Word itself draws no such equation.</summary>
    const int DepthLimit = 20;

    readonly string code;
    int at;

    EquationField(string code) => this.code = code;

    /// <summary>True where a character in a frame was written in brackets, since Unicode has no such character.</summary>
    bool hasBrackets;

    /// <summary>Pinyin above characters, which is not written.</summary>
    readonly StringBuilder readings = new();

    /// <param name="code">What stands behind <c>EQ</c>.</param>
    public static EquationResult Read(string code)
    {
        var field = new EquationField(code);
        var pieces = field.Sequence(isArgument: false, 0);
        return new EquationResult(pieces, field.readings.ToString(), field.hasBrackets);
    }

    /// <summary>Texts and elements up to the end, or to where an argument ends.</summary>
    List<TextRun> Sequence(bool isArgument, int depth)
    {
        var pieces = new List<TextRun>();
        var text = new StringBuilder();
        var open = 0;
        while (at < code.Length)
        {
            var letter = code[at];
            if (isArgument && open == 0 && letter is ',' or ';' or ')')
                break;
            if (letter == '\\' && at + 1 < code.Length)
            {
                at++;
                if (char.IsAsciiLetter(code[at]) && depth < DepthLimit)
                {
                    Flush();
                    pieces.AddRange(Element(depth + 1));
                }
                else if (code[at] == '*')
                {
                    SkipFormat();
                }
                else
                {
                    text.Append(code[at++]);
                }
                continue;
            }
            open +=
                letter == '(' ? 1
                : letter == ')' ? -1
                : 0;
            text.Append(letter);
            at++;
        }
        Flush();
        return pieces;

        void Flush()
        {
            var written = isArgument || depth > 0 ? text.ToString() : text.ToString().Trim();
            if (written.Length > 0)
                pieces.Add(new TextRun(written));
            text.Clear();
        }
    }

    /// <summary><c>\* jc2 \* "Font:宋体" \* hps10</c>: how the result looks.</summary>
    void SkipFormat()
    {
        at++;
        SkipSpaces();
        var isQuoted = at < code.Length && code[at] is '"' or '\u201C';
        var end = isQuoted ? code.IndexOfAny(['"', '\u201D'], at + 1) : code.IndexOfAny([' ', '\\'], at);
        at = end < 0 ? code.Length : end + (isQuoted ? 1 : 0);
    }

    List<TextRun> Element(int depth)
    {
        var element = new EquationElement(char.ToLowerInvariant(code[at++]));
        // Letters behind it are another word: no element has a name of two.
        while (at < code.Length && char.IsAsciiLetter(code[at]))
            at++;
        SkipSpaces();
        while (at + 1 < code.Length && code[at] == '\\' && char.IsAsciiLetter(code[at + 1]))
            ReadOption(element);
        SkipSpaces();
        if (at < code.Length && code[at] == '(')
            ReadArguments(element, depth);
        var shown = element.Show(readings);
        hasBrackets |= element.HasBrackets;
        return shown;
    }

    /// <summary><c>\up 9</c>, <c>\bc\{</c>, <c>\ac</c>.</summary>
    void ReadOption(EquationElement element)
    {
        var start = ++at;
        while (at < code.Length && char.IsAsciiLetter(code[at]))
            at++;
        var name = code[start..at].ToLowerInvariant();
        var value = "";
        if (at + 1 < code.Length && code[at] == '\\' && !char.IsAsciiLetter(code[at + 1]))
        {
            value = code[at + 1].ToString();
            at += 2;
        }
        else if (name is "lc" or "rc" or "bc" or "fc" or "vc" && at + 1 < code.Length && code[at] == '\\')
        {
            value = code[at + 1].ToString();
            at += 2;
        }
        SkipSpaces();
        while (at < code.Length && (char.IsAsciiDigit(code[at]) || code[at] == '-'))
            at++;
        SkipSpaces();
        element.Options[name] = value;
    }

    void ReadArguments(EquationElement element, int depth)
    {
        do
        {
            at++;
            element.Arguments.Add(Sequence(isArgument: true, depth));
            if (at < code.Length && code[at] != ')')
                element.Separator = code[at];
        } while (at < code.Length && code[at] != ')');
        at = Math.Min(at + 1, code.Length);
    }

    void SkipSpaces()
    {
        while (at < code.Length && char.IsWhiteSpace(code[at]))
            at++;
    }
}

/// <param name="Readings">The pinyin of its characters, which is not among the pieces.</param>
/// <param name="HasBrackets">True where a frame became brackets.</param>
readonly record struct EquationResult(IReadOnlyList<TextRun> Pieces, string Readings, bool HasBrackets);
