using System.Text.RegularExpressions;
using WorkReports.Import.Model;

namespace WorkReports.Import.Structure;

/// <summary>The head of a document: the letterhead (红头) and the title, which leave the body.</summary>
/// <param name="Title">Null when no line looks like one.</param>
/// <param name="TitleFrom">How it was found.</param>
/// <param name="Body">What follows.</param>
/// <param name="Letterhead">Lines of the letterhead, such as 常新工委〔2021〕5号.</param>
/// <param name="Secret">The mark of a classified document.</param>
sealed partial record TitleBlock(
    string? Title,
    string TitleFrom,
    IReadOnlyList<Block> Body,
    IReadOnlyList<string> Letterhead,
    string? Secret
)
{
    const int MostLines = 8;
    const int LongestTitle = 80;

    /// <summary>二号, the size that titles of official documents have.</summary>
    const double TitleSize = 21.5;

    public static TitleBlock Read(IReadOnlyList<Block> blocks)
    {
        var body = blocks.ToList();
        var letterhead = TakeLetterhead(body);
        var secret = letterhead.Find(line => Secrecy().IsMatch(line));
        var (from, title) = TakeTitle(body);
        return new TitleBlock(title, from, body, letterhead, secret);
    }

    static List<string> TakeLetterhead(List<Block> body)
    {
        var top = body.Take(MostLines).TakeWhile(block => block is Paragraph).Cast<Paragraph>().ToList();
        var hasNumber = top.Exists(paragraph => DocumentNumber().IsMatch(paragraph.Text));
        var lines = new List<string>();
        foreach (var paragraph in top)
        {
            var isLetterhead =
                DocumentNumber().IsMatch(paragraph.Text)
                || Secrecy().IsMatch(paragraph.Text)
                || Margin().IsMatch(paragraph.Text)
                || (hasNumber && paragraph.Look.IsRed);
            if (!isLetterhead)
                continue;
            lines.Add(paragraph.Text.Replace('\n', ' '));
            body.Remove(paragraph);
        }
        return lines;
    }

    static (string From, string? Title) TakeTitle(List<Block> body)
    {
        var top = body.Take(MostLines).TakeWhile(block => block is Paragraph).Cast<Paragraph>().ToList();
        var bodySize = BodySize(body);
        var highest = body.OfType<Paragraph>().Min(paragraph => paragraph.Look.Outline);
        var isAlone = body.OfType<Paragraph>().Count(paragraph => paragraph.Look.Outline == highest) == 1;
        var found = Pick(top, "标题样式", paragraph => paragraph.Look.IsTitle)
            ?? Pick(top, "字号最大的居中段落", paragraph =>
                paragraph.Look.IsCentred && (paragraph.Look.Size > bodySize || paragraph.Look.IsBold)
            )
            ?? Pick(top, "二号以上的大字", paragraph => paragraph.Look.Size >= TitleSize)
            ?? Pick(top.Take(1), "唯一的一级标题", paragraph =>
                isAlone && paragraph.Look.Outline is not null && paragraph.Look.Outline == highest
            )
            ?? Pick(top.Take(1), "开头居中的一行", paragraph => paragraph.Look.IsCentred)
            ?? Pick(top.Take(1), "正文第一行", paragraph =>
                NumberLabel.Of(paragraph.Numbered) is null && paragraph.Look.Outline is null
            );
        return found is { } title ? (title.From, Join(title.First, top, body)) : ("", null);
    }

    static (string From, Paragraph First)? Pick(
        IEnumerable<Paragraph> top,
        string from,
        Func<Paragraph, bool> isTitle
    ) =>
        top.FirstOrDefault(paragraph => isTitle(paragraph) && CanBeTitle(paragraph)) is { } first
            ? (from, first)
            : null;

    static bool CanBeTitle(Paragraph paragraph) =>
        paragraph.Text.Length is > 1 and <= LongestTitle
        && !"。：.:；;，".Contains(paragraph.Text[^1])
        && SignedDate.Read(paragraph.Text) is null
        && !Annex().IsMatch(paragraph.Text)
        && paragraph.Label is null
        && paragraph.Inlines.All(inline => inline is Words or LineBreak);

    /// <summary>A title that is broken over lines or paragraphs is one again; a line that begins with a dash belongs to it.</summary>
    static string Join(Paragraph first, List<Paragraph> top, List<Block> body)
    {
        var title = OneLine(first.Text);
        body.Remove(first);
        foreach (var next in top.Skip(top.IndexOf(first) + 1))
        {
            var isSubtitle = next.Look.IsSubtitle || (next.Look.IsCentred && next.Text.StartsWith('—'));
            var isMore =
                next.Look with { IsBold = first.Look.IsBold } == first.Look
                && (first.Look.IsCentred || first.Look.IsTitle);
            if (
                !isSubtitle && !isMore
                || !CanBeTitle(next)
                || NumberLabel.Of(next.Numbered) is not null
                || title.Length + next.Text.Length > LongestTitle
            )
                break;
            title = Glue(title, isSubtitle ? "——" + OneLine(next.Text).TrimStart('—', '-', ' ') : OneLine(next.Text));
            body.Remove(next);
        }
        return title;
    }

    static string OneLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Aggregate("", Glue);

    /// <summary>Latin words keep a space between them; the wide spaces that set Chinese titles apart go.</summary>
    static string Glue(string left, string right)
    {
        right = right.Replace("\u3000", "");
        var isLatin =
            left.Length > 0
            && right.Length > 0
            && char.IsAsciiLetterOrDigit(left[^1])
            && char.IsAsciiLetterOrDigit(right[0]);
        return isLatin ? left + " " + right : left + right;
    }

    static double BodySize(IEnumerable<Block> body) =>
        body.OfType<Paragraph>()
            .GroupBy(paragraph => paragraph.Look.Size)
            .MaxBy(same => same.Sum(paragraph => paragraph.Text.Length))
            ?.Key
        ?? 0;

    [GeneratedRegex(@"^[\p{L}\s]{1,20}[〔\[［（(【]\s*\d{4}\s*[〕\]］）)】]\s*第?\s*\d+\s*号(\s+签发人.*)?$")]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"^\s*(绝密|机密|秘密)\s*(★.*)?$")]
    private static partial Regex Secrecy();

    [GeneratedRegex(@"^(特急|加急|平急|急件|\d{6}|签发人[：:].*)$")]
    private static partial Regex Margin();

    [GeneratedRegex(@"^附件\s*\d*\s*[：:]?$")]
    private static partial Regex Annex();
}
