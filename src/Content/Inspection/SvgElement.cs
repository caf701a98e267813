using System.Text.RegularExpressions;
using System.Xml;

namespace WorkReports.Content.Inspection;

/// <summary>What an element of a drawing, or one of its attributes, may do beside drawing.</summary>
static partial class SvgElement
{
    const string Svg = "http://www.w3.org/2000/svg";
    const string XLink = "http://www.w3.org/1999/xlink";
    const string Xml = "http://www.w3.org/XML/1998/namespace";
    const string Events = "http://www.w3.org/2001/xml-events";

    static readonly HashSet<string> ActiveElements = new(StringComparer.OrdinalIgnoreCase)
    {
        "script",
        "foreignObject",
        "handler",
        "listener",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "canvas",
        "animation",
        "prefetch",
    };

    /// <summary>Browsers know what to do with these, inside a drawing too. Notes of drawing programs have names of their own.</summary>
    static readonly HashSet<string> ActiveNamespaces =
    [
        "http://www.w3.org/1999/xhtml",
        "http://www.w3.org/1998/Math/MathML",
        "http://www.w3.org/1999/XSL/Transform",
        "http://www.mozilla.org/xbl",
        "http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul",
        Events,
    ];

    static readonly HashSet<string> AnimationElements =
    [
        "animate",
        "animateColor",
        "animateMotion",
        "animateTransform",
        "set",
    ];
    static readonly HashSet<string> PictureElements = ["image", "feImage"];

    /// <summary>Null where it only draws, or is a note that no browser reads.</summary>
    public static string? FaultOf(XmlReader reader)
    {
        var (name, space) = (reader.LocalName, reader.NamespaceURI);
        if (ActiveNamespaces.Contains(space) || IsOfSvg(space) && ActiveElements.Contains(name))
            return $"有 {name} 元素";
        string? fault = null;
        while (fault is null && reader.MoveToNextAttribute())
            fault = FaultOfAttribute(reader, name, IsOfSvg(space));
        reader.MoveToElement();
        return fault;
    }

    /// <summary>Without a namespace a browser draws nothing; it is judged all the same.</summary>
    static bool IsOfSvg(string space) => space is Svg or "";

    static string? FaultOfAttribute(XmlReader attribute, string element, bool isOfSvg)
    {
        var (name, value) = (attribute.LocalName, attribute.Value);
        return attribute.NamespaceURI switch
        {
            "" when name.StartsWith("on", StringComparison.OrdinalIgnoreCase) => $"有 {name} 属性",
            Events => $"有 {attribute.Name} 属性",
            Xml when name == "base" => "有 xml:base 属性",
            "" or XLink when isOfSvg && name is "href" or "src" => FaultOfReference(attribute.Name, value, element),
            "" when isOfSvg && AnimationElements.Contains(element) && FaultOfAnimation(name, value) is { } fault =>
                fault,
            "" when isOfSvg && CssReferences.FirstFault(value) is { } fault => $"{name} 属性里有 {fault}",
            _ => null,
        };
    }

    /// <summary>Places in the drawing itself, and pictures that it carries along.</summary>
    static string? FaultOfReference(string name, string value, string element)
    {
        var target = value.Trim();
        return target.Length == 0 || target[0] == '#' ? null
            : PictureElements.Contains(element) && CssReferences.IsCarriedPicture(target) ? null
            : $"{name} 指向别处（{Shortened(target)}）";
    }

    /// <summary>An animation can set what the file itself must not have.</summary>
    static string? FaultOfAnimation(string name, string value) =>
        name switch
        {
            "attributeName" when ChangesMoreThanLooks().IsMatch(value) => $"动画改变 {Shortened(value.Trim())}",
            "from" or "to" or "by" or "values" when value.Contains("script:", StringComparison.OrdinalIgnoreCase) =>
                $"{name} 属性里有脚本",
            _ => null,
        };

    static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "……";

    [GeneratedRegex(@"^\s*(?:[\w.-]*:)?(?:href|src|on\w*)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ChangesMoreThanLooks();
}
