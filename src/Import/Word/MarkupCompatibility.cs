using DocumentFormat.OpenXml;

namespace WorkReports.Import.Word;

/// <summary>Markup compatibility of Office Open XML: the same content once for newer and once for older programs.</summary>
static class MarkupCompatibility
{
    /// <summary>What stands in an element; of alternatives the newer one alone, since both together would say it twice.</summary>
    public static IEnumerable<OpenXmlElement> Children(OpenXmlElement element) =>
        element is AlternateContent either
            ? (OpenXmlElement?)either.GetFirstChild<AlternateContentChoice>()
                ?? either.GetFirstChild<AlternateContentFallback>()
                ?? element
            : element;
}
