using System.Text.RegularExpressions;

namespace WorkReports.Import.Structure.Lines;

/// <summary>What a line above the title of an official document is, by the standard for them (GB/T 9704) and the customs of bulletins.</summary>
enum MastheadKind
{
    SerialNumber,
    Classification,
    Urgency,
    Separator,
    Signer,
    DocumentNumber,
    Issue,

    /// <summary>The unit that edits a bulletin, with the date: by itself it may as well stand below a title.</summary>
    Editor,
}

/// <summary>Reads the lines of letterheads (红头) and of the mastheads of bulletins (报头).</summary>
static partial class MastheadLine
{
    const int LengthLimit = 120;

    public static string NameOf(MastheadKind kind) =>
        kind switch
        {
            MastheadKind.SerialNumber => "份号",
            MastheadKind.Classification => "密级",
            MastheadKind.Urgency => "紧急程度",
            MastheadKind.Separator => "分隔线",
            MastheadKind.Signer => "签发人",
            MastheadKind.DocumentNumber => "发文字号",
            MastheadKind.Issue => "期数",
            _ => "编印单位和日期",
        };

    /// <summary>Null for a line that is none of them.</summary>
    public static MastheadKind? Of(string text, IReadOnlyList<PublishingUnit> units)
    {
        if (text.Length is 0 or > LengthLimit)
            return null;
        if (OfCompact(OrganizationName.WithoutSpaces(text)) is { } kind)
            return kind;
        var pieces = text.Split([' ', '\u3000', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var kinds = pieces.Select(OfCompact).OfType<MastheadKind>().ToList();
        var isAll = pieces.All(piece =>
            OfCompact(piece) is not null
            || SignedDate.Read(piece) is not null
            || OrganizationName.IsLikely(piece, units)
        );
        return kinds.Contains(MastheadKind.Classification) && isAll ? MastheadKind.Classification
            : kinds.Count > 0 && isAll ? kinds.Max()
            : IsEditor(text, units) ? MastheadKind.Editor
            : null;
    }

    /// <summary>The name of an organ as it stands over a document, or of a bulletin: 某某委员会文件, 机关党建简报.</summary>
    public static bool IsMark(string text, IReadOnlyList<PublishingUnit> units) =>
        IsPublicationName(text) || OrganizationName.Split(text.Replace("文件", " "), units).Count > 0;

    /// <summary>True for what says of which kind the document is: it may stand for a title where there is none.</summary>
    public static bool IsPublicationName(string text) =>
        text.Length <= LengthLimit && PublicationName().IsMatch(OrganizationName.WithoutSpaces(text));

    public static bool IsFile(string text) =>
        text.Length <= LengthLimit && OrganizationName.WithoutSpaces(text).EndsWith("文件", StringComparison.Ordinal);

    /// <summary>关于……的通知: a title whatever it looks like.</summary>
    public static bool IsOfficialTitle(string text) =>
        text.Length <= LengthLimit && OfficialTitle().IsMatch(OrganizationName.WithoutSpaces(text));

    /// <summary>第12号, 第3期: what is read with the name above it. 常新工委〔2021〕5号 is not.</summary>
    public static bool IsOrdinal(string text) =>
        text.Length <= LengthLimit
        && OrganizationName.WithoutSpaces(text) is var line
        && (
            IssueCharacters().IsMatch(line) && IssueNumber().IsMatch(line) || line.TrimStart('（', '(').StartsWith('第')
        );

    /// <summary>某某办公室编印 and 主办：某某办公室 name the office.</summary>
    public static string WithoutEditorWord(string text) =>
        EditorSuffix().Replace(EditorWord().Replace(text.Trim(), ""), "");

    static bool IsEditor(string text, IReadOnlyList<PublishingUnit> units) =>
        EditorWord().IsMatch(text)
        || (
            SignedDate.Split(text) is { IsMonth: false } found
            && (found.Before.Length == 0 || OrganizationName.IsLikely(WithoutEditorWord(found.Before), units))
        );

    static MastheadKind? OfCompact(string line) =>
        SerialNumber().IsMatch(line) ? MastheadKind.SerialNumber
        : Classification().IsMatch(line) ? MastheadKind.Classification
        : Urgency().IsMatch(line) ? MastheadKind.Urgency
        : Separator().IsMatch(line) ? MastheadKind.Separator
        : Signer().IsMatch(line) ? MastheadKind.Signer
        : DocumentNumber().IsMatch(line) ? MastheadKind.DocumentNumber
        : IssueCharacters().IsMatch(line) && IssueNumber().IsMatch(line) ? MastheadKind.Issue
        : null;

    [GeneratedRegex(@"^((№|No[.．]?|份号[：:]?|编号[：:]?)\d{3,8}|\d{6})$")]
    private static partial Regex SerialNumber();

    [GeneratedRegex(@"^(密级[：:])?(绝密|机密|秘密)([★☆].*)?$")]
    private static partial Regex Classification();

    [GeneratedRegex(@"^((紧急程度|缓急)[：:].{1,4}|特急|加急|平急|急件|特提|特急件)$")]
    private static partial Regex Urgency();

    [GeneratedRegex(@"^([★☆*—―─━_＿－=﹏-]{2,}|[★☆])$")]
    private static partial Regex Separator();

    [GeneratedRegex("^(签发人|会签人|签发)[：:]")]
    private static partial Regex Signer();

    [GeneratedRegex(
        @"^[（(]?[\p{L}]{0,25}[〔\[［（(【﹝]\d{4}年?[〕\]］）)】﹞]第?\d*号[）)]?((签发人|会签人)[：:].*)?$|^[（(]?(\d{4}年)?第[\d一二三四五六七八九十百零〇○]{1,6}号[）)]?$"
    )]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"^[\d年月第总期辑字增特刊一二三四五六七八九十百零〇○（）()〔〕\[\]［］【】/／,，、·.]{2,40}$")]
    private static partial Regex IssueCharacters();

    [GeneratedRegex(
        @"第[\d一二三四五六七八九十百零〇○]+[期辑]|总第?[\d一二三四五六七八九十百零〇○]+期|^[（(]?[增特]刊"
    )]
    private static partial Regex IssueNumber();

    [GeneratedRegex(@"^\s*(编印|主办|主办单位|承办|编辑|编|主编|责任编辑|审核|核稿|总编|编印单位|编发)[：:]")]
    private static partial Regex EditorWord();

    [GeneratedRegex("(编印|编发|编|主办|承办|印发|印)$")]
    private static partial Regex EditorSuffix();

    [GeneratedRegex(
        @"^(?!关于)[^《》，。：；的]{0,28}(文件|命令|令|简报|快报|专报|通报|通告|公告|公报|纪要|动态|信息|参阅|参阅件|简讯|要情|月报|周报|通讯|专刊|内参|情况反映|情况交流|工作交流|督查)$"
    )]
    private static partial Regex PublicationName();

    [GeneratedRegex(
        @"关于.+(通知|通报|通告|公告|报告|请示|批复|意见|决定|决议|函|复函|纪要|方案|办法|总结|汇报|说明|公示|倡议书?|规定|细则|要点|计划)([（(].{1,8}[）)])?$|印发.+的(通知|函)$"
    )]
    private static partial Regex OfficialTitle();
}
