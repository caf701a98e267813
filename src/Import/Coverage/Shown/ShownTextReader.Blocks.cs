using System.Xml;

namespace WorkReports.Import.Coverage.Shown;

/// <summary>Paragraphs, tables, boxes and controls, and what is said twice for programs of two ages.</summary>
sealed partial class ShownTextReader
{
    void ReadParagraph(XmlReader xml)
    {
        var (outerBoxes, outerStyle, outerPlace, outerKind, before) = (boxes, paragraphStyle, place, kindHere, added);
        var outerLabel = label;
        (boxes, paragraphStyle, label) = ([], null, null);
        if (tableDepth == 0 && !place.IsInBox)
            place = place with { Paragraph = paragraphs + 1 };
        ReadChildren(xml);
        if (tableDepth == 0 && !place.IsInBox && added > before)
            paragraphs++;
        boxes.ForEach(shown.Add);
        (boxes, paragraphStyle, place, kindHere) = (outerBoxes, outerStyle, outerPlace, outerKind);
        label = outerLabel;
        AddLineEnd();
    }

    void ReadTable(XmlReader xml)
    {
        var outer = place;
        if (tableDepth++ == 0)
            place = place with { Table = ++tables, Row = 0, Cell = 0 };
        ReadChildren(xml);
        tableDepth--;
        place = outer;
    }

    /// <summary>A row or a cell: its properties come first, and may say that it was deleted or lies under a merged one.</summary>
    void ReadChangeable(XmlReader xml)
    {
        var wasHidden = isHidden;
        if (xml.LocalName == "tc" && tableDepth == 1)
            place = place with { Cell = place.Cell + 1 };
        ReadChildren(xml);
        isHidden = wasHidden;
        AddLineEnd();
    }

    /// <summary>The text of a box comes after the paragraph that it is anchored in.</summary>
    void ReadBox(XmlReader xml)
    {
        var (outer, outerBoxes, outerPlace, outerStyle, outerDepth) = (shown, boxes, place, paragraphStyle, tableDepth);
        (shown, boxes, place, tableDepth) = (new ShownText(), [], place with { IsInBox = true }, tableDepth + 1);
        Read(xml);
        var box = shown;
        (shown, boxes, place, paragraphStyle, tableDepth) = (outer, outerBoxes, outerPlace, outerStyle, outerDepth);
        boxes.Add(box);
    }

    void ReadControl(XmlReader xml)
    {
        var outer = kindHere;
        ReadChildren(xml);
        kindHere = outer;
    }

    /// <summary>The same thing for newer and for older programs: the first one that shows anything.</summary>
    void ReadAlternatives(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return;
        var (depth, before) = (xml.Depth, added);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (added == before)
                ReadChildren(xml);
            else
                Skip(xml);
        }
    }
}
