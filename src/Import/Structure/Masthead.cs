using WorkReports.Import.Model;
using WorkReports.Import.Structure.Lines;

namespace WorkReports.Import.Structure;

/// <summary>What stands above the title: the letterhead (版头) of an official document, the masthead (报头) of a bulletin.</summary>
/// <param name="Taken">Its lines, as they are told.</param>
/// <param name="Title">Of a document that has no other: 某某令第12号. Null for all others.</param>
/// <param name="Date">That of the bulletin; null where none is written.</param>
/// <param name="Editors">The units that edit the bulletin.</param>
sealed record Masthead(IReadOnlyList<string> Taken, string? Title, DateOnly? Date, IReadOnlyList<string> Editors)
{
    const int LineLimit = 24;
    const int TableRowLimit = 12;
    const int EditorCellLimit = 4;
    const int NoteLimit = 6;

    /// <summary>How much larger than the title an organ's name is that is not red, in points.</summary>
    const double MarkSizeLead = 6;

    const double TitleFontSize = 18;

    /// <summary>Takes it off the body.</summary>
    public static Masthead Take(List<Block> body, IReadOnlyList<PublishingUnit> units)
    {
        var head = WithoutByline(Head(body, units));
        var anchor = head.FindLastIndex(line => line.IsAnchor);
        var title = FindTitle(head) ?? (anchor < 0 ? null : TitleBelowNote(body, head));
        var marks = Marks(head, anchor, title);
        var taken = head.Where((line, at) => line.Kind is not null || line.IsTable || marks.Contains(at)).ToList();
        body.RemoveAll(block => taken.Exists(line => ReferenceEquals(line.Block, block)));
        return new Masthead(
            [.. taken.Select(line => line.Told)],
            title is null ? TitleOf(head, marks) : null,
            taken.Select(line => line.Date).FirstOrDefault(date => date is not null),
            [.. taken.SelectMany(line => line.Editors(units))]
        );
    }

    /// <summary>Unit and date below the title are the author's: those of a masthead stand above it.</summary>
    static List<HeadLine> WithoutByline(List<HeadLine> head)
    {
        var withoutEditors = head.ConvertAll(line => line.IsEditor ? line with { Kind = null } : line);
        var title = FindTitle(withoutEditors);
        var last = title is null
            ? head.FindIndex(line => line.IsIssue || line.IsPublication) >= 0
                ? head.Count
                : 0
            : head.FindIndex(line => ReferenceEquals(line.Block, title));
        return [.. head.Select((line, at) => at < last ? line : withoutEditors[at])];
    }

    /// <summary>The first line below the masthead that looks like a title. The name of a bulletin is one only there.</summary>
    static Paragraph? FindTitle(List<HeadLine> head)
    {
        var anchor = head.FindLastIndex(line => line.IsAnchor);
        var below = head.Skip(anchor + 1).ToList();
        return (
            below.Find(line => line.CanBeTitle)
            ?? (anchor < 0 ? null : below.Find(line => line.LooksLikeTitle && line.IsPublication))
        )?.Paragraph;
    }

    /// <summary>A bulletin may say why it prints an article (编者按) before the article's title. Below an order stands what it puts into force.</summary>
    static Paragraph? TitleBelowNote(List<Block> body, List<HeadLine> head) =>
        head.Exists(line => line.CanBeTitle || (line.IsPublication && line.Paragraph!.Text.TrimEnd().EndsWith('令')))
            ? null
            : body.Skip(head.Count)
                .Take(NoteLimit)
                .OfType<Paragraph>()
                .FirstOrDefault(line =>
                    line.Format.IsCentred && line.Format.FontSize >= TitleFontSize && TitleBlock.CanBeTitle(line)
                );

