using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Model;
using A = DocumentFormat.OpenXml.Drawing;
using V = DocumentFormat.OpenXml.Vml;
using W = DocumentFormat.OpenXml.Wordprocessing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>Reads a drawing: its pictures and the text of its text boxes stay, charts and shapes are lost.</summary>
sealed partial class DrawingReader(WordContext context, OpenXmlPart part)
{
    /// <param name="format">Of the run that it stands in.</param>
    public void Read(OpenXmlElement drawing, ParagraphBuilder builder, RunFormat format)
    {
        if (drawing is AlternateContent)
        {
            foreach (var child in MarkupCompatibility.Children(drawing))
                Read(child, builder, format);
            return;
        }
        var outermost = Outermost(drawing);
        var hasWords = false;
        foreach (var path in outermost.OfType<V.TextPath>())
            hasWords |= AddWordArt(path, builder, format);
        var textBoxes = outermost.OfType<W.TextBoxContent>().ToList();
        builder.TextBoxes.AddRange(textBoxes);
        if (textBoxes.Count > 0)
            context.ImportNotes.AddChange("文本框里的文字放到了所在段落的后面");

        var count = builder.Inlines.Count + textBoxes.Count;
        foreach (var blip in outermost.OfType<A.Blip>())
            Add(builder, blip.Embed?.InnerText, blip.Link?.InnerText, AltTextOf(blip));
        foreach (var image in outermost.OfType<V.ImageData>().Where(_ => drawing is W.Picture))
            Add(
                builder,
                image.RelationshipId?.InnerText,
                image.RelHref?.InnerText,
                (image.Parent as V.Shape)?.Alternate?.InnerText ?? image.Title?.InnerText
            );
        if (!hasWords && builder.Inlines.Count + builder.TextBoxes.Count == count)
            AddShapeLoss(drawing);
    }

    /// <summary>The words of WordArt are an attribute. They get a line of their own: a letterhead is often drawn so.</summary>
    bool AddWordArt(V.TextPath path, ParagraphBuilder builder, RunFormat format)
    {
        if (path.String?.InnerText is not { } words || string.IsNullOrWhiteSpace(words))
            return false;
        if (builder.HasText)
            builder.Add(new LineBreak());
        var colour = (path.Parent as V.Shape)?.FillColor?.InnerText?.TrimStart('#');
        var isRed = colour is "red" || Formatting.IsRed(colour);
        var size = FontSize().Match(path.Style?.InnerText ?? "") is { Success: true } found
            ? double.Parse(found.Groups["points"].ValueSpan, CultureInfo.InvariantCulture)
            : format.FontSize;
        builder.Add(words, format with { FontSize = size, IsRed = isRed || format.IsRed }, null);
        builder.BreakBeforeText();
        context.ImportNotes.AddChange("艺术字改成了普通文字");
        return true;
    }

    [GeneratedRegex(@"font-size:\s*(?<points>\d{1,3}(\.\d{1,3})?)\s*pt", RegexOptions.IgnoreCase)]
    private static partial Regex FontSize();

    /// <summary>All below it, but for what stands in text boxes: their paragraphs are read later, and would come twice.</summary>
    static List<OpenXmlElement> Outermost(OpenXmlElement drawing)
    {
        var found = new List<OpenXmlElement>();
        var open = new Stack<OpenXmlElement>([drawing]);
        while (open.TryPop(out var element))
        {
            if (element != drawing)
                found.Add(element);
            if (element is W.TextBoxContent && element != drawing)
                continue;
            // Not from sibling to sibling before: each such step goes through all of them from the first. Of alternatives within a
            // group, too, the newer one alone.
            foreach (var child in MarkupCompatibility.Children(element).Reverse())
                open.Push(child);
        }
        return found;
    }

    void Add(ParagraphBuilder builder, string? embedded, string? linked, string? alt)
    {
        if (context.Pictures.Extract(part, embedded, linked, alt) is { } picture)
            builder.Add(picture);
    }

    static string? AltTextOf(A.Blip blip)
    {
        var pictureProperties = blip.Ancestors<A.Pictures.Picture>()
            .FirstOrDefault()
            ?.NonVisualPictureProperties?.NonVisualDrawingProperties;
        var drawingProperties = blip.Ancestors()
            .FirstOrDefault(above => above is Wp.Inline or Wp.Anchor)
            ?.GetFirstChild<Wp.DocProperties>();
        return new[] { drawingProperties?.Description, pictureProperties?.Description, drawingProperties?.Title }
            .Select(text => text?.InnerText)
            .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
    }

    void AddShapeLoss(OpenXmlElement drawing)
    {
        if (drawing.Descendants<A.Blip>().Any() || (drawing is W.Picture && drawing.Descendants<V.ImageData>().Any()))
            return;
        var kind = drawing.Descendants<A.GraphicData>().FirstOrDefault()?.Uri?.InnerText ?? "";
        context.ImportNotes.AddLoss(
            drawing is W.EmbeddedObject ? "嵌入的对象（如 Excel 表格、公式），请改写成文字或表格"
            : kind.Contains("chart", StringComparison.Ordinal) ? "图表，请在 Word 里另存为图片后自己放进图片文件夹"
            : kind.Contains("diagram", StringComparison.Ordinal)
                ? "SmartArt 图形，请在 Word 里另存为图片后自己放进图片文件夹"
            : "线条和自选图形"
        );
    }
}
