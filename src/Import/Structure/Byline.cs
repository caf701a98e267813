using System.Text.RegularExpressions;
using WorkReports.Import.Model;
using WorkReports.Import.Structure.Lines;

namespace WorkReports.Import.Structure;

/// <summary>Who wrote a document and when, as it stands below the title. Those lines leave the body.</summary>
/// <param name="Taken">The lines, as they are told.</param>
/// <param name="Date">Null when none is written there.</param>
/// <param name="Units">As they are written there.</param>
sealed partial record Byline(IReadOnlyList<string> Taken, DateOnly? Date, IReadOnlyList<string> Units)
{
    const int LineLimit = 5;
    const int LengthLimit = 60;

    /// <summary>Takes it off the body.</summary>
    public static Byline Take(List<Block> body, string? title, IReadOnlyList<PublishingUnit> units)
    {
        var taken = new List<string>();
        var names = new List<string>();
        // 政府工作报告——2024年1月5日在……上: the day stands in the title.
        var date = title?.IndexOf('—') is >= 0 and var dash ? SignedDate.ReadStart(title[dash..]) : null;
        var at = 0;
        for (var line = 0; line < LineLimit && at < body.Count; line++)
        {
            if (body[at] is not Paragraph { Format.OutlineLevel: null, Marker: null } paragraph || IsText(paragraph))
                break;
            if (IsOccasion(paragraph))
            {
                // It says more than the day, so it stays.
                date ??= SignedDate.ReadStart(paragraph.Text.TrimStart('（', '('));
                at++;
                continue;
            }
            if (Read(paragraph, units) is not { } found)
                break;
            taken.Add(TakenLine.Of(found.What, paragraph));
            date ??= found.Date;
            names.AddRange(found.Names);
            body.RemoveAt(at);
        }
        return new Byline(taken, date, names);
    }

    public static bool IsText(Paragraph paragraph) =>
        paragraph.Text.Length is 0 or > LengthLimit
        || paragraph.Text[^1] is '。' or '：' or ':' or '；' or '，'
        || !paragraph.Inlines.All(inline => inline is TextRun or LineBreak);

    /// <summary>A line that names who wrote it, be it told as such or by post and name.</summary>
    public static bool IsAuthor(string text) =>
        text.Length <= LengthLimit && (AuthorLabel().IsMatch(text) || PersonName.IsLine(text));

    /// <summary>
    /// Null for a line of the text. Its first line may begin with a unit's name or a date, too: only a line that stands in the middle or
    /// at the right, in brackets, or is nothing but a unit or an author, must be taken out.
    /// </summary>
    static (string What, DateOnly? Date, IReadOnlyList<string> Names)? Read(
        Paragraph paragraph,
        IReadOnlyList<PublishingUnit> units
    )
    {
        var text = paragraph.Text.Trim();
        var isAside = paragraph.Format.IsCentred || paragraph.Format.IsRightAligned || text[0] is '（' or '(';
        if (MastheadLine.Of(text, units) is MastheadKind.DocumentNumber or MastheadKind.Issue)
            return ("发文字号或期数", null, []);
        if (AuthorLabel().IsMatch(text))
            return ("作者", null, Names(AuthorLabel().Replace(text, ""), units));
        var found = SignedDate.Split(text) is { IsMonth: false } day ? day : null;
        var rest = (found is null ? text : SignedDate.Without(text)).Trim('（', '）', '(', ')', ' ', '\u3000');
        if (rest.Length == 0)
            return isAside ? ("日期", found?.Date, []) : null;
        var names = OrganizationName.Split(rest, units);
        var isUnit = names.Count > 0 && (isAside || names.All(name => OrganizationName.IsRegistered(name, units)));
        var isPerson = PersonName.IsLine(rest) && (isAside || rest.Any(char.IsWhiteSpace));
        return isUnit || isPerson
            ? (isPerson ? "作者" : "单位", found?.Date, isPerson ? Names(rest, units) : names)
            : null;
    }

    /// <summary>The registered units among the words: an author's own is written before the name.</summary>
    static IReadOnlyList<string> Names(string text, IReadOnlyList<PublishingUnit> units) =>
        [
            .. text.Split([' ', '\u3000', '\n', '、'], StringSplitOptions.RemoveEmptyEntries)
                .Where(piece => OrganizationName.Find(piece, units) is not null),
        ];

    /// <summary>（2024年1月5日在示例区第三届人民代表大会第四次会议上）.</summary>
    static bool IsOccasion(Paragraph paragraph) =>
        Occasion().IsMatch(paragraph.Text) && SignedDate.ReadStart(paragraph.Text.TrimStart('（', '(')) is not null;

    [GeneratedRegex(@"^[（(].{8,}(上|会议|讲话|通过|发言|报告|修订|修改|稿)[）)]$")]
    private static partial Regex Occasion();

    [GeneratedRegex(
        @"^[（(]?\s*(作\s*者|作者单位|执\s*笔|撰\s*稿|撰\s*写|供\s*稿|通讯员|报告人|发言人|汇报人|整\s*理|本报记者)\s*[：:]\s*|^[（(]?(通讯员|本报记者)\s+"
    )]
    private static partial Regex AuthorLabel();
}
