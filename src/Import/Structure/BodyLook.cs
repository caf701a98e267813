using WorkReports.Import.Model;

namespace WorkReports.Import.Structure;

/// <summary>How most of a document's sentences look: what looks otherwise is meant to stand out.</summary>
sealed record BodyLook(double FontSize, bool IsBold, string Font)
{
    static readonly (string Part, int Rank)[] HeadingFonts =
    [
        ("标宋", 1),
        ("黑体", 2),
        ("SimHei", 2),
        ("楷", KaiRank),
        ("KaiTi", KaiRank),
    ];

    public const int LargeRank = 1;
    public const int KaiRank = 4;

    const int BoldRank = 3;

    /// <summary>How much larger a line in the middle is, in points, that stands out by its size: the title of a second article.</summary>
    const double SizeLead = 2;

    public static BodyLook Of(IEnumerable<Block> blocks)
    {
        var all = blocks.OfType<Paragraph>().ToList();
        var sentences = all.FindAll(paragraph => paragraph.Text.EndsWith('。'));
        var paragraphs = sentences.Count > 0 ? sentences : all;
        return new BodyLook(
            Most(paragraphs, format => format.FontSize),
            Most(paragraphs, format => format.IsBold),
            Most(paragraphs, format => format.Font) ?? ""
        );
    }

    /// <summary>What most characters have.</summary>
    static T? Most<T>(List<Paragraph> paragraphs, Func<ParagraphFormat, T> property) =>
        paragraphs
            .GroupBy(paragraph => property(paragraph.Format))
            .Select(same => (same.Key, Length: same.Sum(paragraph => paragraph.Text.Length)))
            .OrderByDescending(same => same.Length)
            .Select(same => same.Key)
            .FirstOrDefault();

    /// <summary>How a paragraph stands out, 1 the most; null for one that does not. 黑体 stands above bold and 楷体, as the standard has it.</summary>
    public int? Distinction(ParagraphFormat format)
    {
        var font =
            format.Font == Font
                ? 0
                : HeadingFonts
                    .FirstOrDefault(heading => format.Font.Contains(heading.Part, StringComparison.OrdinalIgnoreCase))
                    .Rank;
        return format.IsCentred && format.FontSize >= FontSize + SizeLead ? LargeRank
            : font is > 0 and not KaiRank ? font
            : format.IsBold && !IsBold ? BoldRank
            : font > 0 ? font
            : null;
    }
}
