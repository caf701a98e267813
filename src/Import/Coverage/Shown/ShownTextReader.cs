using System.Text;
using System.Xml;

namespace WorkReports.Import.Coverage.Shown;

/// <summary>
/// A plain walk over one story of a document, the text or a note, that gathers what Word shows. Its own code on purpose: what the
/// import's readers misunderstand, it must not misunderstand with them.
/// </summary>
/// <param name="labels">Counts on from story to story, as Word does.</param>
/// <param name="story">Its name for the editor; null for the text itself.</param>
/// <param name="kind">What its text is, where nothing else is said.</param>
sealed partial class ShownTextReader(
    WordStyles styles,
    NumberLabels labels,
    string? story = null,
    ShownKind kind = ShownKind.Text
)
{
    readonly FieldStack fields = new();
    readonly ShownText beside = new();
    ShownText shown = new();
    List<ShownText> boxes = [];
    ShownPlace place = new(story, 0);
    ShownKind kindHere = kind;
    string? paragraphStyle;
    string? label;

    int paragraphs;
    int tables;
    int tableDepth;
    bool isHidden;

    /// <summary>How much was added so far: tells whether an alternative had anything to show.</summary>
    int added;

    /// <summary>Notes and comments in the order of their marks.</summary>
    public List<(string Type, string Id)> References { get; } = [];

    /// <summary>Names of parts that it shows in its place: headers, charts, diagrams.</summary>
    public List<(string Type, string Id, ShownPlace Place)> Related { get; } = [];

    public ShownText Text => shown;

    /// <summary>What is shown beside the text, or is made of it: headers, contents, what controls ask for.</summary>
    public ShownText Beside => beside;

    /// <summary>Reads the element at which a reader stands, up to its end.</summary>
    public void Read(XmlReader xml)
    {
        ReadChildren(xml);
        boxes.ForEach(shown.Add);
        boxes.Clear();
    }

    void ReadChildren(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
                ReadElement(xml);
        }
    }

    static void Skip(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth) { }
    }

    static string TextOf(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var (depth, text, more) = (xml.Depth, "", (StringBuilder?)null);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace))
                continue;
            // A comment in the text parts it: joined string by string, thousands would take quadratic time.
            if (text.Length == 0)
                text = xml.Value;
            else
                (more ??= new StringBuilder(text)).Append(xml.Value);
        }
        return more?.ToString() ?? text;
    }

    static string? Value(XmlReader xml, string name = "val") => WordStyles.Attribute(xml, name);

    void ReadElement(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "AlternateContent":
                ReadAlternatives(xml);
                break;
            case "p" when xml.NamespaceURI.Contains("wordprocessingml", StringComparison.Ordinal):
                ReadParagraph(xml);
                break;
            case "tbl":
                ReadTable(xml);
                break;
            case "tr" when tableDepth == 1:
                place = place with { Row = place.Row + 1, Cell = 0 };
                ReadChangeable(xml);
                break;
            case "tr" or "tc":
                ReadChangeable(xml);
                break;
            case "txbxContent":
                ReadBox(xml);
                break;
            case "sdt":
                ReadControl(xml);
                break;
            case "del" or "moveFrom" or "pPrChange" or "rPrChange" or "sectPrChange" or "tblPrChange" or "tcPrChange":
                Skip(xml);
                break;
            case "r":
                ReadRun(xml);
                break;
            case "d":
                ReadBrackets(xml);
                break;
            default:
                ReadInline(xml);
                break;
        }
    }

    void Add(string text, ShownKind? kindOfCharacter = null)
    {
        var kindOfText = KindHere();
        var isSheetNumber = kindOfText is ShownKind.Header or ShownKind.Footer && fields.IsPageNumber;
        if (isHidden || isRunHidden || !fields.ShowsText || isSheetNumber || text.Length == 0)
            return;
        added += text.Length;
        AddLabel(kindOfText);
        if (kindOfText is ShownKind.Text or ShownKind.Ruby)
            shown.Add(text, place, kindOfCharacter ?? kindOfText);
        else
            beside.Add(text, place, kindOfText);
    }

    /// <summary>The number of a paragraph, as soon as it has anything to stand before.</summary>
    void AddLabel(ShownKind kindOfText)
    {
        if (label is { } number && kindOfText is ShownKind.Text or ShownKind.Ruby)
            shown.Add(number, place, ShownKind.NumberLabel);
        label = null;
    }

    void AddLineEnd()
    {
        shown.AddLineEnd();
        beside.AddLineEnd();
    }

    ShownKind KindHere() =>
        kindHere != ShownKind.Text ? kindHere
        : fields.IsTableOfContents || styles.IsTableOfContents(paragraphStyle) ? ShownKind.TableOfContents
        : isInRuby ? ShownKind.Ruby
        : ShownKind.Text;
}
