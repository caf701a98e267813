using System.Globalization;
using AngleSharp.Dom;

namespace WorkReports.Content;

/// <summary>The last touches, after the sanitizer and so trusted: frames that scroll, names that a screen reader says.</summary>
static class BodyDom
{
    /// <param name="sizeOf">The size of a picture, by its address.</param>
    public static void Finish(IElement body, Func<string, PictureSize?> sizeOf)
    {
        foreach (var table in body.QuerySelectorAll("table").ToList()) Frame(table);
        foreach (var header in body.QuerySelectorAll("thead th")) header.SetAttribute("scope", "col");
        foreach (var link in body.QuerySelectorAll("a[href]")) Name(link);
        foreach (var picture in body.QuerySelectorAll("img").ToList()) Settle(picture, sizeOf);
        foreach (var rule in body.QuerySelectorAll(".footnotes > hr").ToList()) rule.Remove();
    }

    /// <summary>A wide table scrolls inside its own frame, which the keyboard can reach.</summary>
    static void Frame(IElement table)
    {
        var frame = table.Owner!.CreateElement("div");
        frame.ClassName = "table-frame";
        frame.SetAttribute("tabindex", "0");
        frame.SetAttribute("role", "group");
        frame.SetAttribute("aria-label", "表格，可左右滚动");
        table.Replace(frame);
        frame.AppendChild(table);
    }

    static void Name(IElement link)
    {
        var url = link.GetAttribute("href")!;
        if (link.ClassList.Contains("footnote-ref")) link.SetAttribute("aria-label", "注释" + link.TextContent);
        else if (link.ClassList.Contains("footnote-back-ref")) link.SetAttribute("aria-label", "返回正文");
        else if (url.StartsWith("http", StringComparison.OrdinalIgnoreCase)) link.SetAttribute("rel", "external noopener noreferrer");
    }

    /// <summary>A page asks no other host for a picture; raw HTML can only show what Markdown could.</summary>
    static void Settle(IElement picture, Func<string, PictureSize?> sizeOf)
    {
        if (picture.GetAttribute("src") is not { } source || !source.StartsWith('/') || source.StartsWith("//", StringComparison.Ordinal))
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
        if (!picture.HasAttribute("alt")) picture.SetAttribute("alt", "");
    }
}
