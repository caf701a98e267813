using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace WorkReports.Feeds;

/// <summary>An XML document as an answer. Characters that XML cannot hold are left out, not fatal.</summary>
static class XmlAnswer
{
    public static IResult Of(XElement root, string type)
    {
        foreach (var text in root.DescendantNodes().OfType<XText>())
            text.Value = Clean(text.Value);
        foreach (var attribute in root.DescendantsAndSelf().Attributes())
            if (!attribute.IsNamespaceDeclaration)
                attribute.Value = Clean(attribute.Value);
        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root}\n", type, Encoding.UTF8);
    }

    static string Clean(string text) =>
        text.All(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter))
            ? text
            : string.Concat(text.Where(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter)));
}
