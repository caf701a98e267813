using DocumentFormat.OpenXml;

namespace WorkReports.Import.Word;

/// <summary>Markup compatibility of Office Open XML: the same content once for newer and once for older programs.</summary>
static class MarkupCompatibility
{
    /// <summary>Three-dimensional models and ink: there the older alternative is a picture of it.</summary>
    static readonly string[] Undrawable = ["am3d", "aink", "wpi"];

    /// <summary>What stands in an element; of alternatives the newer one alone, since both together would say it twice.</summary>
    public static IEnumerable<OpenXmlElement> Children(OpenXmlElement element) =>
        element is AlternateContent either
            ? (OpenXmlElement?)either.Elements<AlternateContentChoice>().FirstOrDefault(IsDrawable)
                ?? either.GetFirstChild<AlternateContentFallback>()
                ?? (OpenXmlElement?)either.GetFirstChild<AlternateContentChoice>()
                ?? element
            : element;

    static bool IsDrawable(AlternateContentChoice choice) => !Undrawable.Contains(choice.Requires?.InnerText);
}
