using WorkReports.Content.Coverage.Page;
using WorkReports.Content.Syntax.Html;

namespace WorkReports.Content.Coverage;

/// <summary>Marks within a line.</summary>
sealed partial class SourceWalk
{
    const int EntityLength = 40;

    /// <summary>True within code among other words.</summary>
    bool isInSpan;

    void MatchMark(char mark)
    {
        if (mark != '`' && IsOfCode(mark))
        {
            // In the code of a cell a bar is written with a backslash.
            if (isInSpan && mark == '\\' && Ahead() == '|' && cursor.Current == '|')
                at++;
            MatchLiterally();
            return;
        }
        switch (mark)
        {
            case '\\':
                MatchBackslash();
                break;
            case '&':
                MatchEntity();
                break;
            case '`':
                MatchBackticks();
                break;
            case '!' when Ahead() == '[' && OpenImage():
            case '[' when MatchNote() || MatchBox() || OpenLink():
            case ']' when CloseLink():
            case '<' when MatchTag():
            case '>' when at == angleEnd && Pass(1):
            case '*' or '_' when cursor.Use(PageMark.Star) && Pass(1):
            case '~' when cursor.Use(PageMark.Tilde) && Pass(1):
            case '|' when cursor.Has(PageMark.Cell) && Pass(1):
            case '#' when cursor.Has(PageMark.HeadClose) && RestOfLine().Trim("# \t").IsEmpty && Pass(1):
                break;
            default:
                MatchLiterally();
                break;
        }
    }

    /// <summary>Code that is about to begin on the page is none yet: a mark before it may be the character that it begins with.</summary>
    bool IsOfCode(char mark) =>
        isInSpan
        || isInFence
        || isInIndent
        || (
            cursor.IsInCode
            && !cursor.Has(PageMark.CodeOpen)
            && cursor.Current == mark
            && (mark is not ('<' or '&') || cursor.IsInBlock)
        );

    void MatchBackslash()
    {
        var next = Ahead();
        var isShown = cursor.Current == '\\';
        if (VisibleText.IsMark(next) && !(isShown && next != '\\'))
        {
            at++;
            MatchLiterally();
        }
        else if (next is '\n' or '\0' && !isShown)
        {
            at++;
        }
        else
        {
            MatchLiterally();
        }
    }

    void MatchEntity()
    {
        var rest = source.AsSpan(at, Math.Min(limit - at, EntityLength));
        if (rest.IndexOf(';') is not (> 1 and var end) || HtmlEntity.Decode(rest[..(end + 1)]) is not { } decoded)
        {
            MatchLiterally();
            return;
        }
        var shown = string.Concat(decoded.Where(VisibleText.IsVisible));
        if (shown.Length > 0 && !cursor.Rest.StartsWith(shown))
        {
            MatchLiterally();
            return;
        }
        at += end + 1;
        if (shown.Length > 0)
            cursor.Advance(shown.Length);
    }

    void MatchBackticks()
    {
        if (isInFence || !cursor.Use(isInSpan ? PageMark.CodeClose : PageMark.CodeOpen))
        {
            MatchLiterally();
            return;
        }
        isInSpan = !isInSpan;
        var rest = source.AsSpan(at, limit - at);
        at += rest.Length - rest.TrimStart('`').Length;
    }

    bool MatchNote()
    {
        if (Ahead() != '^' || LabelEnd(at) is not (> 0 and var end) || cursor.UseNote() is not { } number)
            return false;
        noteNumbers.TryAdd(Normalized(source.AsSpan(at + 1, end - at - 1)), number);
        at = end + 1;
        return true;
    }

    bool IsBox() => Ahead() is ' ' or 'x' or 'X' && Ahead(2) == ']' && IsSpaceAt(at + 3);

    /// <summary>A page shows the box of a task as a character.</summary>
    bool MatchBox()
    {
        if (!IsBox() || (Ahead(), cursor.Current) is not ((' ', '☐') or ('x' or 'X', '☑')))
            return false;
        at += 3;
        cursor.Advance(1);
        return true;
    }
}
