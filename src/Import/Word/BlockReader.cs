using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Model;
using M = DocumentFormat.OpenXml.Math;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>Reads paragraphs and tables of one part of a package: the document itself, or its notes.</summary>
sealed class BlockReader(WordContext source, OpenXmlPart part)
{
    readonly LineReader lines = new(source, part);

    /// <summary>Of a paragraph whose end was deleted: they belong to the next.</summary>
    readonly List<Inline> held = [];

    int depth;

    public IReadOnlyList<Block> ReadAll(IEnumerable<OpenXmlElement> elements)
    {
        var blocks = Read(elements);
        source.Losses.Here = default;
        if (lines.IsInField)
            source.Losses.Change("有一个域（目录、页码之类）没有结束标记，它后面的文字可能不全，请核对");
        return blocks;
    }

    IReadOnlyList<Block> Read(IEnumerable<OpenXmlElement> elements)
    {
        var blocks = new List<Block>();
        foreach (var element in elements)
            Read(element, blocks);
        return blocks;
    }

    void Read(OpenXmlElement element, List<Block> blocks)
    {
        switch (element)
        {
            case W.Paragraph paragraph:
                ReadParagraph(paragraph, blocks);
                break;
            case M.Paragraph equation:
                ReadParagraph(new W.Paragraph(equation.CloneNode(true)), blocks);
                break;
            case W.Table table:
                ReadTable(table, blocks);
                break;
            case W.SdtBlock contents
                when contents
                    .Descendants<W.DocPartGallery>()
                    .Any(gallery => gallery.Val?.InnerText == "Table of Contents"):
                source.Losses.Lose("目录（网站会自动生成）");
                break;
            case W.AltChunk:
                source.Losses.Lose("嵌入的另一个文档");
                break;
            default:
                foreach (var child in LineReader.Children(element))
                    Read(child, blocks);
                break;
        }
    }

    void ReadParagraph(W.Paragraph paragraph, List<Block> blocks)
    {
        if (depth == 0)
            source.Losses.Here = new DocumentLocation(source.Paragraphs + 1, 0);
        var here = source.Losses.Here;
        var label = source.Numbering.Next(paragraph);
        var line = lines.Read(paragraph);
        held.AddRange(line.Inlines);
        if (paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.GetFirstChild<W.Deleted>() is null)
        {
            Add(new Paragraph(Inline.Trim([.. held]), Look(paragraph, line)) { Label = label, Place = here }, blocks);
            held.Clear();
        }
        foreach (var box in line.Boxes)
            blocks.AddRange(Read(box));
    }

    void Add(Paragraph paragraph, List<Block> blocks)
    {
        if (paragraph.Look.IsContents)
        {
            if (paragraph.Inlines.Count > 0)
                source.Losses.Lose("目录（网站会自动生成）");
            return;
        }
        if (paragraph.Inlines.Count == 0)
            return;
        if (depth == 0)
            source.Paragraphs++;
        source.Losses.Name(paragraph.Place, paragraph.Numbered);
        blocks.Add(paragraph);
    }

    void ReadTable(W.Table table, List<Block> blocks)
    {
        if (depth == 0)
            source.Losses.Here = new DocumentLocation(0, ++source.Tables);
        depth++;
        blocks.AddRange(TableReader.Read(table, Read, source.Losses));
        depth--;
    }

    Look Look(W.Paragraph paragraph, ParagraphBuilder line)
    {
        var formatting = source.Formatting;
        var side = formatting.Find<W.Justification>(paragraph)?.Val?.InnerText;
        var outline =
            formatting.Find<W.OutlineLevel>(paragraph)?.Val?.InnerText is { } level
            && int.TryParse(level, out var at)
            && at is >= 0 and < 9
                ? at
                : (int?)null;
        return new Look(
            formatting.StyleName(paragraph),
            outline,
            side == "center",
            side is "right" or "end",
            line.Size,
            line.IsBold,
            line.IsRed
        );
    }
}
