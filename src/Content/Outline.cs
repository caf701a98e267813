using System.Text;
using AngleSharp.Dom;

namespace WorkReports.Content;

/// <summary>The headings of a body: gives each its anchor, and lists those that readers jump to.</summary>
/// <param name="pillarNamedIn">The pillar that a second-level heading names: its seal is set before the heading.</param>
sealed class Outline(Func<string, Pillar?> pillarNamedIn)
{
    readonly List<Section> sections = [];
    readonly Dictionary<string, int> anchors = [];
    bool isBegun;

    public IReadOnlyList<Section> Sections => sections;

    /// <summary>The text of a level-one heading that opens the body: it is the report's title and leaves the body.</summary>
    public string? Title { get; private set; }

    /// <summary>Goes on with the next part of the body.</summary>
    public void Mark(IElement body)
    {
        if (!isBegun) Title = TakeTitle(body);
        isBegun = true;
        foreach (var element in body.QuerySelectorAll("[id]").Where(element => !IsFootnote(element.Id!))) element.RemoveAttribute("id");

        foreach (var heading in body.QuerySelectorAll("h1, h2, h3, h4, h5, h6").ToList())
        {
            // The page's own title is the only heading of level one.
            var element = heading.LocalName == "h1" ? Rename(heading, "h2") : heading;
            var text = PlainText.OfLine(element);
            element.Id = Anchor(text);
            if (text.Length == 0 || element.LocalName is not ("h2" or "h3")) continue;

            var pillar = element.LocalName == "h2" ? pillarNamedIn(text) : null;
            if (pillar is not null) Seal(element, pillar);
            sections.Add(new Section(element.LocalName[1] - '0', element.Id, text, pillar?.Slug));
        }
    }

    static string? TakeTitle(IElement body)
    {
        if (body.FirstElementChild is not { LocalName: "h1" } first) return null;
        var title = PlainText.OfLine(first);
        first.Remove();
        return title.Length > 0 ? title : null;
    }

    /// <summary>The character is drawn by the style sheet: copied text, feeds and screen readers do not stumble over it.</summary>
    static void Seal(IElement heading, Pillar pillar)
    {
        var seal = heading.Owner!.CreateElement("a");
        seal.ClassName = "seal";
        seal.SetAttribute("href", Address.Pillar(pillar.Slug));
        seal.SetAttribute("data-seal", pillar.Seal);
        seal.SetAttribute("aria-hidden", "true");
        seal.SetAttribute("tabindex", "-1");
        heading.Prepend(seal);
    }

    static IElement Rename(IElement element, string name)
    {
        var renamed = element.Owner!.CreateElement(name);
        while (element.FirstChild is { } child) renamed.AppendChild(child);
        element.Replace(renamed);
        return renamed;
    }

    /// <summary>The heading's letters and digits; a number is added where two headings say the same.</summary>
    string Anchor(string text)
    {
        var letters = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) letters.Append(Rune.ToLowerInvariant(rune));
            else if (letters.Length > 0 && letters[^1] != '-') letters.Append('-');
        }
        var name = letters.ToString().Trim('-') is { Length: > 0 } spoken ? spoken : "section";
        var anchor = name;
        while (!anchors.TryAdd(anchor, 1)) anchor = $"{name}-{++anchors[name]}";
        return anchor;
    }

    static bool IsFootnote(string id) => id.StartsWith("fn:", StringComparison.Ordinal) || id.StartsWith("fnref:", StringComparison.Ordinal);
}
