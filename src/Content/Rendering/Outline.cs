using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace WorkReports.Content.Rendering;

/// <summary>The headings of a body: gives each its anchor, and lists those that readers jump to.</summary>
/// <param name="isTitled">True when the report's title is written elsewhere.</param>
/// <param name="pillarNamedIn">The pillar that a second-level heading names: its seal is set before the heading.</param>
sealed partial class Outline(bool isTitled, Func<string, NamedPillar?> pillarNamedIn)
{
    readonly List<Section> sections = [];
    readonly Dictionary<string, int> anchors = [];

    public IReadOnlyList<Section> Sections => sections;

    /// <summary>
    /// The heading that is the report's title: one of level one that opens the body; in a report without a title, else the first
    /// heading, when it stands above all others and is no section. Where it opens the body it leaves it.
    /// </summary>
    public string? Title { get; private set; }

    /// <summary>The title's heading where it left the body; empty where it stays.</summary>
    public string TakenHtml { get; private set; } = "";

    public void AddAnchors(IElement body)
    {
        var elements = body.GetElementsByTagName("*").ToList();
        foreach (var element in elements.Where(element => element.Id is { } id && !IsFootnote(id)))
            element.RemoveAttribute("id");
        var headings = elements.Where(IsHeading).ToList();
        Title = TakeTitle(body, headings);

        foreach (var heading in headings.Where(heading => heading.Parent is not null))
        {
            var level = LevelOf(heading);
            var text = PlainText.OfLine(heading);
            heading.Id = UniqueAnchor(text);
            if (text.Length == 0 || level > 3)
                continue;

            var pillar = level == 2 ? pillarNamedIn(text) : null;
            if (pillar is not null)
                AddSeal(heading, pillar);
            sections.Add(new Section(level, heading.Id, text, pillar?.Slug));
        }
    }

    string? TakeTitle(IElement body, List<IElement> headings)
    {
        if (headings.FirstOrDefault() is not { } first)
            return null;
        var isOpening = first == body.FirstElementChild;
        var title = PlainText.OfLine(first);
        if (
            !(isOpening && first.LocalName == "h1")
            && (isTitled || !IsHighestLevel(first, headings) || IsSection(title))
        )
            return null;
        if (isOpening)
        {
            TakenHtml = HtmlWriter.WithTags(first);
            first.Remove();
        }
        return title.Length > 0 ? title : null;
    }

    static bool IsHighestLevel(IElement first, List<IElement> headings) =>
        headings.Skip(1).All(other => other.LocalName[1] > first.LocalName[1]);

    bool IsSection(string heading) => pillarNamedIn(heading) is not null || NumberedHeading().IsMatch(heading);

    /// <summary>The character is drawn by the style sheet: copied text, feeds and screen readers do not stumble over it.</summary>
    static void AddSeal(IElement heading, NamedPillar pillar)
    {
        var link = heading.Owner!.CreateElement("a");
        link.ClassName = "seal";
        link.SetAttribute("href", Address.Pillar(pillar.Slug));
        link.SetAttribute("data-seal", pillar.Seal);
        link.SetAttribute("aria-hidden", "true");
        link.SetAttribute("tabindex", "-1");
        heading.Prepend(link);
    }

    /// <summary>The heading's letters and digits; a number is added where two headings say the same.</summary>
    string UniqueAnchor(string text)
    {
        var name = AnchorOf(text);
        var anchor = name;
        while (!anchors.TryAdd(anchor, 1))
            anchor = $"{name}-{++anchors[name]}";
        return anchor;
    }

    /// <summary>Every place of a body that a link can lead to.</summary>
    public static IReadOnlySet<string> AnchorsOf(IElement body) =>
        body.QuerySelectorAll("[id]").Select(element => element.Id!).ToHashSet();

    /// <summary>The anchor of the first heading of a page that says so.</summary>
    public static string AnchorOf(string text)
    {
        var letters = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                letters.Append(rune.Value < 0x2E80 ? Rune.ToLowerInvariant(rune) : rune);
            else if (letters.Length > 0 && letters[^1] != '-')
                letters.Append('-');
        }
        var name = letters.ToString().Trim('-') is { Length: > 0 } spoken ? spoken : "section";
        // The page's own places are named so.
        return name.StartsWith("page-", StringComparison.Ordinal) ? "section-" + name : name;
    }

    /// <summary>The page's own title is the only heading of level one: what is written so counts, and is shown, as level two.</summary>
    static int LevelOf(IElement heading) => Math.Max(2, heading.LocalName[1] - '0');

    static bool IsHeading(IElement element) => element.LocalName is ['h', >= '1' and <= '6'];

    static bool IsFootnote(string id) =>
        id.StartsWith("fn:", StringComparison.Ordinal) || id.StartsWith("fnref:", StringComparison.Ordinal);

    [GeneratedRegex("^[（(]?([一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)、.．]")]
    private static partial Regex NumberedHeading();
}
