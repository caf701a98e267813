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

    /// <summary>Of paragraphs without an end of their own, deleted ones and drop caps: they begin the next one.</summary>
    List<Inline> carriedInlines = [];

    int tableDepth;
    int contentsDepth;

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
        var around = carriedInlines;
        carriedInlines = [];
        foreach (var element in elements)
            Read(element, blocks);
        AddCarried(blocks);
        carriedInlines = around;
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
                AddCarried(blocks);
                ReadTable(table, blocks);
                break;
            case W.SdtBlock control:
                ReadControl(control, blocks);
                break;
            case W.AltChunk:
                context.ImportNotes.AddLoss("嵌入的另一个文档");
                break;
            default:
                ReadInside(element, blocks);
                break;
        }
    }

    void ReadInside(OpenXmlElement element, List<Block> blocks)
    {
        foreach (var child in MarkupCompatibility.Children(element))
            Read(child, blocks);
    }

    void ReadControl(W.SdtBlock control, List<Block> blocks)
    {
        context.NotePrompt(control);
        var isContents = control
            .Elements<W.SdtProperties>()
            .SelectMany(properties => properties.Descendants<W.DocPartGallery>())
            .Any(gallery => gallery.Val?.InnerText == "Table of Contents");
        if (isContents)
            context.AddLossOfContents();
        contentsDepth += isContents ? 1 : 0;
        ReadInside(control, blocks);
        contentsDepth -= isContents ? 1 : 0;
    }

    void ReadParagraph(W.Paragraph paragraph, List<Block> blocks)
    {
        if (tableDepth == 0)
            context.ImportNotes.CurrentLocation = new DocumentLocation(context.ParagraphCount + 1, 0);
        var location = context.ImportNotes.CurrentLocation;
        var contents = context.ContentsCount;
        var builder = inlineReader.Read(paragraph);
        // The line above a table of contents says what it is.
        if (context.ContentsCount > contents && blocks is [.., Paragraph above] && ContentsLines.IsTitle(above.Text))
            blocks.RemoveAt(blocks.Count - 1);
        carriedInlines.AddRange(builder.Inlines);
        if (!IsCarried(paragraph))
        {
            var inlines = Inline.Trim([.. carriedInlines]);
            carriedInlines.Clear();
            var marker = IsCounted(paragraph, inlines) ? context.Numbering.NextMarker(paragraph) : null;
            if (inlines.Count == 0 && marker is { IsBullet: false })
                (inlines, marker) = (NumberAlone(marker), null);
            Add(new Paragraph(inlines, FormatOf(paragraph, builder)) { Marker = marker, Location = location }, blocks);
        }
        foreach (var textBox in builder.TextBoxes)
            blocks.AddRange(Read(textBox));
    }

    /// <summary>Rows of tables are often numbered so. Elsewhere nothing would stand behind the number.</summary>
    IReadOnlyList<Inline> NumberAlone(ListMarker marker)
    {
        if (tableDepth > 0)
            return [new TextRun(marker.Text.Trim())];
        context.ImportNotes.AddLoss("只有编号、没有文字的一段");
        return [];
    }

    /// <summary>True for a paragraph whose end was deleted as a tracked change, and for a letter that is a paragraph only to be large.</summary>
    static bool IsCarried(W.Paragraph paragraph) =>
        paragraph.ParagraphProperties is { } properties
        && (
            properties.ParagraphMarkRunProperties is { } mark
                && (mark.GetFirstChild<W.Deleted>() is not null || mark.GetFirstChild<W.MoveFrom>() is not null)
            || properties.FrameProperties?.DropCap?.InnerText is "drop" or "margin"
        );

    /// <summary>Word gives no number to a paragraph that only ends a section, nor to one that is hidden.</summary>
    static bool IsCounted(W.Paragraph paragraph, IReadOnlyList<Inline> inlines) =>
        inlines.Count > 0
        || paragraph.ParagraphProperties is not { } properties
        || (
            properties.SectionProperties is null
            && properties.ParagraphMarkRunProperties?.GetFirstChild<W.Vanish>() is null
        );

    void AddCarried(List<Block> blocks)
    {
        var inlines = Inline.Trim([.. carriedInlines]);
        carriedInlines.Clear();
        Add(new Paragraph(inlines, new ParagraphFormat()) { Location = context.ImportNotes.CurrentLocation }, blocks);
    }

    void Add(Paragraph paragraph, List<Block> blocks)
    {
        if (paragraph.Inlines.Count == 0 || (contentsDepth > 0 && ContentsLines.IsOne(paragraph)))
            return;
        if (tableDepth == 0)
            context.ParagraphCount++;
        context.ImportNotes.SetExcerpt(paragraph.Location, paragraph.TextWithMarker);
        blocks.Add(ListLabel.Apply(paragraph));
    }

    void ReadTable(W.Table table, List<Block> blocks)
    {
        if (tableDepth == 0)
            context.ImportNotes.CurrentLocation = new DocumentLocation(0, ++context.TableCount);
        tableDepth++;
        blocks.AddRange(TableReader.Read(table, Read, context));
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
