using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;

namespace WorkReports.Tests.Support;

/// <summary>What a conformance checker would say of a page: the parser's own errors, and the rules that a tree alone can break.</summary>
public static partial class HtmlRules
{
    public static IReadOnlyList<string> FaultsOf(string html)
    {
        var faults = new List<string>();
        var parser = new HtmlParser();
        parser.Error += (_, thrown) =>
        {
            if (thrown is HtmlErrorEvent error)
                faults.Add($"line {error.Position.Line}, column {error.Position.Column}: {error.Message}");
        };
        using var page = parser.ParseDocument(html);
        faults.AddRange(Head(page));
        faults.AddRange(References(page));
        faults.AddRange(Headings(page));
        faults.AddRange(page.All.SelectMany(Obsolete));
        faults.AddRange(Structure(page));
        faults.AddRange(Names(page));
        return faults;
    }

    static IEnumerable<string> Head(IDocument page)
    {
        if (page.DocumentElement.GetAttribute("lang") is not "zh-CN")
            yield return "the language is not named";
        if (page.QuerySelectorAll("head > title").Length != 1 || string.IsNullOrWhiteSpace(page.Title))
            yield return "the title is missing";
        if (page.Head?.FirstElementChild?.GetAttribute("charset") is not "utf-8")
            yield return "the character set does not come first";
        if (page.QuerySelectorAll("main").Length != 1)
            yield return "the page has not one main part";
        foreach (
            var name in page.QuerySelectorAll("meta[name], meta[property]")
                .Select(meta => meta.GetAttribute("name") ?? meta.GetAttribute("property"))
                .GroupBy(name => name)
                .Where(same => same.Count() > 1)
        )
            yield return $"meta {name.Key} stands twice";
    }

    static IEnumerable<string> References(IDocument page)
    {
        foreach (
            var same in page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(same => same.Count() > 1)
        )
            yield return $"id {same.Key} stands twice";
        foreach (
            var element in page.QuerySelectorAll("[id]")
                .Where(element => element.Id!.Length == 0 || element.Id.Any(char.IsWhiteSpace))
        )
            yield return $"id \"{element.Id}\" is no name";
        foreach (
            var attribute in new[]
            {
                "for",
                "aria-labelledby",
                "aria-describedby",
                "aria-controls",
                "aria-owns",
                "headers",
                "list",
            }
        )
        {
            foreach (
                var id in page.QuerySelectorAll($"[{attribute}]")
                    .SelectMany(element => element.GetAttribute(attribute)!.Split(' '))
            )
                if (page.GetElementById(id) is null)
                    yield return $"{attribute}=\"{id}\" points to nothing";
        }
        foreach (var address in page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")!))
            if (page.GetElementById(Uri.UnescapeDataString(address[1..])) is null)
                yield return $"the link to {address} leads nowhere";
    }

    static IEnumerable<string> Headings(IDocument page)
    {
        if (page.QuerySelectorAll("h1").Length != 1)
            yield return "the page has not one h1";
        var level = 0;
        foreach (var heading in page.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            var own = heading.LocalName[1] - '0';
            if (string.IsNullOrWhiteSpace(heading.TextContent))
                yield return $"an empty {heading.LocalName}";
            if (own > level + 1)
                yield return $"{heading.LocalName} “{heading.TextContent}” skips a level";
            level = own;
        }
    }

    static IEnumerable<string> Obsolete(IElement element)
    {
        if (
            element.LocalName
            is "font"
                or "center"
                or "big"
                or "tt"
                or "strike"
                or "frame"
                or "frameset"
                or "acronym"
                or "marquee"
                or "blink"
                or "basefont"
                or "dir"
        )
            yield return $"<{element.LocalName}> is obsolete";
        foreach (var attribute in element.Attributes.Select(attribute => attribute.Name))
        {
            var isObsolete = attribute switch
            {
                "align"
                or "valign"
                or "bgcolor"
                or "border"
                or "cellpadding"
                or "cellspacing"
                or "nowrap"
                or "hspace"
                or "vspace"
                or "language"
                or "background"
                or "clear"
                or "compact"
                or "frame"
                or "rules"
                or "summary"
                or "noshade" => true,
                "name" => element.LocalName is "a" or "img",
                "width" or "height" => element.LocalName is not ("img" or "svg" or "video" or "canvas"),
                "size" => element.LocalName is "hr" or "font",
                "type" => element.LocalName is "ul" or "li"
                    || (element.LocalName == "script" && element.GetAttribute("type") is "text/javascript"),
                _ => attribute == "style" || attribute.StartsWith("on", StringComparison.Ordinal),
            };
            if (isObsolete)
                yield return $"{attribute} on <{element.LocalName}>";
        }
    }

    static IEnumerable<string> Structure(IDocument page)
    {
        foreach (var child in page.QuerySelectorAll("ul > *, ol > *").Where(child => child.LocalName is not "li"))
            yield return $"<{child.LocalName}> in a list";
        foreach (
            var child in page.QuerySelectorAll("dl > *").Where(child => child.LocalName is not ("dt" or "dd" or "div"))
        )
            yield return $"<{child.LocalName}> in a list of terms";
        foreach (
            var item in page.QuerySelectorAll("li").Where(item => item.ParentElement?.LocalName is not ("ul" or "ol"))
        )
            yield return $"a list item in <{item.ParentElement?.LocalName}>";
        foreach (
            var outer in page.QuerySelectorAll("a[href], button, label")
                .Where(outer => outer.QuerySelector("a[href], button, input, select, textarea") is not null)
        )
            yield return $"a control within <{outer.LocalName}>";
        foreach (
            var phrase in page.QuerySelectorAll("span, b, small, em, strong, a p, h1, h2, h3, h4, button, label")
                .Where(phrase =>
                    phrase.LocalName != "a"
                    && phrase.QuerySelector("p, div, ul, ol, table, section, h1, h2, h3") is not null
                )
        )
            yield return $"a block within <{phrase.LocalName}>";
        foreach (
            var time in page.QuerySelectorAll("time")
                .Where(time => !Moment().IsMatch(time.GetAttribute("datetime") ?? time.TextContent))
        )
            yield return $"<time> does not say when: {time.OuterHtml}";
    }

    static IEnumerable<string> Names(IDocument page)
    {
        foreach (var picture in page.QuerySelectorAll("img").Where(picture => !picture.HasAttribute("alt")))
            yield return $"no alt on {picture.GetAttribute("src")}";
        foreach (
            var field in page.QuerySelectorAll("input:not([type=hidden]), select, textarea")
                .Where(field => field.Id is not { } id || page.QuerySelector($"label[for='{id}']") is null)
        )
            yield return $"no label for {field.OuterHtml}";
        foreach (
            var control in page.QuerySelectorAll("a[href], button")
                .Where(control => NameOf(control).Length == 0 && control.Closest("[aria-hidden=true]") is null)
        )
            yield return $"no name: {control.OuterHtml}";
        foreach (
            var nav in page.QuerySelectorAll("nav, aside, [role=region], [role=group]")
                .Where(part => !part.HasAttribute("aria-label") && !part.HasAttribute("aria-labelledby"))
        )
            yield return $"no name for <{nav.LocalName} class={nav.ClassName}>";
    }

    static string NameOf(IElement control) =>
        (
            control.TextContent
            + control.GetAttribute("aria-label")
            + string.Concat(control.QuerySelectorAll("img").Select(picture => picture.GetAttribute("alt")))
        ).Trim();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d))?$")]
    private static partial Regex Moment();
}
