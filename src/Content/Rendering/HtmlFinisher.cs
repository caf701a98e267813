using System.Globalization;
using AngleSharp.Dom;
using WorkReports.Content.Inspection;

namespace WorkReports.Content.Rendering;

/// <summary>Changes after the sanitizer, whose results nothing checks any more: labels for screen readers, sizes of pictures.</summary>
static class HtmlFinisher
{
    /// <param name="sizeOf">The size of a picture, by its address.</param>
    public static void Finish(IElement body, Func<string, ImageSize?> sizeOf)
    {
        var cells = new TableCells();
        foreach (var element in body.GetElementsByTagName("*").ToList())
        {
            switch (element.LocalName)
            {
                case "td" or "th":
                    cells.Finish(element);
                    break;
                case "a" when element.GetAttribute("href") is { } url:
                    LabelLink(element, url);
                    break;
                case "img":
                    PrepareImage(element, sizeOf);
                    break;
                case "hr" when element.ParentElement!.ClassList.Contains("footnotes"):
                    element.Remove();
                    break;
            }
        }
    }

    static void LabelLink(IElement link, string url)
    {
        if (link.ClassList.Contains("footnote-ref"))
            link.SetAttribute("aria-label", "注释" + link.TextContent);
        else if (link.ClassList.Contains("footnote-back-ref"))
            link.SetAttribute("aria-label", "返回正文");
        else if (url.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            link.SetAttribute("rel", "external noopener noreferrer");
    }

    /// <summary>Whatever the checks before let pass: a page shows pictures of the content folder, and asks no other server for one.</summary>
    static void PrepareImage(IElement picture, Func<string, ImageSize?> sizeOf)
    {
        if (
            picture.GetAttribute("src") is not { } source
            || !source.StartsWith(Address.File(""), StringComparison.Ordinal)
        )
        {
            picture.Remove();
            return;
        }
        picture.SetAttribute("loading", "lazy");
        if (sizeOf(source) is var (width, height))
        {
            picture.SetAttribute("width", width.ToString(CultureInfo.InvariantCulture));
            picture.SetAttribute("height", height.ToString(CultureInfo.InvariantCulture));
        }
        if (!picture.HasAttribute("alt"))
            picture.SetAttribute("alt", "");
    }
}
