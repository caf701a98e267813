using System.Globalization;
using System.Xml;

namespace WorkReports.Import.Coverage.Shown;

/// <summary>Fields, those of forms among them, and the signs of equations: what is shown and is no text of a run.</summary>
sealed partial class ShownTextReader
{
    List<string>? choices;
    string? chosen;
    bool isBox;

    void ReadCode(XmlReader xml)
    {
        if (xml.LocalName == "instrText")
            fields.AddCode(TextOf(xml));
        else
            Skip(xml);
    }

    void ReadField(XmlReader xml)
    {
        if (xml.LocalName == "fldSimple")
        {
            fields.Begin();
            fields.AddCode(Value(xml, "instr") ?? "");
            fields.Separate();
            ReadChildren(xml);
            fields.End();
            return;
        }
        switch (Value(xml, "fldCharType"))
        {
            case "begin":
                (choices, chosen, isBox) = (null, null, false);
                ReadChildren(xml);
                fields.Begin(FormEntry());
                break;
            case "separate":
                fields.Separate();
                break;
            default:
                Add(fields.End());
                break;
        }
    }

    /// <summary>A list of the old form fields shows the entry that was chosen, which no text says; a box shows itself.</summary>
    void ReadFormField(XmlReader xml)
    {
        if (xml.LocalName == "listEntry")
            (choices ??= []).Add(Value(xml) ?? "");
        else if (xml.LocalName == "checkBox")
            isBox = true;
        else if (xml.LocalName == "result")
            chosen = Value(xml);
        ReadChildren(xml);
    }

    string FormEntry() =>
        isBox ? ShownCharacter.AnySymbol.ToString()
        : choices is not null
        && int.TryParse(chosen ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at < choices.Count
            ? choices[at]
        : "";

    /// <summary>Brackets around a part of an equation stand in its properties; round ones where those say nothing.</summary>
    void ReadBrackets(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return;
        var (depth, opening, closing, isOpen) = (xml.Depth, "(", ")", false);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "dPr")
            {
                (opening, closing) = BracketsOf(xml);
                continue;
            }
            if (!isOpen)
                Add(opening);
            isOpen = true;
            ReadElement(xml);
        }
        if (isOpen)
            Add(closing);
    }

    static (string Opening, string Closing) BracketsOf(XmlReader properties)
    {
        var (depth, opening, closing) = (properties.Depth, "(", ")");
        if (properties.IsEmptyElement)
            return (opening, closing);
        while (properties.Read() && properties.Depth > depth)
        {
            if (properties.NodeType == XmlNodeType.Element && properties.LocalName == "begChr")
                opening = Value(properties) ?? "";
            else if (properties.NodeType == XmlNodeType.Element && properties.LocalName == "endChr")
                closing = Value(properties) ?? "";
        }
        return (opening, closing);
    }
}
