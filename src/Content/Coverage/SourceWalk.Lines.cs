using System.Globalization;
using WorkReports.Content.Coverage.Page;

namespace WorkReports.Content.Coverage;

/// <summary>What stands at the beginning of a line and makes a block of it.</summary>
sealed partial class SourceWalk
{
    const int NumberLength = 9;

    const int CodeIndent = 4;

    bool isInFence;

    /// <summary>True on a line that is code because of its spaces.</summary>
    bool isInIndent;

    /// <summary>Marks of quotations on this line, and on the one that opened the code which goes on.</summary>
    int quotes;
    int fenceQuotes;

    void BeginLine()
    {
        quotes = 0;
        int indent;
        do
        {
            for (indent = 0; at < limit && source[at] != '\n' && !VisibleText.IsVisible(source[at]); at++)
                indent += source[at] == '\t' ? CodeIndent : 1;
            isInIndent = IsCode(indent);
        } while (at < limit && !isInIndent && ReadBeginning());
    }

    /// <summary>In a list other blocks are indented as far as code is, too.</summary>
    bool IsCode(int indent) =>
        indent >= CodeIndent
        && cursor.IsInBlock
        && !isInFence
        && htmlCode == 0
        && at < limit
        && source[at] == cursor.Current;

    /// <summary>False where the line's text begins.</summary>
    bool ReadBeginning() =>
        source[at] switch
        {
            '>' => ReadQuote(),
            '#' => ReadHeading(),
            '[' => ReadDefinition(),
            '`' or '~' => ReadFence(),
            '-' or '*' or '+' => ReadRule() || ReadBullet(),
            '=' or '_' or '|' => ReadRule(),
            ':' => ReadRule() || (IsSpaceAt(at + 1) && cursor.Use(PageMark.Definition) && Pass(1)),
            >= '0' and <= '9' => ReadNumber(),
            _ => false,
        };

    bool Pass(int characters)
    {
        at += characters;
        return true;
    }

    /// <summary>A line may go on without the mark of its quotation, so no count helps: where it could be text, the next character tells.</summary>
    bool ReadQuote()
    {
        var next = VisibleAhead();
        var isText = cursor.Current == '>' && cursor.Next == next && next != '>';
        if (isText || (isInFence && quotes >= fenceQuotes))
            return false;
        quotes++;
        return Pass(1);
    }

    bool ReadHeading()
    {
        var line = RestOfLine();
        var signs = line.Length - line.TrimStart('#').Length;
        return signs <= 6 && IsSpaceAt(at + signs) && cursor.Use(PageMark.HeadOpen) && Pass(signs);
    }

    bool ReadBullet() => IsSpaceAt(at + 1) && cursor.UseItem(PlacedMark.Bullet) && Pass(1);

    bool ReadNumber()
    {
        var line = RestOfLine();
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and <= NumberLength
            && line[digits] is '.' or ')'
            && IsSpaceAt(at + digits + 1)
            && cursor.UseItem(int.Parse(line[..digits], CultureInfo.InvariantCulture))
            && Pass(digits + 1);
    }

    /// <summary>A line of signs alone: it draws a line, underlines a heading, or says how the columns of a table are aligned.</summary>
    bool ReadRule()
    {
        var line = RestOfLine();
        return (
                (
                    cursor.Has(PageMark.HeadClose)
                    && IsBelowText()
                    && (line.Trim("- \t").IsEmpty || line.Trim("= \t").IsEmpty)
                    && cursor.Use(PageMark.HeadClose)
                )
                || (cursor.Has(PageMark.Rule) && IsLineAcross(line) && cursor.Use(PageMark.Rule))
                || (
                    cursor.Has(PageMark.TableRule)
                    && line.Contains('-')
                    && line.Trim("|:- \t").IsEmpty
                    && cursor.Use(PageMark.TableRule)
                )
            ) && Pass(line.Length);
    }

    bool IsBelowText()
    {
        var above = source.AsSpan(0, source.AsSpan(0, at).LastIndexOf('\n') + 1).TrimEnd('\n');
        return !above[(above.LastIndexOf('\n') + 1)..].Trim("> \t").IsEmpty
            && source.AsSpan(0, at).TrimEnd(" \t>") is [.., not '\n', '\n'];
    }

    static bool IsLineAcross(ReadOnlySpan<char> line) =>
        line.Trim([line[0], ' ', '\t']).IsEmpty && line.Count(line[0]) >= 3 && line[0] is '-' or '*' or '_';

    /// <summary>What an opening fence says beside its marks names a language, and is not shown.</summary>
    bool ReadFence()
    {
        var line = RestOfLine();
        var rest = line.TrimStart(line[0]);
        if (line.Length - rest.Length < 3)
            return false;
        var opens = !(line[0] == '`' && rest.Contains('`'));
        var isFence = isInFence
            ? (rest.IsWhiteSpace() && cursor.Use(PageMark.CodeClose)) || (opens && cursor.Use(PageMark.CodeOpen))
            : (opens && cursor.Use(PageMark.CodeOpen)) || (rest.IsWhiteSpace() && cursor.Use(PageMark.CodeClose));
        isInFence ^= isFence;
        if (isFence && isInFence)
            fenceQuotes = quotes;
        return isFence && Pass(line.Length);
    }
}