    /// <summary>The lines before the text begins. A paragraph of several is cut where one of them belongs to the masthead.</summary>
    static List<HeadLine> Head(List<Block> body, IReadOnlyList<PublishingUnit> units)
    {
        var head = new List<HeadLine>();
        var bodySize = BodyLook.Of(body).FontSize;
        for (var at = 0; at < body.Count && at < LineLimit && !HeadLine.IsText(body[at]); at++)
        {
            if (
                body[at] is Paragraph { Text.Length: <= 400 } several
                && several.Text.Contains('\n')
                && several.Text.Split('\n').Any(line => MastheadLine.Of(line.Trim(), units) is not null)
            )
            {
                body.RemoveAt(at);
                body.InsertRange(at, SoftBreaks.SplitAll(several));
            }
            if (body[at] is Table table && !IsMasthead(table, head.Exists(line => line.IsAnchor), units))
                break;
            head.Add(HeadLine.Of(body[at], units, bodySize));
        }
        return head;
    }

    /// <summary>A table without borders holds the organs of a joint document, or number and signer side by side.</summary>
    /// <param name="isBelowNumber">Unit and date alone are the masthead's only below its number.</param>
    static bool IsMasthead(Table table, bool isBelowNumber, IReadOnlyList<PublishingUnit> units)
    {
        if (!TakenLine.IsSmall(table, TableRowLimit))
            return false;
        var lines = TakenLine.Lines(table).ToList();
        var isMasthead =
            (
                isBelowNumber
                && lines.Count <= EditorCellLimit
                && lines.Exists(line => SignedDate.Split(line) is not null)
            )
            || lines.Exists(line =>
                MastheadLine.Of(line, units) is not (null or MastheadKind.Editor)
                || MastheadLine.IsPublicationName(line)
            );
        return isMasthead
            && lines.TrueForAll(line =>
                MastheadLine.Of(line, units) is not null
                || MastheadLine.IsMark(line, units)
                || PersonName.IsLine(line)
                || SignedDate.Read(line) is not null
            );
    }

    /// <summary>The lines that name organ or bulletin: those before the number, or the first ones where there is none.</summary>
    static HashSet<int> Marks(List<HeadLine> head, int anchor, Paragraph? title)
    {
        var marks = new HashSet<int>();
        for (var at = 0; at < head.Count; at++)
        {
            var line = head[at];
            if (title is not null && ReferenceEquals(line.Block, title))
                break;
            if (
                line.Kind is not null
                || line.IsTable
                || line.Paragraph is not { } paragraph
                || paragraph.Format.IsTitle
            )
                continue;
            var isMark =
                at < anchor ? IsMarkAbove(line, title, head.FindLastIndex(IsNumber) > at) : IsMarkAlone(line, title);
            if (isMark)
                marks.Add(at);
            else if (at > anchor)
                break;
        }
        return marks;
    }

    static bool IsNumber(HeadLine line) => line.IsAnchor && !line.IsEditor;

    /// <param name="isAboveNumber">False above unit and date alone, which stand below titles, too.</param>
    static bool IsMarkAbove(HeadLine line, Paragraph? title, bool isAboveNumber) =>
        title is null
            ? line.IsPublication || (line.Paragraph!.Format.IsRed && line.IsMark && isAboveNumber)
            : line.IsMark
                || (isAboveNumber && line.Paragraph!.Format.IsRed)
                || (
                    isAboveNumber
                    && title.Format.FontSize >= TitleFontSize
                    && line.Paragraph!.Format.FontSize > title.Format.FontSize
                );

    /// <summary>Without a number, only what looks otherwise than the title below it.</summary>
    static bool IsMarkAlone(HeadLine line, Paragraph? title) =>
        line.IsMark
        && title is not null
        && (
            (line.Paragraph!.Format.IsRed && !title.Format.IsRed)
            || line.Paragraph.Format.FontSize >= title.Format.FontSize + MarkSizeLead
        );

    /// <summary>An order (令) has no title, nor have some minutes: the name stands for it, with its number.</summary>
    static string? TitleOf(List<HeadLine> head, HashSet<int> marks)
    {
        var names = head.Where((line, at) => marks.Contains(at) && line.IsPublication && !line.IsFile).ToList();
        if (names.Count == 0)
            return null;
        var number = head.Find(line =>
            line.IsAnchor && line.Paragraph is { } paragraph && MastheadLine.IsOrdinal(paragraph.Text)
        )?.Paragraph;
        return string.Concat(names.Select(name => TitleText.OneLine(name.Paragraph!.Text)))
            + OrganizationName.WithoutSpaces(number?.Text ?? "");
    }
}
