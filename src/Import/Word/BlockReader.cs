using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Model;
using M = DocumentFormat.OpenXml.Math;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>Reads paragraphs and tables of one part of a package: the document itself, or its notes.</summary>
sealed class BlockReader(WordContext source, OpenXmlPart part)
{
    readonly InlineReader inlineReader = new(source, part);

    /// <summary>Of a paragraph whose end was deleted: they belong to the next.</summary>
    readonly List<Inline> carriedInlines = [];

    int tableDepth;

    public IReadOnlyList<Block> ReadAll(IEnumerable<OpenXmlElement> elements)
    {
        var blocks = Read(elements);
        source.ImportNotes.CurrentLocation = default;
        if (inlineReader.HasOpenField)
            source.ImportNotes.AddChange("有一个域（目录、页码之类）没有结束标记，它后面的文字可能不全，请核对");
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
                source.ImportNotes.AddLoss("目录（网站会自动生成）");
                break;
            case W.AltChunk:
                source.ImportNotes.AddLoss("嵌入的另一个文档");
                break;
            default:
                foreach (var child in InlineReader.Children(element))
                    Read(child, blocks);
                break;
        }
    }

    void ReadParagraph(W.Paragraph paragraph, List<Block> blocks)
    {
        if (tableDepth == 0)
            source.ImportNotes.CurrentLocation = new DocumentLocation(source.ParagraphCount + 1, 0);
        var here = source.ImportNotes.CurrentLocation;
        var label = source.Numbering.NextMarker(paragraph);
        var line = inlineReader.Read(paragraph);
        carriedInlines.AddRange(line.Inlines);
        if (paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.GetFirstChild<W.Deleted>() is null)
        {
            Add(
                new Paragraph(Inline.Trim([.. carriedInlines]), FormatOf(paragraph, line))
                {
                    Marker = label,
                    Location = here,
                },
                blocks
            );
            carriedInlines.Clear();
        }
        foreach (var box in line.TextBoxes)
            blocks.AddRange(Read(box));
    }

    void Add(Paragraph paragraph, List<Block> blocks)
    {
        if (paragraph.Format.IsTableOfContents)
        {
            if (paragraph.Inlines.Count > 0)
                source.ImportNotes.AddLoss("目录（网站会自动生成）");
            return;
        }
        if (paragraph.Inlines.Count == 0)
            return;
        if (tableDepth == 0)
            source.ParagraphCount++;
        source.ImportNotes.SetExcerpt(paragraph.Location, paragraph.TextWithMarker);
        blocks.Add(paragraph);
    }

    void ReadTable(W.Table table, List<Block> blocks)
    {
        if (tableDepth == 0)
            source.ImportNotes.CurrentLocation = new DocumentLocation(0, ++source.TableCount);
        tableDepth++;
        blocks.AddRange(TableReader.Read(table, Read, source.ImportNotes));
        tableDepth--;
    }

    ParagraphFormat FormatOf(W.Paragraph paragraph, ParagraphBuilder line)
    {
        var formatting = source.Formatting;
        var side = formatting.Find<W.Justification>(paragraph)?.Val?.InnerText;
        var outline =
            formatting.Find<W.OutlineLevel>(paragraph)?.Val?.InnerText is { } level
            && int.TryParse(level, out var at)
            && at is >= 0 and < 9
                ? at
                : (int?)null;
        return new ParagraphFormat(
            formatting.StyleName(paragraph),
            outline,
            side == "center",
            side is "right" or "end",
            line.FontSize,
            line.IsBold,
            line.IsRed
        );
    }
}
