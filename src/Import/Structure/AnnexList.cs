using System.Text.RegularExpressions;
using WorkReports.Import.Model;

namespace WorkReports.Import.Structure;

/// <summary>
/// The list of annexes (附件说明) below the text, 附件：1.某某表, 2.某某表, is a list; the line 附件1 over an annex is a heading. What is
/// numbered in such a list is no section.
/// </summary>
sealed partial class AnnexList
{
    const int ContinuationLengthLimit = 40;

    readonly HashSet<Block> members = new(ReferenceEqualityComparer.Instance);

    /// <summary>True for a line of a list of annexes.</summary>
    public bool Contains(Block block) => members.Contains(block);

    /// <summary>True for the line above an annex itself.</summary>
    public static bool IsAnnexStart(IReadOnlyList<Block> blocks, int at) =>
        at > 0
        && at + 1 < blocks.Count
        && blocks[at] is Paragraph { Kind: ParagraphKind.Text, Marker: null } paragraph
        && IsAnnexLine(paragraph)
        && blocks[at + 1] is not Paragraph { Kind: ParagraphKind.ListItem };

    public static bool IsAnnexLine(Paragraph paragraph) =>
        paragraph.Text.Length <= 12 && AnnexStart().IsMatch(paragraph.Text);

    /// <summary>附件：1.甲　2.乙 in one line are a line each.</summary>
    public static IReadOnlyList<Block> Split(Block block)
    {
        if (
            block is not Paragraph { Marker: null, Format.OutlineLevel: null, Inlines: [TextRun run] } paragraph
            || ListStart().Match(run.Text) is not { Success: true } start
        )
            return [block];
        var items = NextItem().Split(run.Text);
        var isCounted = items
            .Select((item, at) => NumberLabel.Of(at == 0 ? item[start.Length..] : item)?.Number == at + 1)
            .All(isNext => isNext);
        return items.Length == 1 || !isCounted
            ? [block]
            :
            [
                .. items.Select(item => new Paragraph([run with { Text = item }], paragraph.Format)
                {
                    Location = paragraph.Location,
                }),
            ];
    }

    /// <summary>The blocks, with each annex of a list as an item of its own.</summary>
    public List<Block> Separate(IReadOnlyList<Block> blocks)
    {
        var separated = new List<Block>(blocks.Count);
        for (var at = 0; at < blocks.Count; at++)
        {
            if (
                blocks[at] is not Paragraph { Marker: null, Format.OutlineLevel: null } paragraph
                || ListStart().Match(paragraph.Text) is not { Success: true } start
            )
            {
                separated.Add(blocks[at]);
                continue;
            }
            var rest = WithoutStart(paragraph, start.Length);
            var first = rest ?? blocks.ElementAtOrDefault(at + 1) as Paragraph;
            if (first is null || NumberLabel.Of(first.TextWithMarker) is not { Number: 1 } label)
            {
                separated.Add(Add(paragraph));
                continue;
            }
            separated.Add(Add(rest is null ? paragraph : Start(paragraph, start.Length)));
            if (rest is null)
                at++;
            separated.Add(Item(first, label));
            at = AddOthers(blocks, at, label, separated);
        }
        return separated;
    }

    /// <summary>The items after the first; where the last one stands.</summary>
    int AddOthers(IReadOnlyList<Block> blocks, int at, NumberLabel last, List<Block> separated)
    {
        while (true)
        {
            if (Next(blocks, at + 1, last) is { } label)
                separated.Add(Item((Paragraph)blocks[++at], label));
            else if (
                blocks.ElementAtOrDefault(at + 1)
                    is Paragraph { Text.Length: <= ContinuationLengthLimit, Marker: null } rest
                && NumberLabel.Of(rest.Text) is null
                && Next(blocks, at + 2, last) is not null
            )
            {
                // A long name that was broken by hand goes on below.
                var item = (Paragraph)separated[^1];
                separated[^1] = Add(
                    new Paragraph([.. item.Inlines, .. rest.Inlines], item.Format)
                    {
                        Kind = item.Kind,
                        Number = item.Number,
                        Location = item.Location,
                    }
                );
                at++;
                continue;
            }
            else
                return at;
            last = NumberLabel.Of(((Paragraph)blocks[at]).TextWithMarker)!;
        }
    }

    static NumberLabel? Next(IReadOnlyList<Block> blocks, int at, NumberLabel last) =>
        blocks.ElementAtOrDefault(at) is Paragraph { Format.OutlineLevel: null } paragraph
        && NumberLabel.Of(paragraph.TextWithMarker) is { } label
        && label.Style == last.Style
        && label.Number == last.Number + 1
            ? label
            : null;

    Paragraph Item(Paragraph paragraph, NumberLabel label)
    {
        if (label.Style != NumberingStyle.Arabic)
            return Add(paragraph);
        var inlines = paragraph.Marker is null ? Inline.Skip(paragraph.Inlines, label.Length) : paragraph.Inlines;
        return Add(
            new Paragraph(inlines, paragraph.Format)
            {
                Kind = ParagraphKind.ListItem,
                Number = label.Number,
                Location = paragraph.Location,
            }
        );
    }

    Paragraph Add(Paragraph paragraph)
    {
        members.Add(paragraph);
        return paragraph;
    }

    static Paragraph Start(Paragraph paragraph, int length) =>
        new(Inline.Trim(Inline.Take(paragraph.Inlines, length)), paragraph.Format) { Location = paragraph.Location };

    static Paragraph? WithoutStart(Paragraph paragraph, int length) =>
        length == paragraph.Text.Length
            ? null
            : new Paragraph(Inline.Trim(Inline.Skip(paragraph.Inlines, length)), paragraph.Format)
            {
                Location = paragraph.Location,
            };

    [GeneratedRegex(@"^(附\s*件|附\s*表|附|附件目录|附件清单)\s*[：:]\s*")]
    private static partial Regex ListStart();

    [GeneratedRegex(@"(?<=\S)[ \u3000]+(?=\d{1,2}[.．、](?:\D|\d{4}))")]
    private static partial Regex NextItem();

    [GeneratedRegex(@"^(附\s*件|附\s*表|附\s*录)\s*(\d{1,2}|[一二三四五六七八九十]{1,3})?\s*[：:]?$")]
    private static partial Regex AnnexStart();
}
