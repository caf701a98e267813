using System.Text.RegularExpressions;
using WorkReports.Import.Model;

namespace WorkReports.Import.Structure;

/// <summary>Gives pictures without alternative text the caption below them.</summary>
static partial class Captions
{
    const int CaptionLengthLimit = 40;

    public static IReadOnlyList<Block> Apply(IReadOnlyList<Block> blocks, ImportNotes importNotes) =>
        [
            .. blocks.Select(
                (block, at) =>
                    block switch
                    {
                        Paragraph paragraph => paragraph with
                        {
                            Inlines = Apply(
                                paragraph.Inlines,
                                CaptionBelow(paragraph, blocks, at),
                                paragraph.Location,
                                importNotes
                            ),
                        },
                        Table table => table with
                        {
                            Rows =
                            [
                                .. table.Rows.Select(row =>
                                    row.Select(cell => Apply(cell, null, default, importNotes)).ToList()
                                ),
                            ],
                        },
                        _ => block,
                    }
            ),
        ];

    static IReadOnlyList<Inline> Apply(
        IReadOnlyList<Inline> inlines,
        string? caption,
        DocumentLocation location,
        ImportNotes importNotes
    )
    {
        if (!inlines.Any(inline => inline is Picture { AltText: null }))
            return inlines;
        if (caption is null)
            importNotes.AddChange("图片没有说明文字，请在方括号里写上图上有什么", location);
        return
        [
            .. inlines.Select(inline =>
                inline is Picture { AltText: null } picture ? picture with { AltText = caption } : inline
            ),
        ];
    }

    /// <summary>The caption of a paragraph that holds pictures alone.</summary>
    static string? CaptionBelow(Paragraph paragraph, IReadOnlyList<Block> blocks, int at) =>
        string.IsNullOrWhiteSpace(paragraph.Text)
        && blocks.ElementAtOrDefault(at + 1) is Paragraph next
        && IsCaption(next)
            ? CaptionLabel().Replace(next.Text, "").Trim()
            : null;

    /// <summary>图1, 表 2-1, 附图1: a caption, whatever its letters look like.</summary>
    public static bool IsLabelled(string text) => LabelStart().IsMatch(text);

    static bool IsCaption(Paragraph paragraph) =>
        paragraph.Text.Length is > 0 and <= CaptionLengthLimit
        && !paragraph.Text.EndsWith('。')
        && (
            CaptionLabel().IsMatch(paragraph.Text)
            || paragraph.Format.StyleName == "caption"
            || paragraph.Format.IsCentred
        );

    [GeneratedRegex(@"^附?[图表]\s*([\d一二三四五六七八九十]+([-－.．]\d+)?)([\s：:、.]|(?=\p{L}))")]
    private static partial Regex LabelStart();

    [GeneratedRegex(@"^[（(]?图\s*\d*\s*[：:.、]?\s*")]
    private static partial Regex CaptionLabel();
}
