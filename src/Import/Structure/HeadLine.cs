using WorkReports.Import.Model;
using WorkReports.Import.Structure.Lines;

namespace WorkReports.Import.Structure;

/// <summary>A line at the top of a document, as a masthead would have it.</summary>
/// <param name="Kind">Null for a name, a title and whatever else stands there.</param>
/// <param name="IsMark">True for the name of an organ or a bulletin.</param>
/// <param name="LooksLikeTitle">True for what can be the document's title when a masthead stands above it.</param>
sealed record HeadLine(Block Block, MastheadKind? Kind, bool IsMark, bool LooksLikeTitle)
{
    const int TextLengthLimit = 100;
    const double TitleFontSize = 21.5;
    const double CentredTitleFontSize = 16;

    public Paragraph? Paragraph => Block as Paragraph;

    public bool IsTable => Block is Table;

    public bool CanBeTitle => LooksLikeTitle && !IsMark;

    public bool IsIssue => Kind == MastheadKind.Issue;

    public bool IsEditor => Kind == MastheadKind.Editor;

    public bool IsPublication => Paragraph is { } line && MastheadLine.IsPublicationName(line.Text);

    public bool IsFile => Paragraph is { } line && MastheadLine.IsFile(line.Text);

    /// <summary>True for what stands below the name of the organ or bulletin, so that this is none of the title.</summary>
    public bool IsAnchor => IsTable || Kind >= MastheadKind.Signer;

    /// <summary>The day of a bulletin.</summary>
    public DateOnly? Date =>
        EditorLines.Select(SignedDate.Split).FirstOrDefault(found => found is { IsMonth: false })?.Date;

    /// <summary>The units that edit a bulletin.</summary>
    public IEnumerable<string> Editors(IReadOnlyList<PublishingUnit> units) =>
        EditorLines
            .Select(line => SignedDate.Split(line) is null ? line : SignedDate.Without(line))
            .Select(MastheadLine.WithoutEditorWord)
            .SelectMany(line => OrganizationName.Split(line, units));

    IEnumerable<string> EditorLines =>
        Block is Table table ? TakenLine.Lines(table)
        : Kind is MastheadKind.Editor or MastheadKind.Issue ? [Paragraph!.Text]
        : [];

    public string Told =>
        Block is Table table ? TakenLine.Of("版头", table, "开头的表格")
        : Kind is { } kind ? TakenLine.Of(MastheadLine.NameOf(kind), Paragraph!)
        : TakenLine.Of("发文机关标志或报头", Paragraph!);

    public static HeadLine Of(Block block, IReadOnlyList<PublishingUnit> units, double bodySize)
    {
        if (block is not Paragraph paragraph)
            return new HeadLine(block, null, IsMark: false, LooksLikeTitle: false);
        var kind = paragraph.Text.Length > 0 ? MastheadLine.Of(paragraph.Text, units) : null;
        var isMark = kind is null && MastheadLine.IsMark(paragraph.Text, units);
        return new HeadLine(
            block,
            kind,
            isMark,
            kind is null && !PersonName.IsLine(paragraph.Text) && IsTitle(paragraph, bodySize)
        );
    }

    /// <summary>True where the text begins: a sentence, a section.</summary>
    public static bool IsText(Block block) =>
        block is Paragraph paragraph
        && (
            paragraph.Text.Length > TextLengthLimit
            || paragraph.Text.EndsWith('。')
            || paragraph.Marker is not null
            || NumberLabel.Of(paragraph.Text) is not null
        );

    static bool IsTitle(Paragraph paragraph, double bodySize) =>
        TitleBlock.CanBeTitle(paragraph)
        && (
            paragraph.Format.IsTitle
            || paragraph.Format.OutlineLevel is not null
            || MastheadLine.IsOfficialTitle(paragraph.Text)
            || paragraph.Format.FontSize >= TitleFontSize
            || (
                paragraph.Format.IsCentred
                && (
                    paragraph.Format.IsBold
                    || (paragraph.Format.FontSize > bodySize && paragraph.Format.FontSize >= CentredTitleFontSize)
                )
            )
        );
}
