using System.Text;
using WorkReports.Import.Model;

namespace WorkReports.Import.Markdown;

/// <summary>Parts of lines as Markdown.</summary>
/// <param name="pictures">The folder of the pictures, relative to the report.</param>
sealed class MarkdownText(string pictures)
{
    static readonly (InlineFormat Mark, string Open, string Close)[] Delimiters =
    [
        (InlineFormat.Bold, "**", "**"),
        (InlineFormat.Italic, "*", "*"),
        (InlineFormat.Strikethrough, "~~", "~~"),
        (InlineFormat.Superscript, "<sup>", "</sup>"),
        (InlineFormat.Subscript, "<sub>", "</sub>"),
    ];

    /// <param name="lineEnd">What a line break is written as.</param>
    public string Of(IReadOnlyList<Inline> inlines, string lineEnd = "\\\n") =>
        string.Join(lineEnd, Lines(inlines).Select(Escaping.LineStart));

    /// <summary>For a place that is not the start of a line: a heading, a cell.</summary>
    public string OfFragment(IReadOnlyList<Inline> inlines, string lineEnd) => string.Join(lineEnd, Lines(inlines));

    IEnumerable<string> Lines(IReadOnlyList<Inline> inlines)
    {
        var text = new StringBuilder();
        Write(inlines, 0, text, '\n');
        return text.ToString().Split('\n').Select(line => line.Trim(' ', '\u3000')).Where(line => line.Length > 0);
    }

    /// <summary>Groups what has a mark in common, the outermost mark first.</summary>
    /// <param name="after">The letter that follows.</param>
    void Write(IReadOnlyList<Inline> inlines, int depth, StringBuilder text, char after)
    {
        if (depth == Delimiters.Length)
        {
            foreach (var inline in inlines)
                text.Append(OfInline(inline));
            return;
        }
        var (mark, open, close) = Delimiters[depth];
        var groups = Groups(inlines, mark).ToList();
        for (var at = 0; at < groups.Count; at++)
        {
            var before = text.Length > 0 ? text[^1] : '\n';
            var next = at + 1 < groups.Count ? FirstCharacter(groups[at + 1]) : after;
            var isMarked =
                HasFormat(groups[at][0], mark)
                && (open[0] == '<' || Emphasis.IsRecognized(Inline.TextOf(groups[at]), before, next));
            if (isMarked)
                text.Append(open);
            Write(groups[at], depth + 1, text, isMarked ? close[0] : next);
            if (isMarked)
                text.Append(close);
        }
    }

    static IEnumerable<IReadOnlyList<Inline>> Groups(IReadOnlyList<Inline> inlines, InlineFormat mark)
    {
        for (int at = 0, end; at < inlines.Count; at = end)
        {
            end = at + 1;
            while (end < inlines.Count && HasFormat(inlines[end], mark) == HasFormat(inlines[at], mark))
                end++;
            List<Inline> group = [.. inlines.Skip(at).Take(end - at)];
            if (!HasFormat(group[0], mark))
            {
                yield return group;
                continue;
            }
            var (start, stop) = mark is InlineFormat.Superscript or InlineFormat.Subscript
                ? (0, int.MaxValue)
                : Emphasis.EmphasizedPart(Inline.TextOf(group));
            if (start > 0)
                yield return Inline.Without(mark, Inline.Take(group, start));
            if (stop > start)
                yield return Inline.Skip(Inline.Take(group, stop), start);
            if (stop < Inline.TextOf(group).Length)
                yield return Inline.Without(mark, Inline.Skip(group, stop));
        }
    }

    static bool HasFormat(Inline inline, InlineFormat mark) => inline is TextRun words && words.Format.HasFlag(mark);

    static char FirstCharacter(IReadOnlyList<Inline> inlines) =>
        Inline.TextOf(inlines) is { Length: > 0 } text ? text[0] : '[';

    string OfInline(Inline inline) =>
        inline switch
        {
            TextRun { Url: { } url } words when !string.IsNullOrWhiteSpace(words.Text) =>
                $"[{Escaping.Text(words.Text.Trim())}]({Escaping.Url(url)})",
            TextRun words => Escaping.Text(words.Text),
            NoteReference note => $"[^{note.Number}]",
            Picture picture =>
                $"![{Escaping.Text(picture.AltText ?? Path.GetFileNameWithoutExtension(picture.FileName))}]({pictures}/{picture.FileName})",
            _ => "\n",
        };
}
