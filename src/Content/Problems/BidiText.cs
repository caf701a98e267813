using System.Buffers;
using System.Text;

namespace WorkReports.Content.Problems;

/// <summary>
/// Characters that turn the direction of text (Unicode, annex 9): nobody sees them, and behind one of them a date reads backwards.
/// </summary>
static class BidiText
{
    const char FirstStrongIsolate = '\u2068';
    const char PopIsolate = '\u2069';
    const char PopEmbedding = '\u202C';

    static readonly SearchValues<char> Controls = SearchValues.Create(
        "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"
    );

    public static bool IsIn(ReadOnlySpan<char> text) => text.ContainsAny(Controls);

    /// <summary>Tells the first one of each line.</summary>
    public static void WarnOfAll(string text, ProblemList problems)
    {
        if (!IsIn(text))
            return;
        var number = 0;
        foreach (var line in text.AsSpan().Split('\n'))
        {
            number++;
            if (text.AsSpan(line).IndexOfAny(Controls) is >= 0 and var at)
                Add(new Place(number, at + 1, 1), problems);
        }
    }

    /// <summary>Once a line: escapes are found after what is written plainly.</summary>
    public static void Warn(Place at, ProblemList problems)
    {
        if (problems.All.Any(problem => problem.Code == "char-bidi" && problem.Line == at.Line))
            return;
        Add(at, problems);
    }

    static void Add(Place at, ProblemList problems) =>
        problems.Warn(
            at,
            "char-bidi",
            "这里有看不见的控制字符，会改变文字的方向，读者看到的顺序和写的可能不一样。中文用不着它，请删去；多半是从别处粘贴来的，请先粘贴到记事本，再复制到这里。"
        );

    /// <summary>A text that turns nothing beside it, wherever it is put: what it opens it closes, and the whole stands by itself.</summary>
    public static string Isolated(string text)
    {
        if (!IsIn(text))
            return text;
        var isolated = new StringBuilder(text.Length + 8).Append(FirstStrongIsolate);
        var open = new Stack<char>();
        foreach (var letter in text)
        {
            if (letter is PopEmbedding or PopIsolate)
                Close(letter, open, isolated);
            else
                isolated.Append(letter);
            if (CloserOf(letter) is { } closer)
                open.Push(closer);
        }
        isolated.Append([.. open]);
        return isolated.Append(PopIsolate).ToString();
    }

    /// <summary>The end of an isolate ends what was opened in it; an end of nothing is left out.</summary>
    static void Close(char closer, Stack<char> open, StringBuilder isolated)
    {
        if (closer == PopEmbedding ? !open.TryPeek(out var last) || last != closer : !open.Contains(closer))
            return;
        while (open.Pop() is var popped && popped != closer)
            isolated.Append(popped);
        isolated.Append(closer);
    }

    static char? CloserOf(char letter) =>
        letter switch
        {
            '\u202A' or '\u202B' or '\u202D' or '\u202E' => PopEmbedding,
            '\u2066' or '\u2067' or '\u2068' => PopIsolate,
            _ => null,
        };
}
