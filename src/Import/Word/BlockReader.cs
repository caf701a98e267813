using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Model;
using M = DocumentFormat.OpenXml.Math;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>Reads paragraphs and tables of one part of a package: the document itself, or its notes.</summary>
sealed class BlockReader(WordContext context, OpenXmlPart part)
{
    readonly InlineReader inlineReader = new(context, part);

    /// <summary>Of a paragraph whose end was deleted as a tracked change: they begin the next one.</summary>
    readonly List<Inline> carriedInlines = [];

    int tableDepth;

    public IReadOnlyList<Block> ReadAll(IEnumerable<OpenXmlElement> elements)
    {
        var blocks = Read(elements);
        context.ImportNotes.CurrentLocation = default;
        if (inlineReader.HasOpenField)
            context.ImportNotes.AddChange("有一个域（目录、页码之类）没有结束标记，它后面的文字可能不全，请核对");
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
                    .Elements<W.SdtProperties>()
                    .SelectMany(properties => properties.Descendants<W.DocPartGallery>())
                    .Any(gallery => gallery.Val?.InnerText == "Table of Contents"):
                context.ImportNotes.AddLoss("目录（网站会自动生成）");
                break;
            case W.AltChunk:
                context.ImportNotes.AddLoss("嵌入的另一个文档");
                break;
            default:
                foreach (var child in MarkupCompatibility.Children(element))
                    Read(child, blocks);
                break;
        }
    }

    void ReadParagraph(W.Paragraph paragraph, List<Block> blocks)
    {
        if (tableDepth == 0)
            context.ImportNotes.CurrentLocation = new DocumentLocation(context.ParagraphCount + 1, 0);
        var location = context.ImportNotes.CurrentLocation;
        var marker = context.Numbering.NextMarker(paragraph);
        var builder = inlineReader.Read(paragraph);
        carriedInlines.AddRange(builder.Inlines);
        if (paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.GetFirstChild<W.Deleted>() is null)
        {
            Add(
                new Paragraph(Inline.Trim([.. carriedInlines]), FormatOf(paragraph, builder))
                {
                    Marker = marker,
                    Location = location,
                },
                blocks
            );
            carriedInlines.Clear();
        }
        foreach (var textBox in builder.TextBoxes)
            blocks.AddRange(Read(textBox));
    }

    void Add(Paragraph paragraph, List<Block> blocks)
    {
        if (paragraph.Format.IsTableOfContents)
        {
            if (paragraph.Inlines.Count > 0)
                context.ImportNotes.AddLoss("目录（网站会自动生成）");
            return;
        }
        if (paragraph.Inlines.Count == 0)
            return;
        if (tableDepth == 0)
            context.ParagraphCount++;
        context.ImportNotes.SetExcerpt(paragraph.Location, paragraph.TextWithMarker);
        blocks.Add(paragraph);
    }

    void ReadTable(W.Table table, List<Block> blocks)
    {
        if (tableDepth == 0)
            context.ImportNotes.CurrentLocation = new DocumentLocation(0, ++context.TableCount);
        tableDepth++;
        blocks.AddRange(TableReader.Read(table, Read, context.ImportNotes));
        tableDepth--;
    }

    ParagraphFormat FormatOf(W.Paragraph paragraph, ParagraphBuilder builder)
    {
        var formatting = context.Formatting;
        var alignment = formatting.Find<W.Justification>(paragraph)?.Val?.InnerText;
        var outline =
            formatting.Find<W.OutlineLevel>(paragraph)?.Val?.InnerText is { } level
            && int.TryParse(level, out var at)
            && at is >= 0 and < 9
                ? at
                : (int?)null;
        return new ParagraphFormat(
            formatting.StyleName(paragraph),
            outline,
            alignment == "center",
            alignment is "right" or "end",
            builder.FontSize,
            builder.IsBold,
            builder.IsRed,
            builder.Font
        );
    }
}
