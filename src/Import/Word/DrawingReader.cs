using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using Placed = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using V = DocumentFormat.OpenXml.Vml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>Reads what is drawn: pictures and the words of text boxes stay, charts and shapes go.</summary>
sealed class DrawingReader(WordContext source, OpenXmlPart part)
{
    public void Read(OpenXmlElement drawing, ParagraphBuilder line)
    {
        if (drawing is AlternateContent)
        {
            foreach (var child in InlineReader.Children(drawing))
                Read(child, line);
            return;
        }
        var boxes = OutsideTextBoxes<W.TextBoxContent>(drawing);
        line.TextBoxes.AddRange(boxes);
        if (boxes.Count > 0)
            source.ImportNotes.AddChange("文本框里的文字放到了所在段落的后面");

        var count = line.Inlines.Count + boxes.Count;
        foreach (var blip in OutsideTextBoxes<A.Blip>(drawing))
            Add(line, blip.Embed?.InnerText, blip.Link?.InnerText, AltTextOf(blip));
        foreach (var image in OutsideTextBoxes<V.ImageData>(drawing).Where(_ => drawing is W.Picture))
            Add(
                line,
                image.RelationshipId?.InnerText,
                image.RelHref?.InnerText,
                (image.Parent as V.Shape)?.Alternate?.InnerText ?? image.Title?.InnerText
            );
        if (line.Inlines.Count + line.TextBoxes.Count == count)
            AddShapeLoss(drawing);
    }

    /// <summary>What is drawn, but not what stands in its text boxes: their paragraphs are read later.</summary>
    static List<T> OutsideTextBoxes<T>(OpenXmlElement drawing)
        where T : OpenXmlElement =>
        [
            .. drawing
                .Descendants<T>()
                .Where(found => !found.Ancestors<W.TextBoxContent>().Any(box => box.Ancestors().Contains(drawing))),
        ];

    void Add(ParagraphBuilder line, string? embedded, string? linked, string? alt)
    {
        if (source.Pictures.Extract(part, embedded, linked, alt) is { } picture)
            line.Add(picture);
    }

    static string? AltTextOf(A.Blip blip)
    {
        var own = blip.Ancestors<A.Pictures.Picture>()
            .FirstOrDefault()
            ?.NonVisualPictureProperties?.NonVisualDrawingProperties;
        var placed = blip.Ancestors()
            .FirstOrDefault(above => above is Placed.Inline or Placed.Anchor)
            ?.GetFirstChild<Placed.DocProperties>();
        return new[] { placed?.Description, own?.Description, placed?.Title }
            .Select(text => text?.InnerText)
            .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
    }

    void AddShapeLoss(OpenXmlElement drawing)
    {
        if (drawing.Descendants<A.Blip>().Any() || (drawing is W.Picture && drawing.Descendants<V.ImageData>().Any()))
            return;
        var kind = drawing.Descendants<A.GraphicData>().FirstOrDefault()?.Uri?.InnerText ?? "";
        source.ImportNotes.AddLoss(
            drawing is W.EmbeddedObject ? "嵌入的对象（如 Excel 表格、公式），请改写成文字或表格"
            : kind.Contains("chart", StringComparison.Ordinal) ? "图表，请在 Word 里另存为图片后自己放进图片文件夹"
            : kind.Contains("diagram", StringComparison.Ordinal)
                ? "SmartArt 图形，请在 Word 里另存为图片后自己放进图片文件夹"
            : "线条和自选图形"
        );
    }
}
