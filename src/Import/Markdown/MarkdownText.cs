using System.Text;
using WorkReports.Import.Model;

namespace WorkReports.Import.Markdown;

/// <summary>Inlines as Markdown.</summary>
/// <param name="pictures">The folder of the pictures, relative to the report.</param>
sealed class MarkdownText(string pictures)
{
    static readonly (InlineFormat Format, string Open, string Close)[] Delimiters =
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

    /// <summary>Groups what has a format in common, the outermost delimiters first.</summary>
    /// <param name="after">The character that follows: it decides whether delimiters work.</param>
    void Write(IReadOnlyList<Inline> inlines, int depth, StringBuilder text, char after)
    {
        if (depth == Delimiters.Length)
        {
            foreach (var inline in inlines)
                Append(OfInline(inline), inline is NoteReference, text);
            return;
        }
        var (format, open, close) = Delimiters[depth];
        var groups = Groups(inlines, format).ToList();
        for (var at = 0; at < groups.Count; at++)
        {
            var before = text.Length > 0 ? text[^1] : '\n';
            var next = at + 1 < groups.Count ? FirstCharacter(groups[at + 1]) : after;
            var isDelimited =
                HasFormat(groups[at][0], format)
                && (open[0] == '<' || Emphasis.IsRecognized(Inline.TextOf(groups[at]), before, next));
            if (isDelimited)
                text.Append(open);
            Write(groups[at], depth + 1, text, isDelimited ? close[0] : next);
            if (isDelimited)
                text.Append(close);
        }
    }

    static IEnumerable<IReadOnlyList<Inline>> Groups(IReadOnlyList<Inline> inlines, InlineFormat format)
    {
        for (int at = 0, end; at < inlines.Count; at = end)
        {
            end = at + 1;
            while (end < inlines.Count && HasFormat(inlines[end], format) == HasFormat(inlines[at], format))
                end++;
            List<Inline> group = [.. inlines.Skip(at).Take(end - at)];
            if (!HasFormat(group[0], format))
            {
                yield return group;
                continue;
            }
            var (start, stop) = format is InlineFormat.Superscript or InlineFormat.Subscript
                ? (0, int.MaxValue)
                : Emphasis.EmphasizedPart(Inline.TextOf(group));
            if (start > 0)
                yield return Inline.Without(format, Inline.Take(group, start));
            if (stop > start)
                yield return Inline.Skip(Inline.Take(group, stop), start);
            if (stop < Inline.TextOf(group).Length)
                yield return Inline.Without(format, Inline.Skip(group, stop));
        }
    }

    static bool HasFormat(Inline inline, InlineFormat format) => inline is TextRun run && run.Format.HasFlag(format);

    static char FirstCharacter(IReadOnlyList<Inline> inlines) =>
        Inline.TextOf(inlines) is { Length: > 0 } text ? text[0] : '[';

    /// <summary>
    /// The mark of a note touches no other mark, and no bracket or colon: the first would be read as one number by people, the others
    /// as a link or as the note itself by other Markdown programs.
    /// </summary>
    static void Append(string written, bool isNote, StringBuilder text)
    {
        if (isNote && EndsWithNote(text))
            text.Append(' ');
        else if (written is ['(' or ':', ..] && EndsWithNote(text))
            text.Append('\\');
        text.Append(written);
    }

    static bool EndsWithNote(StringBuilder text)
    {
        if (text.Length == 0 || text[^1] != ']')
            return false;
        var at = text.Length - 2;
        while (at >= 0 && char.IsAsciiDigit(text[at]))
            at--;
        return at > 0 && text[at] == '^' && text[at - 1] == '[';
    }

    string OfInline(Inline inline) =>
        inline switch
        {
            TextRun { Url: { } url } run when !string.IsNullOrWhiteSpace(run.Text) =>
                $"[{Escaping.Text(run.Text.Trim())}]({Escaping.Url(url)})",
            TextRun run => Escaping.Text(run.Text),
            NoteReference note => $"[^{note.Number}]",
            Picture picture => $"![{Escaping.Text(WordsOf(picture))}]({pictures}/{picture.FileName})",
            _ => "\n",
        };

    /// <summary>What stands in a picture's place for who cannot see it.</summary>
    public static string WordsOf(Picture picture) =>
        picture.AltText ?? Path.GetFileNameWithoutExtension(picture.FileName);
}
