using WorkReports.Import.Model;

namespace WorkReports.Import.Word.Equations;

/// <summary>An equation while it is written: what was begun gets its brackets or its look when it ends, without being copied.</summary>
sealed class EquationWriter
{
    /// <summary>Longer pieces are not joined: each letter would copy all that stands before it.</summary>
    const int JoinedLengthLimit = 16;

    readonly List<TextRun> pieces = [];

    /// <summary>Pieces that are raised or lowered: raised once more, they would look the same.</summary>
    int scripts;

    /// <summary>True behind a fraction: a digit that follows would belong to it.</summary>
    bool isBehindFraction;

    public IReadOnlyList<TextRun> Pieces => pieces.FindAll(piece => piece.Text.Length > 0);

    public void Write(string text)
    {
        if (text.Length == 0)
            return;
        if (isBehindFraction && char.IsAsciiDigit(text[0]))
            pieces.Add(new TextRun(" "));
        isBehindFraction = false;
        if (
            pieces.Count > 0
            && pieces[^1] is { Text.Length: > 0 and < JoinedLengthLimit, Format: InlineFormat.None } last
        )
            pieces[^1] = last with { Text = last.Text + text };
        else
            pieces.Add(new TextRun(text));
    }

    /// <summary>One and a half is no eleven halves.</summary>
    public void BeginFraction()
    {
        if (
            pieces.FindLast(piece => piece.Text.Length > 0) is { Format: InlineFormat.None } last
            && char.IsAsciiDigit(last.Text[^1])
        )
            Write(" ");
    }

    public void EndFraction() => isBehindFraction = true;

    /// <summary>Begins a part that ends with one of the next three.</summary>
    public Mark Begin()
    {
        isBehindFraction = false;
        pieces.Add(new TextRun(""));
        return new Mark(pieces.Count - 1, scripts);
    }

    /// <summary>In brackets unless it is one number or one word.</summary>
    public void EndGroup(Mark start)
    {
        var isWord = pieces.Count <= start.At + 2 && LinearMath.IsAtom(pieces[^1].Text);
        // A letter and what is raised above it hold together: the letter, the begin of the raised part, and the part.
        var isWordWithScript =
            pieces.Count == start.At + 4
            && scripts == start.Scripts + 1
            && LinearMath.IsAtom(pieces[start.At + 1].Text);
        if (isWord || isWordWithScript)
            return;
        pieces[start.At] = new TextRun("(");
        Write(")");
    }

    /// <summary>As a raised or lowered text; one within another is written by a sign and brackets.</summary>
    public void EndScript(Mark start, InlineFormat format, string sign)
    {
        if (!HasText(start.At))
            return;
        if (scripts > start.Scripts)
        {
            pieces[start.At] = new TextRun(sign + "(");
            Write(")");
            return;
        }
        for (var at = start.At; at < pieces.Count; at++)
            pieces[at] = pieces[at] with { Format = format };
        scripts++;
        isBehindFraction = false;
    }

    /// <summary>With a combining character on each letter.</summary>
    public void EndAccented(Mark start, string combining)
    {
        if (pieces.Count == start.At + 2 && combining.Length == 1)
            pieces[^1] = pieces[^1] with { Text = LinearMath.Accented(pieces[^1].Text, combining) };
    }

    bool HasText(int start)
    {
        for (var at = start; at < pieces.Count; at++)
        {
            if (pieces[at].Text.Length > 0)
                return true;
        }
        return false;
    }

    /// <param name="Scripts">How many raised and lowered pieces stood before it.</param>
    public readonly record struct Mark(int At, int Scripts);
}
