using System.Text.RegularExpressions;
using WorkReports.Import.Model;

namespace WorkReports.Import.Structure;

/// <summary>The head of a document: the letterhead (红头) and the title, which leave the body.</summary>
/// <param name="Title">Null when no line looks like one.</param>
/// <param name="TitleSource">How it was found.</param>
/// <param name="Body">What follows.</param>
/// <param name="Letterhead">Lines of the letterhead, such as 常新工委〔2021〕5号.</param>
/// <param name="Classification">The marking (密级) of a classified document; null for any other.</param>
sealed partial record TitleBlock(
    string? Title,
    string TitleSource,
    IReadOnlyList<Block> Body,
    IReadOnlyList<string> Letterhead,
    string? Classification
)
{
    const int LineLimit = 8;
    const int TitleLengthLimit = 80;

    /// <summary>二号, the size that titles of official documents have.</summary>
    const double TitleFontSize = 21.5;

    public static TitleBlock Read(IReadOnlyList<Block> blocks)
    {
        var body = blocks.ToList();
        var letterhead = TakeLetterhead(body);
        var classification = letterhead.Find(line => ClassificationMarking().IsMatch(line));
        var (from, title) = TakeTitle(body);
        return new TitleBlock(title, from, body, letterhead, classification);
    }

    static List<string> TakeLetterhead(List<Block> body)
    {
        var top = body.Take(LineLimit).TakeWhile(block => block is Paragraph).Cast<Paragraph>().ToList();
        var hasNumber = top.Exists(paragraph => DocumentNumber().IsMatch(paragraph.Text));
        var lines = new List<string>();
        foreach (var paragraph in top)
        {
            var isLetterhead =
                DocumentNumber().IsMatch(paragraph.Text)
                || ClassificationMarking().IsMatch(paragraph.Text)
                || UrgencyOrSigner().IsMatch(paragraph.Text)
                || (hasNumber && paragraph.Format.IsRed);
            if (!isLetterhead)
                continue;
            lines.Add(paragraph.Text.Replace('\n', ' '));
            body.Remove(paragraph);
        }
        return lines;
    }

    static (string From, string? Title) TakeTitle(List<Block> body)
    {
        var top = body.Take(LineLimit).TakeWhile(block => block is Paragraph).Cast<Paragraph>().ToList();
        var bodySize = BodyFontSize(body);
        var topLevel = body.OfType<Paragraph>().Min(paragraph => paragraph.Format.OutlineLevel);
        var isOnlyTopHeading =
            body.OfType<Paragraph>().Count(paragraph => paragraph.Format.OutlineLevel == topLevel) == 1;
        var found = FindTitle(top, "标题样式", paragraph => paragraph.Format.IsTitle)
            ?? FindTitle(top, "字号最大的居中段落", paragraph =>
                paragraph.Format.IsCentred && (paragraph.Format.FontSize > bodySize || paragraph.Format.IsBold)
            )
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
        return found is { } title ? (title.From, TakeTitleLines(title.First, top, body)) : ("", null);
    }

    static (string From, Paragraph First)? FindTitle(
        IEnumerable<Paragraph> top,
        string from,
        Func<Paragraph, bool> isTitle
    ) =>
        top.FirstOrDefault(paragraph => isTitle(paragraph) && CanBeTitle(paragraph)) is { } first
            ? (from, first)
            : null;

    static bool CanBeTitle(Paragraph paragraph) =>
        paragraph.Text.Length is > 1 and <= TitleLengthLimit
        && !"。：.:；;，".Contains(paragraph.Text[^1])
        && SignedDate.Read(paragraph.Text) is null
        && !AnnexHeading().IsMatch(paragraph.Text)
        && paragraph.Marker is null
        && paragraph.Inlines.All(inline => inline is TextRun or LineBreak);

    /// <summary>A title that is broken over lines or paragraphs is one again; a line that begins with a dash belongs to it.</summary>
    static string TakeTitleLines(Paragraph first, List<Paragraph> top, List<Block> body)
    {
        var title = OneLine(first.Text);
        body.Remove(first);
        foreach (var next in top.Skip(top.IndexOf(first) + 1))
        {
            var isSubtitle = next.Format.IsSubtitle || (next.Format.IsCentred && next.Text.StartsWith('—'));
            var isContinuation =
                next.Format with { IsBold = first.Format.IsBold } == first.Format
                && (first.Format.IsCentred || first.Format.IsTitle);
            if (
                !isSubtitle && !isContinuation
                || !CanBeTitle(next)
                || NumberLabel.Of(next.TextWithMarker) is not null
                || title.Length + next.Text.Length > TitleLengthLimit
            )
                break;
            title = JoinText(
                title,
                isSubtitle ? "——" + OneLine(next.Text).TrimStart('—', '-', ' ') : OneLine(next.Text)
            );
            body.Remove(next);
        }
        return title;
    }

    static string OneLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Aggregate("", JoinText);

    /// <summary>A space stays between Latin words; the ideographic spaces that spread a Chinese title go.</summary>
    static string JoinText(string left, string right)
    {
        right = right.Replace("\u3000", "");
        var isLatin =
            left.Length > 0
            && right.Length > 0
            && char.IsAsciiLetterOrDigit(left[^1])
            && char.IsAsciiLetterOrDigit(right[0]);
        return isLatin ? left + " " + right : left + right;
    }

    static double BodyFontSize(IEnumerable<Block> body) =>
        body.OfType<Paragraph>()
            .GroupBy(paragraph => paragraph.Format.FontSize)
            .MaxBy(same => same.Sum(paragraph => paragraph.Text.Length))
            ?.Key
        ?? 0;

    [GeneratedRegex(@"^[\p{L}\s]{1,20}[〔\[［（(【]\s*\d{4}\s*[〕\]］）)】]\s*第?\s*\d+\s*号(\s+签发人.*)?$")]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"^\s*(绝密|机密|秘密)\s*(★.*)?$")]
    private static partial Regex ClassificationMarking();

    [GeneratedRegex(@"^(特急|加急|平急|急件|\d{6}|签发人[：:].*)$")]
    private static partial Regex UrgencyOrSigner();

    [GeneratedRegex(@"^附件\s*\d*\s*[：:]?$")]
    private static partial Regex AnnexHeading();
}
