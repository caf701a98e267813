using System.Text.RegularExpressions;
using WorkReports.Import.Model;
using WorkReports.Import.Structure.Lines;

namespace WorkReports.Import.Structure;

/// <summary>The head of a document: letterhead or masthead, title, and who wrote it. They leave the body.</summary>
/// <param name="Title">Null when no line looks like one.</param>
/// <param name="TitleSource">How it was found.</param>
/// <param name="Body">What follows.</param>
/// <param name="Masthead">What stands above the title.</param>
/// <param name="Byline">What stands below it.</param>
sealed partial record TitleBlock(
    string? Title,
    string TitleSource,
    IReadOnlyList<Block> Body,
    Masthead Masthead,
    Byline Byline
)
{
    const int LineLimit = 12;
    const int TitleLengthLimit = 80;

    /// <summary>二号, the size that titles of official documents have.</summary>
    const double TitleFontSize = 21.5;

    /// <summary>Lines of letterhead and byline, as they are told.</summary>
    public IReadOnlyList<string> Letterhead => [.. Masthead.Taken, .. Byline.Taken];

    public static TitleBlock Read(IReadOnlyList<Block> blocks, IReadOnlyList<PublishingUnit> units)
    {
        var body = blocks.ToList();
        var masthead = Masthead.Take(body, units);
        var (from, title) = masthead.Title is { } name ? ("报头或发文机关标志", name) : TakeTitle(body, units);
        var byline = Byline.Take(body, title, units);
        return new TitleBlock(title, from, body, masthead, byline);
    }

    static (string From, string? Title) TakeTitle(List<Block> body, IReadOnlyList<PublishingUnit> units)
    {
        var top = body.Take(LineLimit).TakeWhile(block => block is Paragraph).Cast<Paragraph>().ToList();
        var bodySize = BodyLook.Of(body).FontSize;
        var topLevel = body.OfType<Paragraph>().Min(paragraph => paragraph.Format.OutlineLevel);
        var isOnlyTopHeading =
            body.OfType<Paragraph>().Count(paragraph => paragraph.Format.OutlineLevel == topLevel) == 1;
        var found = FindTitle(top, "标题样式", paragraph => paragraph.Format.IsTitle)
            ?? LargestCentred(top, bodySize, units)
            ?? FindTitle(top, "二号以上的大字", paragraph => paragraph.Format.FontSize >= TitleFontSize)
            ?? FindTitle(top.Take(1), "唯一的一级标题", paragraph =>
                isOnlyTopHeading
                && paragraph.Format.OutlineLevel is not null
                && paragraph.Format.OutlineLevel == topLevel
            )
            ?? FindTitle(top.Take(1), "开头居中的一行", paragraph => paragraph.Format.IsCentred)
            ?? FindTitle(top.Take(1), "正文第一行", paragraph =>
                NumberLabel.Of(paragraph.TextWithMarker) is null && paragraph.Format.OutlineLevel is null
            );
        return found is { } title ? (title.From, TakeTitleLines(title.First, top, body, units)) : ("", null);
    }

    static (string From, Paragraph First)? FindTitle(
        IEnumerable<Paragraph> top,
        string from,
        Func<Paragraph, bool> isTitle
    ) =>
        top.FirstOrDefault(paragraph => isTitle(paragraph) && CanBeTitle(paragraph)) is { } first
            ? (from, first)
            : null;

    /// <summary>The largest of the lines in the middle before the text begins; the organ's name in smaller letters above it belongs to it.</summary>
    static (string From, Paragraph First)? LargestCentred(
        List<Paragraph> top,
        double bodySize,
        IReadOnlyList<PublishingUnit> units
    )
    {
        const string from = "字号最大的居中段落";
        var centred = top.Where(paragraph =>
                paragraph.Format.IsCentred && (paragraph.Format.FontSize > bodySize || paragraph.Format.IsBold)
            )
            .Where(CanBeTitle)
            .ToList();
        var beforeText = centred.Intersect(top.TakeWhile(paragraph => !HeadLine.IsText(paragraph))).ToList();
        if (beforeText.Count == 0)
            return centred.Count > 0 ? (from, centred[0]) : null;
        var largest = beforeText.MaxBy(paragraph => paragraph.Format.FontSize)!;
        var above = beforeText.TakeWhile(paragraph => paragraph != largest).ToList();
        return (
            from,
            above.All(paragraph => OrganizationName.IsLikely(paragraph.Text, units)) ? beforeText[0] : largest
        );
    }

    public static bool CanBeTitle(Paragraph paragraph) =>
        paragraph.Text.Length is > 1 and <= TitleLengthLimit
        && !"。：.:；;，".Contains(paragraph.Text[^1])
        && SignedDate.Split(paragraph.Text) is not { Before: "" }
        && !AnnexHeading().IsMatch(paragraph.Text)
        && paragraph.Marker is null
        && paragraph.Inlines.All(inline => inline is TextRun or LineBreak);

    /// <summary>A title that is broken over lines or paragraphs is one again; a line that begins with a dash belongs to it.</summary>
    static string TakeTitleLines(
        Paragraph first,
        List<Paragraph> top,
        List<Block> body,
        IReadOnlyList<PublishingUnit> units
    )
    {
        var title = TitleText.OneLine(first.Text);
        // The organ's name over a title in another size: the two are read together.
        var isOrgan = first.Format.IsCentred && OrganizationName.IsLikely(first.Text, units);
        body.Remove(first);
        foreach (var next in top.Skip(top.IndexOf(first) + 1))
        {
            var isSubtitle = next.Format.IsSubtitle || (!Byline.IsText(next) && SubtitleDash().IsMatch(next.Text));
            var isContinuation =
                next.Format with { IsBold = first.Format.IsBold } == first.Format
                && (first.Format.IsCentred || first.Format.IsTitle);
            var isRest = isOrgan && next.Format.IsCentred && TitleStart().IsMatch(next.Text);
            if (
                !isSubtitle && !isContinuation && !isRest
                || !CanBeTitle(next)
                || NumberLabel.Of(next.TextWithMarker) is not null
                || title.Length + next.Text.Length > TitleLengthLimit
                || (!isSubtitle && Byline.IsAuthor(next.Text))
            )
                break;
            title = TitleText.Join(
                title,
                isSubtitle
                    ? "——" + SubtitleDash().Replace(TitleText.OneLine(next.Text), "")
                    : TitleText.OneLine(next.Text)
            );
            body.Remove(next);
            isOrgan = false;
        }
        return title;
    }

    [GeneratedRegex(@"^[—―─–－-]+\s*")]
    private static partial Regex SubtitleDash();

    [GeneratedRegex(@"^(关于|\d{4}|[〇○零一二三四五六七八九]{4})")]
    private static partial Regex TitleStart();

    [GeneratedRegex(@"^(附件|附表|附录)\s*[\d一二三四五六七八九十]*\s*[：:]?$")]
    private static partial Regex AnnexHeading();
}
