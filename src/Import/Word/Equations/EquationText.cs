using DocumentFormat.OpenXml;
using WorkReports.Import.Model;

namespace WorkReports.Import.Word.Equations;

/// <summary>
/// An equation of Word on one line. Its parts are read by their names: runs of it may stand in tracked changes and other wrappings.
/// Written into one list, so that parts within parts are copied only once.
/// </summary>
sealed class EquationText
{
    readonly EquationWriter writer = new();

    EquationText() { }

    public static IReadOnlyList<TextRun> Of(OpenXmlElement equation)
    {
        var text = new EquationText();
        text.ReadInside(equation);
        return text.writer.Pieces;
    }

    void ReadInside(OpenXmlElement? parent)
    {
        if (parent is null)
            return;
        foreach (var child in parent)
            Read(child);
    }

    void Read(OpenXmlElement element)
    {
        switch (element.LocalName)
        {
            case "t" when element is OpenXmlLeafTextElement or OpenXmlUnknownElement:
                writer.Write(element.InnerText);
                break;
            case "f":
                ReadFraction(element);
                break;
            case "sSup" or "sSub" or "sSubSup" or "limLow" or "limUpp":
                ReadInside(Child(element, "e"));
                ReadScripts(element);
                break;
            case "sPre":
                ReadScripts(element);
                ReadInside(Child(element, "e"));
                break;
            case "nary":
                writer.Write(Value(element, "naryPr", "chr") ?? "∫");
                ReadScripts(element);
                ReadInside(Child(element, "e"));
                break;
            case "func":
                ReadInside(Child(element, "fName"));
                writer.Write(" ");
                ReadInside(Child(element, "e"));
                break;
            case "rad":
                ReadRoot(element);
                break;
            case "d":
                ReadList(
                    element,
                    Value(element, "dPr", "begChr") ?? "(",
                    Value(element, "dPr", "sepChr") ?? "|",
                    Value(element, "dPr", "endChr") ?? ")"
                );
                break;
            case "m":
                ReadList(element, "", "; ", "");
                break;
            case "mr":
                ReadList(element, "", ", ", "");
                break;
            case "eqArr":
                ReadList(element, "", "; ", "");
                break;
            case "acc":
                ReadAccented(element, Value(element, "accPr", "chr") ?? "\u0302");
                break;
            case "bar":
                ReadAccented(
                    element,
                    Value(element, "barPr", "pos") == "top" ? LinearMath.Overline : LinearMath.Underline
                );
                break;
            case "phant" when Value(element, "phantPr", "show") is "0" or "off" or "false":
            case "del" or "moveFrom" or "rPr" or "ctrlPr":
                break;
            case { } name when name.EndsWith("Pr", StringComparison.Ordinal):
                break;
            default:
                ReadInside(element);
                break;
        }
    }

    void ReadFraction(OpenXmlElement fraction)
    {
        writer.BeginFraction();
        ReadGroup(Child(fraction, "num"));
        // Without a line it is a pair, one above the other.
        writer.Write(Value(fraction, "fPr", "type") == "noBar" ? "¦" : "/");
        ReadGroup(Child(fraction, "den"));
        writer.EndFraction();
    }

    void ReadRoot(OpenXmlElement root)
    {
        var isPlain = Value(root, "radPr", "degHide") is "1" or "on" or "true";
        var degree = isPlain ? "" : (Child(root, "deg")?.InnerText ?? "").Trim();
        writer.Write(LinearMath.RootSign(degree));
        ReadGroup(Child(root, "e"));
    }

    void ReadScripts(OpenXmlElement element)
    {
        foreach (var part in element.ChildElements)
        {
            if (part.LocalName is "sub" || (part.LocalName is "lim" && element.LocalName is "limLow"))
                ReadScript(part, InlineFormat.Subscript, "_");
            else if (part.LocalName is "sup" or "lim")
                ReadScript(part, InlineFormat.Superscript, "^");
        }
    }

    /// <summary>As a raised or lowered text; one within another is written by a sign and brackets.</summary>
    void ReadScript(OpenXmlElement part, InlineFormat format, string sign)
    {
        var start = writer.Begin();
        ReadInside(part);
        writer.EndScript(start, format, sign);
    }

    /// <summary>In brackets unless it is one number or one word.</summary>
    void ReadGroup(OpenXmlElement? part)
    {
        var start = writer.Begin();
        ReadInside(part);
        writer.EndGroup(start);
    }

    void ReadList(OpenXmlElement list, string open, string between, string close)
    {
        writer.Write(open);
        var isFirst = true;
        foreach (var item in list.ChildElements.Where(item => item.LocalName is "e" or "mr"))
        {
            if (!isFirst)
                writer.Write(between);
            isFirst = false;
            if (item.LocalName == "mr")
                Read(item);
            else
                ReadInside(item);
        }
        writer.Write(close);
    }

    void ReadAccented(OpenXmlElement element, string mark)
    {
        var start = writer.Begin();
        ReadInside(Child(element, "e"));
        writer.EndAccented(start, LinearMath.AccentOf(mark) ?? mark);
    }

    static OpenXmlElement? Child(OpenXmlElement element, string name) =>
        element.ChildElements.FirstOrDefault(child => child.LocalName == name);

    static string? Value(OpenXmlElement element, string properties, string name) =>
        Child(element, properties) is { } found && Child(found, name) is { } property
            ? property.GetAttributes().FirstOrDefault(attribute => attribute.LocalName == "val").Value ?? ""
            : null;
}
