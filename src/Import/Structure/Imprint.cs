using System.Text.RegularExpressions;
using WorkReports.Import.Model;
using WorkReports.Import.Structure.Lines;

namespace WorkReports.Import.Structure;

/// <summary>The last lines of a document: the imprint (版记) with 抄送 and 印发, the foot (报尾) of a bulletin with 报, 送, 发.</summary>
static partial class Imprint
{
    const int TableRowLimit = 8;
    const int ContinuationLimit = 4;
    const int LineLengthLimit = 400;

    /// <summary>Takes it off the body; what it said, as it is told.</summary>
    public static IReadOnlyList<string> Take(List<Block> body)
    {
        var lines = new List<string>();
        while (body.Count > 0 && Length(body) is > 0 and var length)
        {
            for (var at = 1; at <= length; at++)
                lines.Add(Told(body[^at]));
            body.RemoveRange(body.Count - length, length);
        }
        lines.Reverse();
        return lines;
    }

    /// <summary>（此件公开发布）, which stands below the date.</summary>
    public static bool IsPublicity(Block block) => block is Paragraph paragraph && Publicity().IsMatch(paragraph.Text);

    /// <summary>How many of the last blocks are one entry: its other lines end with no full stop, but with a comma.</summary>
    static int Length(List<Block> body)
    {
        if (body[^1] is Table table)
            return TakenLine.IsSmall(table, TableRowLimit) && TakenLine.Lines(table).Any(IsLine) ? 1 : 0;
        for (var length = 1; length <= ContinuationLimit && length < body.Count; length++)
        {
            if (
                body[^length] is not Paragraph paragraph
                || (length > 1 && paragraph.Text is not [.., '，' or '、' or ','])
            )
                return 0;
            if (IsLine(paragraph.Text))
                return length;
        }
        return 0;
    }

    static bool IsLine(string text) =>
        text.Length <= LineLengthLimit && (ImprintLine().IsMatch(text) || Publicity().IsMatch(text));

    static string Told(Block block) =>
        block switch
        {
            Paragraph paragraph => TakenLine.Of(IsPublicity(block) ? "附注" : "版记", paragraph),
            Table table => TakenLine.Of("版记", table, "末尾的表格"),
            _ => "",
        };

    [GeneratedRegex(
        @"^\s*(抄送|抄报|主送|分送|报送|印发机关|印发日期|主题词|报|送|发|呈报?|呈送)\s*[：:]|(年\s*[\d一二三四五六七八九十]+\s*月\s*[\d一二三四五六七八九十]+\s*日)\s*印发?(制)?\s*$|^\s*[（(]?\s*共\s*印\s*\d+\s*份\s*[）)]?\s*$|^\s*(责任编辑|编辑|编审|校对|审核|签发|核稿|打印|承办单位|承办)\s*[：:].{1,60}$|^\s*[—―─━_＿=－-]{3,}\s*$"
    )]
    private static partial Regex ImprintLine();

    [GeneratedRegex(@"^\s*[（(](此件)?(公开|不公开|主动公开|不予公开|依申请公开)(发布)?[）)]\s*$")]
    private static partial Regex Publicity();
}
