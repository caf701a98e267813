using System.Globalization;
using System.Xml;

namespace WorkReports.Import.Coverage.Shown;

/// <summary>Runs, their properties, and what stands in them.</summary>
sealed partial class ShownTextReader
{
    bool isRunHidden;
    bool isInRuby;

    void ReadRun(XmlReader xml)
    {
        var outer = isRunHidden;
        isRunHidden = styles.ParagraphHides(paragraphStyle) ?? false;
        ReadChildren(xml);
        isRunHidden = outer;
    }

    void ReadRunProperties(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return;
        bool? direct = null;
        string? style = null;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "vanish")
                direct = WordStyles.IsOn(Value(xml));
            else if (xml.LocalName == "rStyle")
                style = Value(xml);
            else if (xml.LocalName == "rPrChange")
                Skip(xml);
        }
        isRunHidden = direct ?? styles.Hides(style) ?? isRunHidden;
    }

    void ReadInline(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "t":
                Add(TextOf(xml));
                break;
            case "delText" or "instrText" or "delInstrText" or "fldData":
                ReadCode(xml);
                break;
            case "noBreakHyphen":
                Add("-");
                break;
            case "tab" or "ptab" or "br" or "cr":
                AddLineEnd();
                Skip(xml);
                break;
            case "sym":
                Add(SymbolOf(Value(xml, "font")), ShownKind.Symbol);
                break;
            case "symEx" when Value(xml, "char") is { } code:
                Add(FromCode(code));
                break;
            case "rt":
                isInRuby = true;
                ReadChildren(xml);
                isInRuby = false;
                break;
            case "textpath" when xml.GetAttribute("string") is { } art:
                Add(art);
                break;
            case "fldChar" or "fldSimple":
                ReadField(xml);
                break;
            case "checkBox" or "listEntry" or "result" or "default":
                ReadFormField(xml);
                break;
            case "footnoteReference" or "endnoteReference" or "commentReference":
                AddReference(xml);
                break;
            case "headerReference" or "footerReference" or "chart" or "relIds":
                AddRelated(xml);
                break;
            default:
                ReadProperties(xml);
                break;
        }
    }

    void ReadProperties(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "rPr" when xml.NamespaceURI.Contains("wordprocessingml", StringComparison.Ordinal):
                ReadRunProperties(xml);
                break;
            case "pPr":
                ReadParagraphProperties(xml);
                break;
            case "trPr" or "tcPr":
                ReadCellProperties(xml);
                break;
            case "showingPlcHdr" when WordStyles.IsOn(Value(xml)) && kindHere == ShownKind.Text:
                kindHere = ShownKind.Placeholder;
                break;
            case "docPartGallery" when Value(xml) == "Table of Contents":
                kindHere = ShownKind.TableOfContents;
                break;
            // What a list offers is not what was chosen.
            case "dropDownList" or "comboBox" or "placeholder" or "dataBinding":
                Skip(xml);
                break;
            case "chr" when Value(xml) is { Length: > 0 } sign:
                Add(sign);
                break;
            default:
                ReadChildren(xml);
                break;
        }
    }

    void ReadParagraphProperties(XmlReader xml)
    {
        var (list, level) = ((string?)null, (int?)null);
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName == "pStyle")
                    paragraphStyle = Value(xml);
                else if (xml.LocalName == "numId")
                    list = Value(xml);
                else if (xml.LocalName == "ilvl" && int.TryParse(Value(xml), out var at))
                    level = at;
                else if (xml.LocalName is "headerReference" or "footerReference")
                    AddRelated(xml);
                else if (xml.LocalName is "pPrChange" or "rPrChange" or "sectPrChange")
                    Skip(xml);
            }
        }
        var ofStyle = styles.ListOf(paragraphStyle);
        if ((list ?? ofStyle.List) is { } id && id != "0" && !isHidden)
            label = labels.Next(id, level ?? ofStyle.Level, paragraphStyle);
    }

    void ReadCellProperties(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            isHidden |= xml.LocalName switch
            {
                "del" or "cellDel" => true,
                "vMerge" or "hMerge" => Value(xml) is null or "continue",
                _ => false,
            };
            if (xml.LocalName is "trPrChange" or "tcPrChange")
                Skip(xml);
        }
    }

    void AddReference(XmlReader xml)
    {
        if (!isHidden && !isRunHidden && fields.ShowsText && Value(xml, "id") is { } id)
            References.Add((xml.LocalName, id));
        Skip(xml);
    }

    void AddRelated(XmlReader xml)
    {
        const string relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        var name = xml.LocalName == "relIds" ? "dm" : "id";
        if (!isHidden && (xml.GetAttribute(name, relationships) ?? xml.GetAttribute(name, strict)) is { } id)
            Related.Add((xml.LocalName, id, place));
        ReadChildren(xml);
    }

    static string SymbolOf(string? font) =>
        (
            "Symbol".Equals(font?.Trim(), StringComparison.OrdinalIgnoreCase)
                ? ShownCharacter.AnyGreek
                : ShownCharacter.AnySymbol
        ).ToString();

    static string FromCode(string code) =>
        int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number)
        && number is > 0x20 and < 0xD800 or > 0xE000 and < 0x110000
            ? char.ConvertFromUtf32(number)
            : "";
}
