using System.Globalization;
using System.Xml;

namespace WorkReports.Import.Coverage.Shown;

/// <summary>What styles say of whether text is shown, and where tables of contents stand.</summary>
sealed class WordStyles
{
    const int ChainLimit = 20;

    readonly Dictionary<string, Style> styles = [];
    readonly Dictionary<string, bool?> hidden = [];
    string? defaultParagraph;

    public static WordStyles Read(WordParts parts)
    {
        var styles = new WordStyles();
        foreach (var part in parts.OfType("styles"))
        {
            using var xml = parts.Open(part);
            if (xml is not null)
                styles.Read(xml);
        }
        return styles;
    }

    /// <summary>Whether a style hides its text; null where it does not say.</summary>
    public bool? Hides(string? id)
    {
        if (id is null)
            return null;
        if (!hidden.TryGetValue(id, out var hides))
            hidden[id] = hides = HiddenByChain(id);
        return hides;
    }

    public bool? ParagraphHides(string? id) => Hides(id ?? defaultParagraph);

    public bool IsTableOfContents(string? id) =>
        id is not null
        && styles.TryGetValue(id, out var style)
        && (
            style.Name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase)
            || style.Name.StartsWith("TOC标题", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The list and the level that a style puts its paragraphs in, each null where it does not say.</summary>
    public (string? List, int? Level) ListOf(string? id)
    {
        var (list, level) = ((string?)null, (int?)null);
        var at = id ?? defaultParagraph;
        for (var length = 0; length < ChainLimit && at is not null && styles.TryGetValue(at, out var style); length++)
        {
            (list, level, at) = (list ?? style.List, level ?? style.Level, style.BasedOn);
            if (list is not null)
                break;
        }
        return (list, level);
    }

    public static bool IsOn(string? value) => value is not ("0" or "false" or "off");

    bool? HiddenByChain(string id)
    {
        // A damaged document may have a style that is based on itself.
        for (var (length, at) = (0, (string?)id); length < ChainLimit && at is not null; length++)
        {
            if (!styles.TryGetValue(at, out var style))
                return null;
            if (style.Hides is { } hides)
                return hides;
            at = style.BasedOn;
        }
        return null;
    }

    void Read(XmlReader xml)
    {
        (string? Id, Style Style) open = (null, new Style());
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "style" && open.Id is { } id)
                styles.TryAdd(id, open.Style);
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            switch (xml.LocalName)
            {
                case "style":
                    open = (Attribute(xml, "styleId"), new Style());
                    if (Attribute(xml, "type") == "paragraph" && Attribute(xml, "default") is { } isDefault)
                        defaultParagraph = IsOn(isDefault) ? open.Id : defaultParagraph;
                    break;
                default:
                    open.Style.Read(xml);
                    break;
            }
        }
    }

    /// <summary>Of an element of Word's own namespace, transitional or strict.</summary>
    public static string? Attribute(XmlReader xml, string name) =>
        xml.GetAttribute(name, xml.NamespaceURI) ?? xml.GetAttribute(name);

    sealed class Style
    {
        public string Name { get; private set; } = "";
        public string? BasedOn { get; private set; }
        public bool? Hides { get; private set; }
        public string? List { get; private set; }
        public int? Level { get; private set; }

        public void Read(XmlReader xml)
        {
            switch (xml.LocalName)
            {
                case "name":
                    Name = Attribute(xml, "val") ?? "";
                    break;
                case "basedOn":
                    BasedOn = Attribute(xml, "val");
                    break;
                case "vanish":
                    Hides = IsOn(Attribute(xml, "val"));
                    break;
                case "numId":
                    List = Attribute(xml, "val");
                    break;
                case "ilvl":
                    Level = int.TryParse(
                        Attribute(xml, "val"),
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var level
                    )
                        ? level
                        : null;
                    break;
            }
        }
    }
}
