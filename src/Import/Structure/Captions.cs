using System.Text.RegularExpressions;
using WorkReports.Import.Model;

namespace WorkReports.Import.Structure;

/// <summary>Gives pictures without words the line below them that speaks of them.</summary>
static partial class Captions
{
    const int Longest = 40;

    public static IReadOnlyList<Block> Set(IReadOnlyList<Block> blocks, ImportNotes losses) =>
        [
            .. blocks.Select(
                (block, at) =>
                    block switch
                    {
                        Paragraph paragraph => paragraph with
                        {
                            Inlines = Set(paragraph.Inlines, Below(paragraph, blocks, at), paragraph.Place, losses),
                        },
                        Table table => new Table([
                            .. table.Rows.Select(row => row.Select(cell => Set(cell, null, default, losses)).ToList()),
                        ]),
                        _ => block,
                    }
            ),
        ];

    static IReadOnlyList<Inline> Set(
        IReadOnlyList<Inline> inlines,
        string? caption,
        DocumentLocation place,
        ImportNotes losses
    )
    {
        if (!inlines.Any(inline => inline is Picture { Alt: null }))
            return inlines;
        if (caption is null)
            losses.Change("图片没有说明文字，请在方括号里写上图上有什么", place);
        return
        [
            .. inlines.Select(inline =>
                inline is Picture { Alt: null } picture ? picture with { Alt = caption } : inline
            ),
        ];
    }

    /// <summary>The caption of a paragraph that holds pictures alone.</summary>
    static string? Below(Paragraph paragraph, IReadOnlyList<Block> blocks, int at) =>
        string.IsNullOrWhiteSpace(paragraph.Text)
        && blocks.ElementAtOrDefault(at + 1) is Paragraph next
        && IsCaption(next)
            ? Label().Replace(next.Text, "").Trim()
            : null;

    static bool IsCaption(Paragraph paragraph) =>
        paragraph.Text.Length is > 0 and <= Longest
        && !paragraph.Text.EndsWith('。')
        && (Label().IsMatch(paragraph.Text) || paragraph.Look.Style == "caption" || paragraph.Look.IsCentred);

    [GeneratedRegex(@"^[（(]?图\s*\d*\s*[：:.、]?\s*")]
    private static partial Regex Label();
}
