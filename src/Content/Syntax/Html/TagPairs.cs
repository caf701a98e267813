using Markdig.Syntax;

namespace WorkReports.Content.Syntax.Html;

/// <summary>A tag among Markdown.</summary>
/// <param name="Text">It stands in it at <paramref name="At"/>.</param>
/// <param name="Leaf">The paragraph that it stands in; null between paragraphs.</param>
sealed record RawTag(HtmlTag Tag, string Text, int At, LeafBlock? Leaf)
{
    public RawTag? Partner { get; set; }

    /// <summary>True for what is shown as it is written.</summary>
    public bool IsText { get; set; }

    public bool IsSelfClosed => !Tag.IsEnd && Written is [.., '/', '>'];

    public bool IsVoid => AllowedHtmlTags.Void.Contains(Tag.Name);

    /// <summary>True where it would be a tag if another one closed or opened it.</summary>
    public bool IsUnpaired => IsText && AllowedHtmlTags.IsKnown(Tag.Name);

    /// <summary>What the page's HTML holds for it.</summary>
    public string Html =>
        IsText ? "&lt;" + Written[1..].Replace("<", "&lt;", StringComparison.Ordinal)
        : AllowedHtmlTags.IsFormatting(Tag.Name) ? ""
        : IsSelfClosed && !IsVoid ? $"{Written[..^2]}></{Tag.Name}>"
        : Written;

    string Written => Text.Substring(At, Tag.Length);
}

/// <summary>Finds the tags of a document that belong together, and those that stand where they mean something.</summary>
sealed class TagPairs
{
    /// <summary>What these stand in; elsewhere a browser drops them, and their names with them.</summary>
    static readonly Dictionary<string, string[]> Parents = new()
    {
        ["caption"] = ["table"],
        ["col"] = ["table"],
        ["colgroup"] = ["table"],
        ["tbody"] = ["table"],
        ["thead"] = ["table"],
        ["tfoot"] = ["table"],
        ["tr"] = ["table"],
        ["td"] = ["table"],
        ["th"] = ["table"],
        ["li"] = ["ol", "ul"],
        ["dd"] = ["dl"],
        ["dt"] = ["dl"],
        ["rt"] = ["ruby"],
        ["rp"] = ["ruby"],
        ["figcaption"] = ["figure"],
    };

    /// <summary>They may be closed in another paragraph than they were opened in.</summary>
    static readonly HashSet<string> Blocks =
    [
        "article",
        "aside",
        "blockquote",
        "center",
        "div",
        "dl",
        "figure",
        "footer",
        "header",
        "main",
        "nav",
        "ol",
        "p",
        "section",
        "table",
        "ul",
    ];

    readonly List<RawTag> tags = [];

    public RawTag Add(HtmlTag tag, string text, int at, LeafBlock? leaf)
    {
        var raw = new RawTag(tag, text, at, leaf);
        tags.Add(raw);
        return raw;
    }

    public void Settle()
    {
        Pair();
        var open = new Dictionary<string, int>();
        foreach (var tag in tags)
        {
            tag.IsText = !AllowedHtmlTags.IsKnown(tag.Tag.Name) || !IsClosed(tag) || !HasParent(tag, open);
            if (tag.Partner is not null && !tag.IsText)
                open[tag.Tag.Name] = open.GetValueOrDefault(tag.Tag.Name) + (tag.Tag.IsEnd ? -1 : 1);
        }
        foreach (var tag in tags.Where(tag => tag is { IsText: true, Partner: not null }))
            tag.Partner!.IsText = true;
    }

    void Pair()
    {
        var open = new Dictionary<(string, LeafBlock?), Stack<RawTag>>();
        foreach (var tag in tags.Where(tag => !tag.IsVoid && !tag.IsSelfClosed))
        {
            var key = (tag.Tag.Name, Blocks.Contains(tag.Tag.Name) ? null : tag.Leaf);
            if (!open.TryGetValue(key, out var waiting))
                open[key] = waiting = [];
            if (!tag.Tag.IsEnd)
                waiting.Push(tag);
            else if (waiting.TryPop(out var partner))
                (tag.Partner, partner.Partner) = (partner, tag);
        }
    }

    /// <summary>Formatting that Word leaves open does nothing, and closes nothing.</summary>
    static bool IsClosed(RawTag tag) =>
        tag.Partner is not null
        || AllowedHtmlTags.IsFormatting(tag.Tag.Name)
        || (tag.IsVoid && (!tag.Tag.IsEnd || tag.Tag.Name == "br"))
        || tag.IsSelfClosed
        || (!tag.Tag.IsEnd && AllowedHtmlTags.ClosedImplicitly.Contains(tag.Tag.Name));

    static bool HasParent(RawTag tag, Dictionary<string, int> open) =>
        !Parents.TryGetValue(tag.Tag.Name, out var parents)
        || Array.Exists(parents, parent => open.GetValueOrDefault(parent) > 0);
}
